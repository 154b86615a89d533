// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFontMetrics>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace Runnerscope {

struct Theme;

/// What a row looks like behind its texts.
struct RowState
{
    bool selected = false;
    bool current = false;
    bool hovered = false;
    bool focused = false; ///< the view has the keyboard
    bool checked = false;
};

QColor rowBackground(const RowState &state, const Theme &theme);
/// Background, hairline below, the accent bar at the edge of the view, and lines around a current row that is not
/// selected.
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const RowState &state, const Theme &theme);

/// One line in the middle of \a rect, elided; drawn with the painter's pen and font.
void paintText(QPainter &painter, const QRect &rect, const QString &text, const QFontMetrics &metrics,
    Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeft);

/// A chip with its text.
void paintChip(
    QPainter &painter, const QRect &rect, const QString &text, const QFontMetrics &metrics, const Theme &theme);

} // namespace Runnerscope
