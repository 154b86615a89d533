// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/columnmenu.h"

#include "models/runnercolumns.h"
#include "views/tables/columnwidths.h"
#include "views/tables/runnertableview.h"

#include <QMenu>

#include <algorithm>

namespace Runnerscope {

void fillColumnMenu(QMenu &menu, RunnerTableView &table)
{
    menu.clear();
    const auto isShown = [&table](RunnerColumn column) { return !table.isColumnHidden(static_cast<int>(column)); };
    const bool isLast = std::ranges::count_if(defaultColumnOrder, isShown) <= 2; // the check column is always there
    for (const RunnerColumn column : defaultColumnOrder) {
        if (column == RunnerColumn::Check)
            continue;
        QAction *action = menu.addAction(runnerColumnTitle(column));
        action->setToolTip(runnerColumnExplanation(column));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        action->setEnabled(!isLast || !isShown(column));
        QObject::connect(
            action, &QAction::toggled, &table, [&table, column](bool shown) { table.setColumnShown(column, shown); });
    }
    menu.addSeparator();
    menu.addAction(RunnerTableView::tr("&Usual Columns"), &table, &RunnerTableView::resetColumns);
}

} // namespace Runnerscope
