// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/rowchecking.h"

#include "models/checkabletablemodel.h"
#include "models/roles.h"
#include "views/tables/columnwidths.h"
#include "views/tables/tableheader.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTableView>

#include <algorithm>

namespace Runnerscope {

RowChecking::RowChecking(
    QTableView &table, TableHeader &header, CheckableTableModel &rows, int checkColumn, int textColumn) :
    QObject(&table),
    m_table(table),
    m_header(header),
    m_rows(rows),
    m_checkColumn(checkColumn),
    m_textColumn(textColumn)
{
    m_header.setCheckColumn(checkColumn);
    connect(&m_header, &TableHeader::checkClicked, this, &RowChecking::toggleAll);
}

void RowChecking::fixColumn()
{
    m_table.setColumnHidden(m_checkColumn, false);
    m_header.moveSection(m_header.visualIndex(m_checkColumn), 0);
    m_header.setSectionResizeMode(m_checkColumn, QHeaderView::Fixed);
    m_header.resizeSection(m_checkColumn, checkColumnWidth(m_table.fontMetrics().horizontalAdvance(u'0')));
}

int RowChecking::rowCount() const
{
    return m_table.model()->rowCount();
}

void RowChecking::toggleAll()
{
    if (m_rows.checkCounts().state() == Qt::Checked)
        m_rows.clearChecks();
    else
        m_rows.checkAll();
}

void RowChecking::toggleRow(int row)
{
    const QModelIndex index = m_table.model()->index(row, m_checkColumn);
    m_rows.setChecked(row, row, !index.data(CheckedRole).toBool());
    m_anchor = index;
}

void RowChecking::checkUpTo(int row)
{
    const int anchor = m_anchor.isValid() ? m_anchor.row() : m_table.currentIndex().row();
    const int from = anchor < 0 ? row : anchor;
    m_rows.setChecked(std::min(from, row), std::max(from, row), true);
    m_anchor = m_table.model()->index(row, m_checkColumn);
}

bool RowChecking::takePress(const QMouseEvent &event)
{
    const QModelIndex index = m_table.indexAt(event.position().toPoint());
    if (event.button() != Qt::LeftButton || !index.isValid())
        return false;
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        checkUpTo(index.row());
    else if (index.column() == m_checkColumn || event.modifiers().testFlag(Qt::ControlModifier))
        toggleRow(index.row());
    else
        return false;
    return true;
}

/// The row that is left and the one that is reached.
void RowChecking::step(int by)
{
    const int from = std::max(0, m_table.currentIndex().row());
    const int to = std::clamp(from + by, 0, rowCount() - 1);
    m_rows.setChecked(std::min(from, to), std::max(from, to), true);
    m_anchor = m_table.model()->index(to, m_checkColumn);
    m_table.selectionModel()->setCurrentIndex(m_table.model()->index(to, m_textColumn),
        m_table.selectionModel()->hasSelection() ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows
                                                 : QItemSelectionModel::NoUpdate);
}

bool RowChecking::takeKey(const QKeyEvent &event)
{
    if (rowCount() == 0)
        return false;
    if (event.matches(QKeySequence::SelectAll)) {
        m_rows.checkAll();
    } else if (event.key() == Qt::Key_Space && event.modifiers() == Qt::NoModifier) {
        toggleRow(std::max(0, m_table.currentIndex().row()));
    } else if (event.key() == Qt::Key_Down && event.modifiers() == Qt::ShiftModifier) {
        step(1);
    } else if (event.key() == Qt::Key_Up && event.modifiers() == Qt::ShiftModifier) {
        step(-1);
    } else {
        return false;
    }
    return true;
}

} // namespace Runnerscope
