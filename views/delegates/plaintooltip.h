// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemView;
class QHelpEvent;
class QModelIndex;

namespace Runnerscope {

/// \a text as a tool tip that shows it letter by letter. Qt guesses whether a tool tip is rich text, and texts of
/// servers and runners are not to be trusted with that. Long lines are wrapped, very long texts cut.
QString plainToolTip(const QString &text);

/// Shows the plain tool tip of a cell; hides the one on screen where there is none. For helpEvent() of delegates.
void showPlainToolTip(const QHelpEvent &event, QAbstractItemView &view, const QModelIndex &index);

} // namespace Runnerscope
