// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/failurestrip.h"

#include "models/rules/jobs/runnerrecordwording.h"
#include "views/delegates/plaintooltip.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int stripHeight = 40;
constexpr qreal widestBar = 28;

} // namespace

FailureStrip::FailureStrip(QWidget *parent) :
    QWidget(parent)
{
    setObjectName(QStringLiteral("failureStrip"));
    setAccessibleName(tr("Jobs over time"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FailureStrip::setRecord(const RunnerRecord &record)
{
    m_spans = record.spans;
    setAccessibleDescription(RunnerRecordWording::spans(record));
    setVisible(m_spans.size() > 1);
    update();
}

QSize FailureStrip::sizeHint() const
{
    return {Metrics::panelWidth / 2, stripHeight};
}

/// From the bottom up; the highest bar has the whole height.
QRectF FailureStrip::barOf(std::size_t place) const
{
    const auto most = std::ranges::max_element(m_spans, {}, &RecordSpan::finished)->finished;
    const qreal step = std::min(widestBar, qreal(width()) / qreal(m_spans.size()));
    const qreal high = (height() - 1) * qreal(m_spans[place].finished) / std::max(1, most);
    return {step * qreal(place), height() - 1 - high, std::max<qreal>(2, step - 2), high};
}

bool FailureStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString words;
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        const QRectF bar = barOf(i);
        if (help->pos().x() >= bar.left() && help->pos().x() <= bar.right() && m_spans[i].finished > 0)
            words = RunnerRecordWording::span(m_spans[i]);
    }
    QToolTip::showText(help->globalPos(), words.isEmpty() ? QString() : plainToolTip(words), this);
    return true;
}

void FailureStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        const RecordSpan &span = m_spans[i];
        if (span.finished == 0)
            continue;
        QRectF bar = barOf(i);
        painter.setPen(theme.mutedText);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        bar.setTop(bar.bottom() - bar.height() * span.failed / span.finished);
        painter.fillRect(bar, theme.danger.ink);
    }
}

} // namespace Runnerscope
