// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/rowpainting.h"

#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace Runnerscope {

namespace {

constexpr int longestShown = 400; ///< letters; more never fit, and eliding would measure all of them

/// The edge where lines of text begin, which stays in place while columns are scrolled.
QRect edgeOf(const QStyleOptionViewItem &option)
{
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int width = option.widget ? option.widget->width() : option.rect.right() + 1;
    const int left = mirrored ? width - Metrics::accentBar : 0;
    return QRect(left, option.rect.top(), Metrics::accentBar, option.rect.height() - Metrics::hairline);
}

} // namespace

QColor rowBackground(const RowState &state, const Theme &theme)
{
    if (state.selected)
        return state.focused ? theme.selectionWash : theme.restingWash;
    if (state.checked)
        return theme.restingWash;
    return state.hovered ? theme.hoverWash : theme.surface;
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const RowState &state, const Theme &theme)
{
    const QRect rect = option.rect;
    painter.fillRect(rect, rowBackground(state, theme));
    const QRect below(rect.left(), rect.bottom(), rect.width(), Metrics::hairline);
    const bool outlined = state.current && state.focused && !state.selected;
    painter.fillRect(below, outlined ? theme.focus : theme.hairline);
    if (outlined)
        painter.fillRect(QRect(rect.topLeft(), QSize(rect.width(), Metrics::hairline)), theme.focus);
    if (state.selected || outlined)
        painter.fillRect(edgeOf(option) & rect, state.focused ? theme.accent : theme.mutedText);
}

void paintText(QPainter &painter, const QRect &rect, const QString &text, const QFontMetrics &metrics,
    Qt::TextElideMode elide, Qt::Alignment alignment)
{
    if (rect.width() <= 0)
        return;
    const QString shown = metrics.elidedText(text.left(longestShown), elide, rect.width());
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void paintChip(
    QPainter &painter, const QRect &rect, const QString &text, const QFontMetrics &metrics, const Theme &theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.inactive.wash);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(rect, Metrics::radius, Metrics::radius);
    painter.setPen(theme.inactive.ink);
    const int padding = Metrics::small - 2;
    paintText(painter, rect.adjusted(padding, 0, -padding, 0), text, metrics, Qt::ElideRight, Qt::AlignHCenter);
}

} // namespace Runnerscope
