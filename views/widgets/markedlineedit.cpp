// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/markedlineedit.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int waveStep = 3; ///< pixels

QPainterPath wave(int left, int right, int bottom)
{
    QPainterPath path(QPointF(left, bottom));
    bool up = true;
    for (int x = left + waveStep; x <= right; x += waveStep, up = !up)
        path.lineTo(x, up ? bottom - 2 : bottom);
    return path;
}

} // namespace

void MarkedLineEdit::markFault(qsizetype position, qsizetype length)
{
    m_faultPosition = position;
    m_faultLength = length;
    update();
}

void MarkedLineEdit::clearFault()
{
    m_faultPosition = -1;
    update();
}

/// Where a letter begins; the text may be scrolled, which only the cursor's place tells.
int MarkedLineEdit::xOf(qsizetype position) const
{
    const QString shown = displayText();
    const int cursor = fontMetrics().horizontalAdvance(shown.left(cursorPosition()));
    return cursorRect().center().x() + fontMetrics().horizontalAdvance(shown.left(position)) - cursor;
}

void MarkedLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_faultPosition < 0)
        return;
    const int left = xOf(m_faultPosition);
    const int right = std::max(xOf(m_faultPosition + m_faultLength), left + fontMetrics().averageCharWidth());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect().adjusted(fontMetrics().height() * 2, 0, -fontMetrics().height(), 0));
    painter.setPen(QPen(Theme::of(this).danger.ink, 1.4));
    painter.drawPath(wave(left, right, (height() + fontMetrics().height()) / 2 + 1));
}

} // namespace Runnerscope
