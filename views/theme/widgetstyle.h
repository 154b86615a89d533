// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Runnerscope {

/// Qt's own style, with check boxes that can be seen on a dark surface: their frame is the outline of the theme.
class WidgetStyle : public QProxyStyle
{
    Q_OBJECT

public:
    WidgetStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
};

} // namespace Runnerscope
