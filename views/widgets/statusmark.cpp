// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/statusmark.h"

#include "views/theme/statusglyph.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace Runnerscope {

StatusMark::StatusMark(QWidget *parent) :
    QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusMark::setStatus(RunnerStatus status, bool paused)
{
    m_status = status;
    m_paused = paused;
    updateGeometry();
    update();
}

int StatusMark::glyphHeight() const
{
    return fontMetrics().ascent() * 3 / 4;
}

QSize StatusMark::sizeHint() const
{
    return {static_cast<int>(std::ceil(statusGlyphWidth(glyphHeight(), m_paused))), fontMetrics().height()};
}

void StatusMark::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const int glyph = glyphHeight();
    const int top = (height() - glyph + 1) / 2; // in whole pixels: the glyph stays crisp
    paintStatusGlyph(painter, QRectF(0, top, width(), glyph), m_status, m_paused, Theme::of(this));
}

} // namespace Runnerscope
