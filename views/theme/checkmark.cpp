// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/checkmark.h"

#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr qreal cornerRadius = 3;
constexpr qreal stroke = 1.8;

void paintTick(QPainter &painter, const QRectF &box, const QColor &ink)
{
    QPainterPath tick(box.topLeft() + QPointF(box.width() * 0.25, box.height() * 0.52));
    tick.lineTo(box.topLeft() + QPointF(box.width() * 0.43, box.height() * 0.70));
    tick.lineTo(box.topLeft() + QPointF(box.width() * 0.76, box.height() * 0.32));
    painter.strokePath(tick, QPen(ink, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

QRect checkMarkIn(const QRect &cell, int fontHeight)
{
    const int side = std::max(12, fontHeight * 7 / 8);
    QRect box(0, 0, side, side);
    box.moveCenter(cell.center());
    return box;
}

void paintCheckMark(QPainter &painter, const QRect &box, Qt::CheckState state, const Theme &theme)
{
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool filled = state != Qt::Unchecked;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(filled ? theme.accent : theme.outline, Metrics::hairline));
    painter.setBrush(filled ? theme.accent : theme.surface);
    painter.drawRoundedRect(frame, cornerRadius, cornerRadius);
    if (state == Qt::Checked)
        paintTick(painter, frame, theme.onAccent);
    else if (filled)
        painter.fillRect(
            QRectF(frame.left() + frame.width() / 4, frame.center().y() - stroke / 2, frame.width() / 2, stroke),
            theme.onAccent);
    painter.restore();
}

} // namespace Runnerscope
