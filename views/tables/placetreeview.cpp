// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/placetreeview.h"

#include "models/roles.h"
#include "views/delegates/rowpainting.h"
#include "views/delegates/runnerdelegate.h"
#include "views/tables/tableheader.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int leastNameLetters = 30;
constexpr int numberLetters = 14;

/// Points to the end of the line while closed, down while open.
void paintArrow(QPainter &painter, const QRect &place, bool open, bool mirrored, const QColor &ink)
{
    const QPointF middle = QRectF(place).center();
    QPainterPath path;
    if (open) {
        path.moveTo(middle + QPointF(-3.5, -1.75));
        path.lineTo(middle + QPointF(0, 1.75));
        path.lineTo(middle + QPointF(3.5, -1.75));
    } else {
        const qreal side = mirrored ? -1 : 1;
        path.moveTo(middle + QPointF(-1.75 * side, -3.5));
        path.lineTo(middle + QPointF(1.75 * side, 0));
        path.lineTo(middle + QPointF(-1.75 * side, 3.5));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

} // namespace

PlaceTreeView::PlaceTreeView(QAbstractItemModel &model, QWidget *parent) :
    QTreeView(parent)
{
    setAccessibleName(tr("Groups and projects"));
    auto *header = new TableHeader(this);
    header->setSectionsClickable(false);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(false);
    setHeader(header);
    setItemDelegate(new RunnerDelegate(this));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 1; column < model.columnCount(); ++column)
        header->resizeSection(column, numberLetters * letter);
    connect(this, &QAbstractItemView::doubleClicked, this, &PlaceTreeView::activate);
}

void PlaceTreeView::keyboardSearch(const QString &search)
{
    Q_UNUSED(search) // would compare row by row; the filter field is there for that
}

void PlaceTreeView::activate(const QModelIndex &index)
{
    const QString filter = index.data(FilterRole).toString();
    if (!filter.isEmpty())
        emit filterWanted(filter);
}

void PlaceTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activate(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

/// The names take what the numbers leave, and stay readable where that is little.
void PlaceTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    int numbers = 0;
    for (int column = 1; column < header()->count(); ++column)
        numbers += header()->sectionSize(column);
    const int least = leastNameLetters * fontMetrics().averageCharWidth();
    header()->resizeSection(0, std::max(least, viewport()->width() - numbers));
}

void PlaceTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(this);
    const RowState state{selectionModel()->isRowSelected(index.row(), index.parent()), false, false, hasFocus(), false};
    painter->fillRect(rect, rowBackground(state, theme));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), Metrics::hairline), theme.hairline);
    if (!model()->hasChildren(index))
        return;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int left = mirrored ? rect.left() : rect.right() + 1 - indentation();
    paintArrow(
        *painter, QRect(left, rect.top(), indentation(), rect.height()), isExpanded(index), mirrored, theme.mutedText);
}

} // namespace Runnerscope
