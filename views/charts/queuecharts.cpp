// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/queuecharts.h"

#include "models/rules/queue/queuegaps.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/queue/timeticks.h"
#include "models/rules/wording.h"
#include "views/charts/chartlegend.h"
#include "views/charts/chartpalette.h"
#include "views/charts/timechart.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Runnerscope {

namespace {

using std::chrono::seconds;

/// Seconds between the words of an axis of time that was waited.
constexpr double ageSteps[] = {10, 30, 60, 300, 600, 1800, 3600, 7200, 4 * 3600, 12 * 3600, 24 * 3600, 7 * 24 * 3600};

double ageStep(qint64 highest)
{
    constexpr double most = 2.5;
    const auto *fits =
        std::ranges::find_if(ageSteps, [highest](double step) { return static_cast<double>(highest) <= most * step; });
    return fits != std::end(ageSteps) ? *fits : std::max(std::end(ageSteps)[-1], static_cast<double>(highest) / 2);
}

/// The multiple of \a step at or above \a highest.
double topOf(double highest, double step)
{
    return step * std::max(1.0, std::ceil(highest / step));
}

bool isAny(const QueueLines &lines, bool LinePiece::*look)
{
    return std::ranges::any_of(std::initializer_list<const Line *>{&lines.pending, &lines.running, &lines.oldest},
        [look](const Line *line) { return std::ranges::any_of(*line, look); });
}

QString ageWords(double value)
{
    return value == 0 ? Wording::count(0) : Wording::duration(seconds(std::llround(value)));
}

} // namespace

QueueCharts::QueueCharts(QWidget *parent) :
    QWidget(parent),
    m_legend(new ChartLegend),
    m_readout(new QLabel),
    m_depth(new TimeChart(
        tr("Jobs waiting and running"), [](double value) { return Wording::count(std::llround(value)); })),
    m_age(new TimeChart(tr("How long the oldest job waited"), ageWords))
{
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setObjectName(QStringLiteral("queueReadout"));
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFontRole(m_readout, FontRole::Caption);
    m_depth->setTimeWordsShown(false);
    m_depth->setMinimumHeight(110);
    m_age->setMinimumHeight(80);
    auto *lines = new QVBoxLayout; // beside each other they have no room in a small window
    lines->setContentsMargins(Metrics::medium, 0, Metrics::medium, 0);
    lines->setSpacing(Metrics::tiny);
    lines->addWidget(m_legend);
    lines->addWidget(m_readout);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(lines);
    layout->addWidget(m_depth, 3);
    layout->addWidget(m_age, 2);
    join(*m_depth, *m_age);
    join(*m_age, *m_depth);
}

void QueueCharts::join(TimeChart &chart, TimeChart &other)
{
    connect(&chart, &TimeChart::pointed, this, [this, &chart, &other] {
        other.follow(chart.picker());
        showReadout(chart);
    });
    connect(&chart, &TimeChart::spanTaken, this, &QueueCharts::spanTaken);
    connect(&chart, &TimeChart::backWanted, this, &QueueCharts::backWanted);
}

std::size_t QueueCharts::mostPoints() const
{
    return static_cast<std::size_t>(std::clamp(width(), 200, 4000));
}

void QueueCharts::show(const QueueHistory &history, const QString &whose, bool waits)
{
    m_history = {history.period, history.points, history.mostRunning, {}};
    m_whose = whose;
    m_waits = waits;
    draw();
}

void QueueCharts::draw()
{
    using Ink = TimeChart::Ink;
    QueueLines lines = linesOf(m_history.points, m_history.period, 2 * mostPoints());
    if (!m_waits) {
        lines.pending.clear();
        lines.oldest.clear();
    }
    const auto &most = m_history.mostRunning;
    const auto highest = static_cast<double>(std::max({lines.highest, most ? most->running : 0, qint64(1)}));
    const auto step = static_cast<double>(axisTop(std::llround(std::ceil(highest / 4))));
    m_depth->setLines(m_history.period, {{Ink::Running, lines.running}, {Ink::Pending, lines.pending}},
        topOf(highest * 1.02, step), step);
    m_depth->setLevel(most ? std::optional(static_cast<double>(most->running)) : std::nullopt,
        most ? Wording::mostRunning(*most) + tr(" (the true limit is known to nobody)") : QString());
    const double seconds = ageStep(lines.highestOldest);
    m_age->setLines(m_history.period, {{Ink::Oldest, lines.oldest}},
        topOf(static_cast<double>(lines.highestOldest), seconds), seconds);
    m_age->setVisible(m_waits);
    m_depth->setTimeWordsShown(!m_waits);
    const int left = std::max(m_depth->valueWidth(), m_age->valueWidth());
    m_depth->setLeft(left);
    m_age->setLeft(left);
    showLegend(lines);
    showReadout(*m_depth);
}

void QueueCharts::showLegend(const QueueLines &lines)
{
    const Theme &theme = Theme::of(this);
    const ChartPalette palette = ChartPalette::of(theme);
    std::vector<ChartLegend::Entry> entries{{QPen(palette.running, 2), tr("running", "jobs")}};
    if (m_waits) {
        entries.insert(entries.begin(), {QPen(palette.pending, 2), tr("waiting", "jobs")});
        entries.push_back({QPen(palette.oldest, 2), tr("oldest one waiting", "job")});
    }
    if (isAny(lines, &LinePiece::reconstructed))
        entries.push_back({QPen(theme.mutedText, 2, Qt::DashLine), tr("reconstructed")});
    if (isAny(lines, &LinePiece::atLeast))
        entries.push_back({QPen(theme.mutedText, 2, Qt::DotLine), tr("at least so many")});
    m_legend->setEntries(std::move(entries));
}

void QueueCharts::showReadout(const TimeChart &chart)
{
    QString words;
    if (const auto span = chart.picker().span())
        words = tr("%1: Return or letting go of the mouse shows it", "a span of time").arg(Wording::period(*span));
    else if (const auto place = chart.picker().place()) {
        const QueuePoint *point = pointAt(m_history.points, *place);
        words =
            point ? Wording::queueReadout(*point) : tr("%1: nobody looked", "a time").arg(Wording::exactTime(*place));
    }
    m_readout->setText(words.isEmpty()
            ? tr("Point at the chart to read it; drag, or hold Shift with the arrow keys, to pick a span.")
            : words);
    const QString newest = m_history.points.empty() ? QString() : Wording::queueReadout(m_history.points.back());
    const QString sentence = m_whose + QStringLiteral(". ") + (words.isEmpty() ? newest : words);
    m_depth->setSentence(sentence);
    m_age->setSentence(sentence);
}

QString QueueCharts::readout() const
{
    return m_readout->text();
}

void QueueCharts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void QueueCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    emit resized();
}

} // namespace Runnerscope
