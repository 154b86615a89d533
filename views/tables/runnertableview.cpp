// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/runnertableview.h"

#include "models/runnertablemodel.h"
#include "views/delegates/runnerdelegate.h"
#include "views/tables/columnmenu.h"
#include "views/tables/columnwidths.h"
#include "views/tables/rowchecking.h"
#include "views/tables/tableheader.h"
#include "views/tables/tablerows.h"

#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// Somebody who scrolls does not look at the rows that pass.
constexpr std::chrono::milliseconds settleTime{300};

constexpr int checkColumn = static_cast<int>(RunnerColumn::Check);

constexpr quint32 tableStateMark = 0x52535432; ///< "RST2"; changes with the meaning of the saved state

} // namespace

RunnerTableView::RunnerTableView(RunnerTableModel &model, QWidget *parent) :
    QTableView(parent),
    m_model(model),
    m_delegate(new RunnerDelegate(this)),
    m_header(new TableHeader(this)),
    m_checking(new RowChecking(*this, *m_header, model, checkColumn, static_cast<int>(RunnerColumn::Name)))
{
    setAccessibleName(tr("Runners"));
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    setModel(&model);
    setUpTableRows(*this);
    setUpColumns();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunnerTableView::takeSelection);
    connect(&model, &RunnerTableModel::refreshed, this, [this] {
        executeDelayedItemsLayout(); // later, it would paint every row a second time
        viewport()->update();
        takeSelection();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &RunnerTableView::takeSelection);
    connect(this, &QAbstractItemView::doubleClicked, this, &RunnerTableView::activate);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &RunnerTableView::tellVisible);
    connect(&model, &RunnerTableModel::refreshed, &m_settle, qOverload<>(&QTimer::start));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_settle, qOverload<>(&QTimer::start));
}

void RunnerTableView::setUpColumns()
{
    showDefaultColumns();
    m_header->setSortIndicator(static_cast<int>(RunnerColumn::Name), Qt::AscendingOrder);
    setSortingEnabled(true);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, &RunnerTableView::showColumnMenu);
    connect(m_header, &TableHeader::widthChosen, this, [this] { m_widthsAreOurs = false; });
    applyDefaultWidths();
}

void RunnerTableView::showDefaultColumns()
{
    for (std::size_t place = 0; place < defaultColumnOrder.size(); ++place) {
        const int logical = static_cast<int>(defaultColumnOrder[place]);
        m_header->moveSection(m_header->visualIndex(logical), static_cast<int>(place));
        setColumnHidden(logical, !isShownByDefault(defaultColumnOrder[place]));
    }
}

void RunnerTableView::setColumnShown(RunnerColumn column, bool shown)
{
    Q_ASSERT(column != RunnerColumn::Check);
    const int logical = static_cast<int>(column);
    setColumnHidden(logical, !shown);
    if (shown && m_header->sectionSize(logical) < m_header->minimumSectionSize())
        m_header->resizeSection(logical, m_header->minimumSectionSize());
    applyDefaultWidths();
}

void RunnerTableView::resetColumns()
{
    m_widthsAreOurs = true;
    showDefaultColumns();
    applyDefaultWidths();
}

void RunnerTableView::showColumnMenu(const QPoint &place)
{
    QMenu menu(this);
    fillColumnMenu(menu, *this);
    menu.exec(m_header->viewport()->mapToGlobal(place));
}

void RunnerTableView::applyDefaultWidths()
{
    m_checking->fixColumn();
    if (!m_widthsAreOurs)
        return;
    RunnerColumnsShown shown{};
    for (std::size_t column = 0; column < shown.size(); ++column)
        shown[column] = !isColumnHidden(static_cast<int>(column));
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const RunnerColumnWidths widths = defaultColumnWidths(viewport()->width(), digit, shown);
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_header->resizeSection(static_cast<int>(column), widths[column]);
}

void RunnerTableView::mousePressEvent(QMouseEvent *event)
{
    if (!m_checking->takePress(*event))
        QTableView::mousePressEvent(event);
}

void RunnerTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_checking->takePress(*event)) // clicked twice in a row: toggled twice
        QTableView::mouseDoubleClickEvent(event);
}

std::optional<RunnerId> RunnerTableView::currentRunner() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return m_model.fleetRow(rows.first().row()).runner->id;
}

bool RunnerTableView::selectRunner(RunnerId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    setCurrentIndex(m_model.index(row, static_cast<int>(RunnerColumn::Name)));
    return true;
}

void RunnerTableView::takeSelection()
{
    const std::optional<RunnerId> current = currentRunner();
    if (current == m_current)
        return;
    m_current = current;
    emit currentRunnerChanged(current);
}

void RunnerTableView::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit activatedRunner(m_model.fleetRow(index.row()).runner->id);
}

void RunnerTableView::tellVisible()
{
    std::vector<RunnerId> visible;
    const int first = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? m_model.rowCount() - 1 : bottom;
    if (first >= 0) {
        for (int row = first; row <= std::min(last, first + mostVisible - 1); ++row)
            visible.push_back(m_model.fleetRow(row).runner->id);
    }
    if (visible == m_visible)
        return;
    m_visible = std::move(visible);
    emit visibleRunnersChanged(m_visible);
}

void RunnerTableView::keyboardSearch(const QString &search)
{
    Q_UNUSED(search) // would compare row by row; the filter field is there for that
}

void RunnerTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            selectRow(currentIndex().row());
        activate(currentIndex());
        return;
    }
    if (m_checking->takeKey(*event))
        return;
    if (event->key() == Qt::Key_Escape) {
        emit dismissed();
        return;
    }
    // Coming in by Tab, the first arrow key takes the row that is marked already.
    const bool step = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (step && currentIndex().isValid() && !selectionModel()->hasSelection()) {
        selectRow(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RunnerTableView::followHover(int row)
{
    const int before = m_delegate->hoveredRow();
    if (row == before)
        return;
    m_delegate->setHoveredRow(row);
    for (const int changed : {before, row}) {
        if (changed >= 0)
            viewport()->update(
                0, rowViewportPosition(changed), viewport()->width(), verticalHeader()->defaultSectionSize());
    }
}

void RunnerTableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    followHover(rowAt(event->position().toPoint().y()));
}

bool RunnerTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        followHover(-1);
    return QTableView::viewportEvent(event);
}

void RunnerTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    applyDefaultWidths();
    m_settle.start();
    // A row that the new edge would cut stays whole.
    const QRect current = visualRect(currentIndex());
    if (current.isValid() && current.top() < event->oldSize().height() && current.bottom() >= viewport()->height())
        scrollTo(currentIndex());
}

void RunnerTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        verticalHeader()->setDefaultSectionSize(rowHeightFor(fontMetrics()));
        applyDefaultWidths();
    }
}

void RunnerTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RunnerTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

QByteArray RunnerTableView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << tableStateMark << m_widthsAreOurs << m_header->saveState();
    return state;
}

bool RunnerTableView::columnsAreUsable() const
{
    bool anyVisible = false;
    for (int column = 0; column < m_header->count(); ++column) {
        if (m_header->isSectionHidden(column))
            continue;
        anyVisible = anyVisible || column != checkColumn;
        if (m_header->sectionSize(column) <= 0)
            return false;
    }
    return anyVisible && m_header->count() == m_model.columnCount();
}

bool RunnerTableView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 mark = 0;
    bool widthsAreOurs = true;
    QByteArray headerState;
    stream >> mark >> widthsAreOurs >> headerState;
    if (stream.status() != QDataStream::Ok || mark != tableStateMark)
        return false;
    const QByteArray before = m_header->saveState();
    const bool restored = m_header->restoreState(headerState) && columnsAreUsable();
    if (!restored)
        m_header->restoreState(before);
    else
        m_widthsAreOurs = widthsAreOurs;
    m_header->setStretchLastSection(true);
    m_header->setSectionsMovable(true);
    m_header->setSectionsClickable(true);
    m_header->setSortIndicatorShown(true);
    m_checking->fixColumn();
    return restored;
}

} // namespace Runnerscope
