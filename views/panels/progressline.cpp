// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/progressline.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int thickness = 3;

} // namespace

ProgressLine::ProgressLine(QWidget *parent) :
    QWidget(parent)
{
    setObjectName(QStringLiteral("progress"));
    setAccessibleName(tr("Progress of reading the fleet"));
    setFixedHeight(thickness);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ProgressLine::setProgress(std::optional<qint64> read, std::optional<qint64> expected, const QString &text)
{
    m_read = read;
    m_expected = expected;
    update();
    setAccessibleDescription(text);
}

QSize ProgressLine::sizeHint() const
{
    return {1, thickness};
}

void ProgressLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    if (!m_read) {
        painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
        return;
    }
    painter.fillRect(rect(), theme.selectionWash);
    if (!m_expected || *m_expected <= 0)
        return;
    const double part = std::clamp(static_cast<double>(*m_read) / static_cast<double>(*m_expected), 0.0, 1.0);
    const QRect done(0, 0, static_cast<int>(part * width()), height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), done), theme.accent);
}

} // namespace Runnerscope
