// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace Runnerscope::Test {

/// A copy of \a text that is damaged in one to four places: bits, bytes, pieces left out, doubled or put elsewhere,
/// numbers and texts that often lie at the edges of something. The same generator, the same damage.
QByteArray mutated(QByteArray text, std::mt19937 &random);

} // namespace Runnerscope::Test
