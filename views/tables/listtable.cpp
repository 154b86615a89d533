// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/listtable.h"

#include "models/roles.h"
#include "views/delegates/runnerdelegate.h"
#include "views/tables/rowchecking.h"
#include "views/tables/tableheader.h"
#include "views/tables/tablerows.h"
#include "views/theme/metrics.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>

namespace Runnerscope {

ListTable::ListTable(
    QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths, QWidget *parent) :
    QTableView(parent),
    m_delegate(new RunnerDelegate(this)),
    m_widths(widths)
{
    setAccessibleName(name);
    setHorizontalHeader(new TableHeader(this));
    setItemDelegate(m_delegate);
    setModel(&model);
    setUpTableRows(*this);
    fitFont();
    connect(this, &QAbstractItemView::doubleClicked, this, &ListTable::activate);
}

void ListTable::fitFont()
{
    verticalHeader()->setDefaultSectionSize(rowHeightFor(fontMetrics()));
    int column = 0;
    for (const int width : m_widths)
        horizontalHeader()->resizeSection(column++, width * fontMetrics().averageCharWidth() + 2 * Metrics::small);
    if (m_checking)
        m_checking->fixColumn();
}

void ListTable::setCheckable(CheckableTableModel &rows, int checkColumn, int textColumn)
{
    m_checking = new RowChecking(*this, *static_cast<TableHeader *>(horizontalHeader()), rows, checkColumn, textColumn);
    m_checking->fixColumn();
}

void ListTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitFont();
}

void ListTable::keyboardSearch(const QString &search)
{
    Q_UNUSED(search) // would compare row by row; the filter field is there for that
}

void ListTable::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    emit rowActivated(index.row());
    const QString filter = index.data(FilterRole).toString();
    if (!filter.isEmpty())
        emit filterWanted(filter);
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if (m_checking && m_checking->takeKey(*event))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Down && currentIndex().isValid() && !selectionModel()->hasSelection()) {
        selectRow(currentIndex().row()); // where the keyboard has come to, and nothing is selected yet
        return;
    }
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
}

void ListTable::mousePressEvent(QMouseEvent *event)
{
    if (!m_checking || !m_checking->takePress(*event))
        QTableView::mousePressEvent(event);
}

void ListTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_checking || !m_checking->takePress(*event)) // clicked twice in a row: toggled twice
        QTableView::mouseDoubleClickEvent(event);
}

void ListTable::hover(int row)
{
    if (row == m_delegate->hoveredRow())
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void ListTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

bool ListTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

} // namespace Runnerscope
