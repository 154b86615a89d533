// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace Runnerscope {

class RunnerTableView;

/// Fills \a menu with the columns of \a table, to be shown or hidden, and with the way back to the usual ones. The last
/// column stays.
void fillColumnMenu(QMenu &menu, RunnerTableView &table);

} // namespace Runnerscope
