// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/navigationitem.h"

#include "models/rules/wording.h"
#include "views/delegates/rowpainting.h"
#include "views/delegates/runnerdelegate.h"
#include "views/theme/metrics.h"
#include "views/theme/statusglyph.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace Runnerscope {

NavigationItem::NavigationItem(const QString &text, const QString &filter, QWidget *parent) :
    QAbstractButton(parent),
    m_filter(filter)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus); // the panel lets Tab into one of its items
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void NavigationItem::setCount(std::optional<qint64> count)
{
    m_count = count ? Wording::count(*count) : QString();
    setAccessibleName(count ? tr("%1: %2", "kind of runners, how many there are").arg(text(), m_count) : text());
    update();
}

QSize NavigationItem::sizeHint() const
{
    return {Metrics::navigationWidth, rowHeightFor(fontMetrics())};
}

QSize NavigationItem::minimumSizeHint() const
{
    return {Metrics::navigationWidth / 2, sizeHint().height()};
}

bool NavigationItem::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void NavigationItem::paintGlyph(QPainter &painter, const QRect &place) const
{
    const Theme &theme = Theme::of(this);
    if (m_status)
        paintStatusGlyph(painter, place, *m_status, false, theme);
    else if (m_bars)
        paintPausedBars(painter, QRectF(place).translated(place.width() * 0.2, 0), theme);
}

void NavigationItem::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF background = QRectF(rect()).adjusted(Metrics::small, 0.5, -Metrics::small, -0.5);
    painter.setPen(hasFocus() ? QPen(theme.focus, 1) : QPen(Qt::NoPen));
    const QColor wash = isChecked() ? theme.selectionWash : theme.restingWash;
    painter.setBrush(isChecked() || underMouse() ? QBrush(wash) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(background.adjusted(0.5, 0, -0.5, 0), Metrics::radius, Metrics::radius);

    const QRect content = rect().adjusted(Metrics::large, 0, -Metrics::large, 0);
    const int size = fontMetrics().ascent() * 3 / 4;
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), content, place); };
    paintGlyph(painter, mirrored(QRect(content.left(), content.center().y() - size / 2 + 1, size, size)));
    const int countWidth = fontMetrics().horizontalAdvance(m_count) + 1;
    const int indent = hasGlyph() ? size + Metrics::small : 0;
    painter.setPen(theme.text);
    paintText(painter, mirrored(content.adjusted(indent, 0, -countWidth - Metrics::small, 0)), text(), fontMetrics(),
        Qt::ElideRight, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setPen(isChecked() ? theme.text : theme.mutedText);
    const QRect countPlace(content.right() + 1 - countWidth, 0, countWidth, height());
    paintText(painter, mirrored(countPlace), m_count, fontMetrics(), Qt::ElideNone,
        QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
}

void NavigationItem::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        emit stepRequested(1);
        break;
    case Qt::Key_Up:
        emit stepRequested(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace Runnerscope
