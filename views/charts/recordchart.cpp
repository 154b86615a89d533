// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/recordchart.h"

#include "models/rules/jobs/runnerrecordwording.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"
#include "views/delegates/plaintooltip.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int jobsHeight = 36;
constexpr int timesHeight = 24;
constexpr int captionGap = 3; ///< a mark at the top of a lane touches no letter
constexpr qreal widestBar = 28;

} // namespace

RecordChart::RecordChart(QWidget *parent) :
    QWidget(parent)
{
    setObjectName(QStringLiteral("recordChart"));
    setAccessibleName(tr("Jobs over time"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFontRole(this, FontRole::Caption);
}

void RecordChart::setCourse(const HostCourse &course)
{
    m_course = course;
    setAccessibleDescription(RunnerRecordWording::course(course));
    setVisible(m_course.here.size() > 1);
    updateGeometry();
    update();
}

qint64 RecordChart::valueOf(const RecordSpan &span, Lane lane)
{
    const auto milliseconds = [](const std::optional<std::chrono::milliseconds> &time) {
        return time ? std::max<qint64>(0, time->count()) : -1;
    };
    switch (lane) {
    case Lane::Jobs:
        return span.finished > 0 ? span.finished : -1;
    case Lane::Ran:
        return milliseconds(span.ran);
    case Lane::Waited:
        break;
    }
    return milliseconds(span.waited);
}

/// Jobs elsewhere are no measure for those here, but their times are.
qint64 RecordChart::mostOf(Lane lane) const
{
    qint64 most = 0;
    for (const RecordSpan &span : m_course.here)
        most = std::max(most, valueOf(span, lane));
    if (lane == Lane::Jobs)
        return most;
    for (const RecordSpan &span : m_course.elsewhere)
        most = std::max(most, valueOf(span, lane));
    return most;
}

QString RecordChart::captionOf(Lane lane) const
{
    const qint64 most = mostOf(lane);
    const QString time = Wording::wait(std::chrono::milliseconds(most));
    switch (lane) {
    case Lane::Jobs:
        return tr("Finished and failed, up to %1").arg(Wording::count(most));
    case Lane::Ran:
        return tr("Ran, up to %1", "for how long jobs did").arg(time);
    case Lane::Waited:
        break;
    }
    return tr("Waited, up to %1", "for how long jobs did").arg(time);
}

QSize RecordChart::sizeHint() const
{
    const int captions = 4 * fontMetrics().height() + 3 * captionGap;
    return {Metrics::panelWidth / 2, captions + jobsHeight + 2 * timesHeight + 2 * Metrics::tiny};
}

/// Below its caption.
QRectF RecordChart::plotOf(Lane lane) const
{
    const int caption = fontMetrics().height() + captionGap;
    const int number = static_cast<int>(lane);
    const int above = number == 0 ? 0 : jobsHeight + Metrics::tiny + (number - 1) * (timesHeight + Metrics::tiny);
    return QRectF(0, (number + 1) * caption + above, width(), number == 0 ? jobsHeight : timesHeight);
}

/// From the bottom up; the highest bar has the whole height.
QRectF RecordChart::barOf(Lane lane, std::size_t place, qint64 value) const
{
    const QRectF plot = plotOf(lane);
    const qreal step = std::min(widestBar, plot.width() / qreal(m_course.here.size()));
    const qreal high = (plot.height() - 1) * qreal(value) / qreal(std::max<qint64>(1, mostOf(lane)));
    return {step * qreal(place), plot.bottom() - 1 - high, std::max<qreal>(2, step - 2), high};
}

bool RecordChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString words;
    for (std::size_t i = 0; i < m_course.here.size(); ++i) {
        const QRectF bar = barOf(Lane::Jobs, i, 0);
        if (help->pos().x() >= bar.left() && help->pos().x() <= bar.right() && m_course.here[i].finished > 0)
            words = RunnerRecordWording::span(m_course.here[i]);
    }
    QToolTip::showText(help->globalPos(), words.isEmpty() ? QString() : plainToolTip(words), this);
    return true;
}

void RecordChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_course.here.empty())
        return;
    QPainter painter(this);
    for (const Lane lane : lanes)
        paintLane(painter, lane);
    paintTimes(painter);
}

void RecordChart::paintLane(QPainter &painter, Lane lane) const
{
    const Theme &theme = Theme::of(this);
    const QRectF plot = plotOf(lane);
    const int caption = fontMetrics().height();
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(0, plot.top() - caption - captionGap, width(), caption), Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(captionOf(lane), Qt::ElideRight, width()));
    painter.setPen(theme.hairline);
    painter.drawLine(QPointF(0, plot.bottom() - 1), QPointF(width(), plot.bottom() - 1));
    for (std::size_t place = 0; place < m_course.here.size(); ++place) {
        paintBar(painter, lane, place);
        if (lane != Lane::Jobs && place < m_course.elsewhere.size())
            paintElsewhere(painter, lane, place);
    }
}

void RecordChart::paintBar(QPainter &painter, Lane lane, std::size_t place) const
{
    const RecordSpan &span = m_course.here[place];
    const qint64 value = valueOf(span, lane);
    if (value < 0)
        return;
    const Theme &theme = Theme::of(this);
    QRectF bar = barOf(lane, place, value);
    if (lane != Lane::Jobs) {
        bar.setTop(std::min(bar.top(), bar.bottom() - 1)); // nothing waited for is seen, too
        painter.fillRect(bar, theme.accent);
        return;
    }
    painter.setPen(theme.mutedText);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    bar.setTop(bar.bottom() - bar.height() * span.failed / span.finished);
    painter.fillRect(bar, theme.danger.ink);
}

/// A line across the bar, as wide as its place.
void RecordChart::paintElsewhere(QPainter &painter, Lane lane, std::size_t place) const
{
    const qint64 value = valueOf(m_course.elsewhere[place], lane);
    if (value < 0)
        return;
    const QRectF bar = barOf(lane, place, value);
    painter.fillRect(QRectF(bar.left(), bar.top() - 1, bar.width(), 2), Theme::of(this).text);
}

void RecordChart::paintTimes(QPainter &painter) const
{
    const Period all{m_course.here.front().period.from, m_course.here.back().period.to};
    const int caption = fontMetrics().height();
    painter.setPen(Theme::of(this).mutedText);
    painter.drawText(QRectF(0, height() - caption, width(), caption), Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(Wording::period(all), Qt::ElideRight, width()));
}

} // namespace Runnerscope
