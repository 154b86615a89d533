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

void paintCheckMark(QPainter &painter, const QRect &box, const CheckMarkLook &look, const Theme &theme)
{
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool filled = look.state != Qt::Unchecked;
    const QColor fill = !filled ? theme.surface : look.enabled ? theme.accent : theme.outline;
    const QColor line = look.focused ? theme.focus : filled ? fill : theme.outline;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, look.focused ? 2 : Metrics::hairline));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, cornerRadius, cornerRadius);
    if (look.state == Qt::Checked)
        paintTick(painter, frame, theme.onAccent);
    else if (filled)
        painter.fillRect(
            QRectF(frame.left() + frame.width() / 4, frame.center().y() - stroke / 2, frame.width() / 2, stroke),
            theme.onAccent);
    painter.restore();
}

} // namespace Runnerscope
