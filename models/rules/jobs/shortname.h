// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Runnerscope {

/// A text of a server for the middle of a sentence: made harmless for one line, and without its middle where it is
/// longer than a sentence bears. Still no markup.
QString shortName(const QString &text);
QStringList shortNames(const QStringList &texts);

} // namespace Runnerscope
