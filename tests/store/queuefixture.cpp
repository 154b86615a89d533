// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/queuefixture.h"

#include "models/rules/queue/jobfacets.h"

#include <QCoreApplication>
#include <QHash>
#include <QTest>

#include <algorithm>

namespace Runnerscope::Test {

namespace {

QString projectName(unsigned number)
{
    return QStringLiteral("g%1/team/p%2").arg(number % 5).arg(number);
}

QString tagSet(unsigned number)
{
    static const QStringList names{
        QString(), QStringLiteral("docker"), QStringLiteral("docker,linux"), QStringLiteral("gpu")};
    return names.at(number % 4);
}

void add(QueueDepth &depth, qint64 pending, qint64 running, ServerTime queuedAt)
{
    depth.pending += pending;
    depth.running += running;
    if (pending > 0)
        depth.oldestQueuedAt = std::min(depth.oldestQueuedAt.value_or(queuedAt), queuedAt);
}

void widen(DepthRange &range, DepthRange other, bool isFirst)
{
    range = isFirst ? other : DepthRange{std::min(range.low, other.low), std::max(range.high, other.high)};
}

} // namespace

QueueSample numberedSample(int number, ServerTime moment, std::chrono::milliseconds interval)
{
    std::mt19937 random(static_cast<unsigned>(number) / 7); // the same for a while
    QueueSample sample;
    sample.moment = moment;
    sample.interval = interval;
    QHash<QueueFacet, QueueDepth> depths;
    for (auto left = random() % 6; left > 0; --left) {
        const auto project = static_cast<unsigned>(random() % 20);
        const qint64 pending = random() % 50 == 0 ? 1 + static_cast<qint64>(random() % 900) : random() % 3;
        const qint64 running = random() % 4;
        const ServerTime queuedAt = moment - std::chrono::milliseconds(random() % 4'000'000);
        add(sample.all, pending, running, queuedAt);
        add(depths[{FacetKind::Project, projectName(project)}], pending, running, queuedAt);
        add(depths[{FacetKind::TagSet, tagSet(project)}], pending, running, queuedAt);
        const QStringList groups = groupsAbove(projectName(project));
        for (const QString &group : groups)
            add(depths[{FacetKind::Group, group}], pending, running, queuedAt);
        add(depths[{FacetKind::Runner, QString::number(project % 6)}], 0, running, queuedAt);
    }
    for (auto it = depths.cbegin(); it != depths.cend(); ++it) {
        if (!it->isEmpty())
            sample.facets.push_back({it.key(), *it});
    }
    std::ranges::sort(sample.facets, {}, &FacetDepth::facet);
    return sample;
}

JobWait numberedWait(int number, ServerTime moment)
{
    std::mt19937 random(static_cast<unsigned>(number));
    const auto waited = std::chrono::milliseconds(random() % (1U << (random() % 24)));
    JobWait wait{{instance, 1000 + number}, moment - waited, moment, {}, {}, {}, 0};
    if (random() % 10 == 0)
        return wait; // of a project that may not be read
    const auto project = static_cast<unsigned>(random() % 20);
    wait.project = projectName(project);
    wait.tagSet = tagSet(project);
    wait.runner = RunnerId{instance, 1 + project % 6};
    wait.manager = 10 * wait.runner->number;
    return wait;
}

const std::vector<QueueFacet> &someFacets()
{
    static const std::vector<QueueFacet> facets{{}, {FacetKind::TagSet, {}},
        {FacetKind::TagSet, QStringLiteral("docker,linux")}, {FacetKind::Group, QStringLiteral("g1")},
        {FacetKind::Group, QStringLiteral("g1/team")}, {FacetKind::Project, projectName(7)},
        {FacetKind::Runner, QStringLiteral("3")}, {FacetKind::Project, QStringLiteral("never/seen")}};
    return facets;
}

QueueDepth depthOf(const QueueSample &sample, const QueueFacet &facet)
{
    if (facet.kind == FacetKind::All)
        return sample.all;
    const auto found = std::ranges::find(sample.facets, facet, &FacetDepth::facet);
    return found == sample.facets.end() ? QueueDepth() : found->depth;
}

SeenDepth seenBy(const std::vector<QueueSample> &samples, const QueueFacet &facet, Period period)
{
    SeenDepth seen;
    bool isFirst = true;
    for (const QueueSample &sample : samples) {
        if (sample.moment < period.from || sample.moment >= period.to)
            continue;
        const QueueDepth depth = depthOf(sample, facet);
        widen(seen.pending, {depth.pending, depth.pending}, isFirst);
        widen(seen.running, {depth.running, depth.running}, isFirst);
        if (depth.oldestQueuedAt)
            seen.longestWait = std::max(seen.longestWait, ageAt(*depth.oldestQueuedAt, sample.moment));
        isFirst = false;
    }
    return seen;
}

SeenDepth seenBy(const QueuePoints &points, Period period)
{
    SeenDepth seen;
    bool isFirst = true;
    for (const QueuePoint &point : points) {
        if (point.start < period.from || point.start >= period.to)
            continue;
        widen(seen.pending, point.pending, isFirst);
        widen(seen.running, point.running, isFirst);
        seen.longestWait = std::max(seen.longestWait, std::chrono::floor<std::chrono::seconds>(point.longestWait));
        isFirst = false;
    }
    return seen;
}

void finishKeeping(const QueueStore &queue)
{
    while (queue.isKeeping())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void appendNow(QueueStore &queue, std::vector<QueueSample> samples, std::vector<JobWait> waits)
{
    queue.append(std::move(samples), std::move(waits));
    finishKeeping(queue);
}

} // namespace Runnerscope::Test
