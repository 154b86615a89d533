// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/tableheader.h"

#include "views/theme/checkmark.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace Runnerscope {

namespace {

constexpr int arrowWidth = 7;

void paintSortArrow(QPainter &painter, const QRect &rect, Qt::SortOrder order, const QColor &ink)
{
    const qreal direction = order == Qt::AscendingOrder ? -1 : 1;
    const QPointF middle = QRectF(rect).center();
    QPainterPath path(middle + QPointF(-3, -1.5 * direction));
    path.lineTo(middle + QPointF(0, 1.5 * direction));
    path.lineTo(middle + QPointF(3, -1.5 * direction));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

} // namespace

TableHeader::TableHeader(QWidget *parent) :
    QHeaderView(Qt::Horizontal, parent)
{
    setFontRole(this, FontRole::Caption);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setStretchLastSection(true);
    setMinimumSectionSize(Metrics::huge);
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this, &TableHeader::widthChosen);
    connect(this, &QHeaderView::sectionResized, this, [this] {
        if (m_pressed)
            emit widthChosen();
    });
}

void TableHeader::setCheckColumn(int logicalIndex)
{
    m_checkColumn = logicalIndex;
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        if (visualIndex(m_checkColumn) != 0)
            moveSection(visualIndex(m_checkColumn), 0);
    });
}

bool TableHeader::isInCheckColumn(const QMouseEvent &event) const
{
    return m_checkColumn >= 0 && logicalIndexAt(event.position().toPoint()) == m_checkColumn;
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    if (isInCheckColumn(*event))
        return;
    m_pressed = true;
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed) {
        if (isInCheckColumn(*event) && event->button() == Qt::LeftButton)
            emit checkClicked();
        return;
    }
    m_pressed = false;
    QHeaderView::mouseReleaseEvent(event);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + Metrics::medium};
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(
        0, viewport()->height() - Metrics::hairline, viewport()->width(), Metrics::hairline, Theme::of(this).hairline);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = Theme::of(this);
    painter->fillRect(rect, theme.surface);
    if (logicalIndex == m_checkColumn) {
        const QVariant state = model()->headerData(logicalIndex, Qt::Horizontal, Qt::CheckStateRole);
        paintCheckMark(
            *painter, checkMarkIn(rect, fontMetrics().height()), {static_cast<Qt::CheckState>(state.toInt())}, theme);
        return;
    }
    const bool sorted = sortIndicatorSection() == logicalIndex;
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const auto alignment =
        model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool atEnd = alignment.testFlag(Qt::AlignRight) != (layoutDirection() == Qt::RightToLeft);
    const QRect content = rect.adjusted(Metrics::small, 0, -Metrics::small, 0);
    const int arrowRoom = sorted ? arrowWidth + Metrics::tiny : 0;
    const QString shown = fontMetrics().elidedText(title, Qt::ElideRight, content.width() - arrowRoom);
    const int width = fontMetrics().horizontalAdvance(shown);
    const int left = atEnd ? content.right() + 1 - width : content.left();
    painter->setFont(font());
    painter->setPen(sorted ? theme.text : theme.mutedText);
    painter->drawText(QRect(left, rect.top(), width + 1, rect.height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (sorted) {
        const int arrowLeft = atEnd ? left - Metrics::tiny - arrowWidth : left + width + Metrics::tiny;
        paintSortArrow(
            *painter, QRect(arrowLeft, rect.top(), arrowWidth, rect.height()), sortIndicatorOrder(), theme.text);
    }
}

} // namespace Runnerscope
