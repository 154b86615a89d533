// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Runnerscope::Fuzz {

/// Ends the process, with the name of the promise, when it does not hold.
void require(bool holds, const char *promise);

/// Nothing that a terminal would obey: no control character but line ends, no line or paragraph separator, no mark that
/// changes the direction of writing.
void requireHarmless(const QString &text, const char *promise);

} // namespace Runnerscope::Fuzz
