// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuewording.h"

#include "models/rules/queue/jobfacets.h"
#include "models/rules/queue/queuegaps.h"
#include "models/rules/queue/queuethinning.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Runnerscope::Wording {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

struct QueueTr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::QueueWording)
};

QDateTime localTime(ServerTime time)
{
    return toDateTime(time).toLocalTime();
}

QString clock(ServerTime time, bool withDate)
{
    const QLocale locale;
    const QDateTime local = localTime(time);
    const QString hour = locale.toString(local.time(), QLocale::ShortFormat);
    return withDate ? QString(locale.toString(local.date(), QStringLiteral("d MMM")) + u' ' + hour) : hour;
}

QString percent(double share)
{
    // Almost all is not all, almost nothing is not nothing.
    const double whole = share * 100;
    const double shown = whole > 99 && whole < 100 ? 99 : whole > 0 && whole < 1 ? 1 : std::round(whole);
    return QueueTr::tr("%1 %", "percent").arg(QLocale().toString(shown, 'f', 0));
}

QString numbers(DepthRange range, Certainty certainty)
{
    if (certainty == Certainty::Unknown)
        return QueueTr::tr("an unknown number", "of jobs");
    const QString words = range.low == range.high
        ? count(range.high)
        : QueueTr::tr("%1 to %2", "numbers of jobs").arg(count(range.low), count(range.high));
    return certainty == Certainty::AtLeast ? QueueTr::tr("at least %1", "jobs").arg(words) : words;
}

QString longestGap(const std::vector<Period> &gaps, bool withDate)
{
    const Period gap = *std::ranges::max_element(gaps, {}, &Period::length);
    const QString from = clock(gap.from, withDate);
    const QString to = clock(gap.to, withDate);
    if (gaps.size() == 1)
        return QueueTr::tr("nobody looked from %1 to %2").arg(from, to);
    return QueueTr::tr(
        "nobody looked in %n stretches, the longest from %1 to %2", nullptr, static_cast<int>(gaps.size()))
        .arg(from, to);
}

} // namespace

QString queueFacet(const QueueFacet &facet, const QString &runnerName)
{
    switch (facet.kind) {
    case FacetKind::All:
        return QueueTr::tr("all jobs");
    case FacetKind::TagSet:
        return facet.name.isEmpty() ? QueueTr::tr("jobs without tags")
                                    : QueueTr::tr("jobs with %1", "tags").arg(oneLine(facet.name));
    case FacetKind::Group:
        return QueueTr::tr("jobs below %1", "a group").arg(oneLine(facet.name));
    case FacetKind::Project:
        return QueueTr::tr("jobs of %1", "a project").arg(oneLine(facet.name));
    case FacetKind::Runner:
        break;
    }
    return QueueTr::tr("jobs on %1", "a runner")
        .arg(runnerName.isEmpty() ? QString(u'#' + facet.name) : oneLine(runnerName));
}

QString wait(std::chrono::milliseconds wait)
{
    const auto whole = std::chrono::round<seconds>(wait);
    const auto two = [](const QString &pattern, seconds time, seconds large, seconds small) {
        return pattern.arg(count(time / large)).arg(time % large / small);
    };
    if (whole < 1min)
        return QueueTr::tr("%1 s", "seconds").arg(whole.count());
    if (whole < 1h)
        return two(QueueTr::tr("%1 min %2 s"), whole, 1min, 1s);
    return whole < 48h ? two(QueueTr::tr("%1 h %2 min"), whole, 1h, 1min)
                       : two(QueueTr::tr("%1 d %2 h", "days, hours"), whole, 24h, 1h);
}

QString observation(const QueuePoints &points, Period period)
{
    const ObservedShare share = observedShare(points, period);
    if (share.observed <= 0)
        return QueueTr::tr("Nobody looked in this time.");
    QString words = QueueTr::tr("Observed %1 of this time").arg(percent(share.observed - share.reconstructed));
    if (share.reconstructed > 0)
        words += QueueTr::tr(", reconstructed %1 from jobs that were read later").arg(percent(share.reconstructed));
    // What is shorter than a point of the line is no gap that anybody could see.
    const auto gaps = gapsIn(points, period, std::max<std::chrono::milliseconds>(90s, period.length() / 300));
    if (!gaps.empty())
        words += QStringLiteral("; ") + longestGap(gaps, period.length() > 20h);
    return words + u'.';
}

QString queueReadout(const QueuePoint &point)
{
    QString words = QueueTr::tr("%1: %2 waiting, %3 running", "a time, numbers of jobs")
                        .arg(exactTime(point.start), numbers(point.pending, point.certainty.pending),
                            numbers(point.running, point.certainty.running));
    if (point.longestWait > 0ms)
        words += QueueTr::tr(", the oldest for %1", "waiting job").arg(wait(point.longestWait));
    if (point.reconstructed)
        words += QueueTr::tr(" (reconstructed)");
    return words;
}

QString mostRunning(const RunningPeak &peak)
{
    return QueueTr::tr("Most ever seen running at once: %1").arg(count(peak.running));
}

QString period(Period period)
{
    const bool oneDay = localTime(period.from).date() == localTime(period.to).date();
    const QString from = clock(period.from, true);
    return QueueTr::tr("%1 to %2", "times").arg(from, clock(period.to, !oneDay));
}

} // namespace Runnerscope::Wording
