// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkabletablemodel.h"

#include "models/roles.h"

namespace Runnerscope {

CheckableTableModel::CheckableTableModel(int checkColumn, QObject *parent) :
    QAbstractTableModel(parent),
    m_checkColumn(checkColumn)
{
}

Qt::ItemFlags CheckableTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == m_checkColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

void CheckableTableModel::repaintChecks(int first, int last)
{
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1), {Qt::CheckStateRole, CheckedRole});
    tellChecks();
}

void CheckableTableModel::tellChecks()
{
    const CheckCounts counts = countChecks();
    if (counts == m_checked)
        return;
    m_checked = counts;
    emit headerDataChanged(Qt::Horizontal, m_checkColumn, m_checkColumn);
    emit selectionChanged();
}

} // namespace Runnerscope
