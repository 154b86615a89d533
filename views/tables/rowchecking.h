// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QKeyEvent;
class QMouseEvent;
class QTableView;

namespace Runnerscope {

class CheckableTableModel;
class TableHeader;

/// Mouse and keys of the check column of a table: a click on a box or with Ctrl toggles a row, with Shift it takes all
/// from the one before; Space, Shift with the arrow keys and Ctrl+A do the same without a mouse.
class RowChecking : public QObject
{
    Q_OBJECT

public:
    /// \a rows is the model of \a table, whose child this becomes. \a textColumn: where the keys go.
    RowChecking(QTableView &table, TableHeader &header, CheckableTableModel &rows, int checkColumn, int textColumn);

    /// Whether the event was about boxes, and is done with.
    bool takePress(const QMouseEvent &event);
    bool takeKey(const QKeyEvent &event);
    /// Keeps the column first, shown and as wide as its box.
    void fixColumn();

private:
    void toggleAll();
    void toggleRow(int row);
    void checkUpTo(int row);
    void step(int by);
    int rowCount() const;

    QTableView &m_table;
    TableHeader &m_header;
    CheckableTableModel &m_rows;
    const int m_checkColumn;
    const int m_textColumn;
    QPersistentModelIndex m_anchor; ///< of the row that was checked last
};

} // namespace Runnerscope
