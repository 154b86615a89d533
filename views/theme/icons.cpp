// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icons.h"

#include "views/theme/theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>

namespace Runnerscope {

namespace {

/// All glyphs are drawn in a square of this size.
constexpr qreal grid = 16;

QPainterPath polyline(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF *point = points.begin() + 1; point != points.end(); ++point)
        path.lineTo(*point);
    return path;
}

QPainterPath refreshPath()
{
    const QRectF circle(3, 3, 10, 10);
    QPainterPath path;
    path.arcMoveTo(circle, 40);
    path.arcTo(circle, 40, 290);
    path.addPath(polyline({{12.6, 1.8}, {12.6, 5.0}, {9.4, 5.0}}));
    return path;
}

QPainterPath searchPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(7, 7), 4.3, 4.3);
    path.addPath(polyline({{10.3, 10.3}, {13.6, 13.6}}));
    return path;
}

QPainterPath closePath()
{
    QPainterPath path = polyline({{4.5, 4.5}, {11.5, 11.5}});
    path.addPath(polyline({{11.5, 4.5}, {4.5, 11.5}}));
    return path;
}

QPainterPath connectPath()
{
    QPainterPath path = polyline({{8.5, 2.75}, {13.25, 2.75}, {13.25, 13.25}, {8.5, 13.25}});
    path.addPath(polyline({{2.5, 8}, {9.5, 8}}));
    path.addPath(polyline({{6.75, 5.25}, {9.5, 8}, {6.75, 10.75}}));
    return path;
}

QPainterPath warningPath()
{
    QPainterPath path = polyline({{8, 2.25}, {14.25, 13.25}, {1.75, 13.25}});
    path.closeSubpath();
    path.addPath(polyline({{8, 6.5}, {8, 9}}));
    path.addPath(polyline({{8, 11.05}, {8, 11.1}}));
    return path;
}

QPainterPath pathOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Refresh:
        return refreshPath();
    case Glyph::Search:
        return searchPath();
    case Glyph::Close:
        return closePath();
    case Glyph::Connect:
        return connectPath();
    case Glyph::Below:
        return polyline({{4.5, 6.25}, {8, 9.75}, {11.5, 6.25}});
    case Glyph::Warning:
        break;
    }
    return warningPath();
}

QColor colorOf(IconInk ink, const Theme &theme)
{
    switch (ink) {
    case IconInk::Muted:
        return theme.mutedText;
    case IconInk::Text:
        return theme.text;
    case IconInk::OnAccent:
        return theme.onAccent;
    case IconInk::Attention:
        return theme.attention.ink;
    case IconInk::Danger:
        break;
    }
    return theme.danger.ink;
}

/// A square engine that draws each pixmap anew: sharp at every size and scale, and never of an earlier theme.
class DrawnIconEngine : public QIconEngine
{
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const qreal side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / grid, side / grid);
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        draw(*painter);
        painter->restore();
    }

protected:
    virtual void draw(QPainter &painter) const = 0;
};

class GlyphEngine : public DrawnIconEngine
{
public:
    GlyphEngine(Glyph glyph, IconInk ink) :
        m_glyph(glyph),
        m_ink(ink)
    {
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }

protected:
    void draw(QPainter &painter) const override
    {
        const QColor color = colorOf(m_ink, Theme::fromPalette(QApplication::palette()));
        painter.strokePath(pathOf(m_glyph), QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }

private:
    Glyph m_glyph;
    IconInk m_ink;
};

/// Three runners in a frame, one of them silent: the same drawing as resources/icons/runnerscope.svg.
class ApplicationIconEngine : public DrawnIconEngine
{
public:
    QIconEngine *clone() const override { return new ApplicationIconEngine(*this); }

protected:
    void draw(QPainter &painter) const override
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x1f, 0x3f, 0x8f));
        painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 3.5, 3.5);
        for (int row = 0; row < 3; ++row)
            drawRunner(painter, 4.25 + row * 3.75, row == 1);
    }

private:
    static void drawRunner(QPainter &painter, qreal y, bool silent)
    {
        const QColor ink(silent ? 0xff8fabe8 : 0xffffffff);
        painter.setPen(QPen(ink, 0.9));
        painter.setBrush(silent ? QBrush(Qt::NoBrush) : QBrush(ink));
        painter.drawEllipse(QPointF(4.25, y), 0.95, 0.95);
        painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(7.3, y), QPointF(silent ? 10.2 : 12.3, y));
    }
};

} // namespace

QIcon glyphIcon(Glyph glyph, IconInk ink)
{
    return QIcon(new GlyphEngine(glyph, ink));
}

QIcon applicationIcon()
{
    return QIcon(new ApplicationIconEngine);
}

} // namespace Runnerscope
