// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/widgetstyle.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace Runnerscope {

namespace {

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const Theme &theme = Theme::fromPalette(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool checked = option.state.testFlag(QStyle::State_On);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QColor frame = focused ? theme.focus : checked && enabled ? theme.accent : theme.outline;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, focused ? 2 : 1));
    painter.setBrush(!checked ? theme.surface : enabled ? theme.accent : theme.outline);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, 3, 3);
    if (checked) {
        const auto at = [&box](qreal x, qreal y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
        painter.setPen(QPen(theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)}));
    }
    painter.restore();
}

} // namespace

WidgetStyle::WidgetStyle() :
    QProxyStyle(QStringLiteral("Fusion"))
{
}

void WidgetStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox)
        drawCheckBox(*painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace Runnerscope
