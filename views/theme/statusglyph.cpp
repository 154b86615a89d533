// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/statusglyph.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Runnerscope {

namespace {

constexpr qreal barsPerHeight = 0.7; ///< width of the two bars and the gap between disc and bars
constexpr int quarter = 90 * 16;

void paintRing(QPainter &painter, const QRectF &square, const QColor &ink, bool dashed)
{
    const qreal width = std::max(1.4, square.height() * 0.15);
    QPen pen(ink, width);
    pen.setCapStyle(Qt::FlatCap);
    const QRectF ring = square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    if (dashed) { // eight dashes of the same length all around
        const qreal dash = ring.width() * std::numbers::pi / 16 / width;
        pen.setDashPattern({dash, dash});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
}

void paintDisc(QPainter &painter, const QRectF &square, RunnerStatus status, const QColor &ink)
{
    if (status != RunnerStatus::Online)
        paintRing(painter, square, ink, status == RunnerStatus::NeverContacted);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    if (status == RunnerStatus::Online)
        painter.drawEllipse(square);
    else if (status == RunnerStatus::Stale)
        painter.drawPie(square, 0, quarter);
}

} // namespace

qreal statusGlyphWidth(qreal height, bool paused)
{
    return paused ? height * (1 + barsPerHeight * 1.4) : height;
}

void paintStatusGlyph(QPainter &painter, const QRectF &rect, RunnerStatus status, bool paused, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(rect.topLeft(), QSizeF(rect.height(), rect.height()));
    paintDisc(painter, square, status, theme.meaningOf(status).ink);
    painter.restore();
    if (paused) {
        const qreal width = rect.height() * barsPerHeight;
        paintPausedBars(painter, QRectF(square.right() + width * 0.4, rect.top(), width, rect.height()), theme);
    }
}

void paintPausedBars(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    // On whole device pixels, so that the bars are crisp.
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto snapped = [ratio](qreal length) { return std::max(1.0, std::round(length * ratio)) / ratio; };
    const qreal bar = snapped(rect.height() * 0.22);
    const qreal gap = snapped(rect.height() * 0.2);
    const QRectF left(snapped(rect.left()), snapped(rect.top()), bar, snapped(rect.height()));
    painter.fillRect(left, theme.mutedText);
    painter.fillRect(left.translated(bar + gap, 0), theme.mutedText);
}

} // namespace Runnerscope
