// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Runnerscope {

/// Names within a sentence: "a", "a and b", "a, b and 3 more". Shows at most \a most of them. Each name is made
/// harmless for one line; the result is still no markup.
QString nameList(const QStringList &names, qsizetype most = 3);

} // namespace Runnerscope
