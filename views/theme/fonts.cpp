// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/fonts.h"

#include <QApplication>
#include <QFontInfo>
#include <QWidget>

namespace Runnerscope {

namespace {

qreal scaleOf(FontRole role)
{
    switch (role) {
    case FontRole::Caption:
        return 0.9;
    case FontRole::Title:
        return 1.2;
    case FontRole::Figure:
        return 1.6;
    case FontRole::Body:
    case FontRole::Strong:
        break;
    }
    return 1.0;
}

QFont::Weight weightOf(FontRole role)
{
    return role == FontRole::Caption || role == FontRole::Body ? QFont::Normal : QFont::DemiBold;
}

} // namespace

QFont fontFor(FontRole role)
{
    return fontFor(role, QApplication::font());
}

QFont fontFor(FontRole role, const QFont &base)
{
    QFont font = base;
    const qreal points = base.pointSizeF() > 0 ? base.pointSizeF() : QFontInfo(base).pointSizeF();
    font.setPointSizeF(points * scaleOf(role));
    font.setWeight(weightOf(role));
    return font;
}

void setFontRole(QWidget *widget, FontRole role)
{
    widget->setFont(fontFor(role));
}

} // namespace Runnerscope
