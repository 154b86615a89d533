// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/widgetstyle.h"

#include "views/theme/checkmark.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace Runnerscope {

namespace {

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const CheckMarkLook look{option.state.testFlag(QStyle::State_On) ? Qt::Checked : Qt::Unchecked,
        option.state.testFlag(QStyle::State_Enabled), option.state.testFlag(QStyle::State_HasFocus)};
    paintCheckMark(painter, option.rect.adjusted(1, 1, -1, -1), look, Theme::fromPalette(option.palette));
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
    else if (element != PE_PanelItemViewRow) // delegates paint whole rows
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace Runnerscope
