// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoqueue.h"

#include "models/rules/queue/jobfacets.h"
#include "models/rules/queue/waitpercentiles.h"

#include <algorithm>
#include <map>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds finest = 15s;

/// The first multiple of \a step at or after \a time.
ServerTime roundedUp(ServerTime time, milliseconds step)
{
    const milliseconds since = time.time_since_epoch();
    return ServerTime((since + step - 1ms) / step * step);
}

/// How many of the moments \a first, first + step, … are before \a time, within \a most.
std::size_t momentsBefore(ServerTime time, ServerTime first, milliseconds step, std::size_t most)
{
    if (time <= first)
        return 0;
    return std::min(most, static_cast<std::size_t>((time - first + step - 1ms) / step));
}

} // namespace

/// Whether a stay belongs to a facet.
class DemoQueue::Wanted
{
public:
    Wanted(const DemoQueue &queue, const QueueFacet &facet) :
        m_kind(facet.kind),
        m_runner(facet.name.toLongLong()),
        m_tagSet(queue.m_tagSets.numbers.value(facet.name, -1))
    {
        for (const QString &project : queue.m_projects.all)
            m_projects.push_back(
                facet.kind == FacetKind::Group ? project.startsWith(facet.name + u'/') : project == facet.name);
    }

    bool operator()(const Stay &stay) const
    {
        switch (m_kind) {
        case FacetKind::All:
            return true;
        case FacetKind::TagSet:
            return stay.tagSet == m_tagSet;
        case FacetKind::Runner:
            return stay.runner == m_runner;
        case FacetKind::Group:
        case FacetKind::Project:
            break;
        }
        return m_projects[static_cast<std::size_t>(stay.project)];
    }
    /// Nothing waits for one runner alone.
    bool waits() const { return m_kind != FacetKind::Runner; }

private:
    FacetKind m_kind;
    qint64 m_runner;
    int m_tagSet;
    std::vector<bool> m_projects;
};

/// At moments that follow each other.
struct DemoQueue::Counts
{
    std::vector<qint64> pending;
    std::vector<qint64> running;
    std::vector<ServerTime> oldest; ///< of the pending ones
};

int DemoQueue::Names::numberOf(const QString &name)
{
    const auto known = numbers.constFind(name);
    if (known != numbers.cend())
        return *known;
    all.append(name);
    return *numbers.insert(name, static_cast<int>(all.size()) - 1);
}

DemoQueue::DemoQueue(quint64 seed, ServerTime start) :
    m_seed(seed),
    m_start(start)
{
}

void DemoQueue::follow(const Fleet &fleet, ServerTime now)
{
    if (fleet.rows.empty() || now <= m_now)
        return;
    if (m_passing.empty()) {
        m_from = std::chrono::floor<std::chrono::hours>(now - length);
        m_next = DemoPlans::firstAt(m_from);
        m_nextStuck = m_from - DemoPlans::stuckFor;
    }
    m_now = now;
    for (; m_next <= DemoPlans::lastAt(now); ++m_next) {
        if (const auto plan = DemoPlans::passing(fleet, m_seed, m_next))
            add(*plan);
    }
    // Of a stretch all come at once: those that lie ahead are not counted yet.
    for (; m_nextStuck <= now; m_nextStuck += DemoPlans::stuckFor) {
        const auto last = std::chrono::floor<std::chrono::hours>(m_nextStuck) + DemoPlans::stuckFor - 1h;
        for (const DemoJobPlan &plan : DemoPlans::stuck(fleet, m_seed, last))
            add(plan);
    }
    forgetOld();
}

void DemoQueue::add(const DemoJobPlan &plan)
{
    const Stay stay{plan.queuedAt, plan.startedAt, plan.endsAt, m_projects.numberOf(DemoPlans::projectPath(plan)),
        m_tagSets.numberOf(tagSetName(plan.tags)), plan.runs() ? plan.runner->runner->id.number : 0};
    (plan.runs() ? m_passing : m_stuck).push_back(stay);
}

void DemoQueue::forgetOld()
{
    constexpr auto slack = std::chrono::hours(24); // so that this is rarely done
    if (m_now - m_from < length + slack)
        return;
    m_from = std::chrono::floor<std::chrono::hours>(m_now - length);
    std::erase_if(m_passing, [this](const Stay &stay) { return stay.endsAt < m_from; });
    std::erase_if(m_stuck, [this](const Stay &stay) { return stay.endsAt < m_from; });
}

DemoQueue::Look DemoQueue::lookAt(ServerTime time) const
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    if (time < m_from || day >= std::chrono::floor<std::chrono::days>(m_start))
        return time < m_from ? Look::Nobody : Look::Observed;
    const auto hour = time - day;
    switch (day.time_since_epoch().count() % 3) {
    case 0: // a night in which the computer slept; the jobs of the last hours were read in the morning
        return hour < 2h + 10min || hour >= 6h + 40min ? Look::Observed
            : hour < 3h + 40min                        ? Look::Nobody
                                                       : Look::Reconstructed;
    case 1:
        return hour >= 12h + 30min && hour < 13h + 10min ? Look::Nobody : Look::Observed;
    default:
        return Look::Observed;
    }
}

DemoQueue::Counts DemoQueue::countsOf(
    const QueueFacet &facet, ServerTime first, milliseconds step, std::size_t moments) const
{
    Counts counts{std::vector<qint64>(moments + 1), std::vector<qint64>(moments + 1), {}};
    counts.oldest.resize(moments, ServerTime::max());
    const Wanted wanted(*this, facet);
    for (const auto *stays : {&m_passing, &m_stuck}) {
        for (const Stay &stay : *stays) {
            if (stay.endsAt <= first || !wanted(stay))
                continue;
            const std::size_t queued = momentsBefore(stay.queuedAt, first, step, moments);
            const std::size_t started = momentsBefore(stay.startedAt, first, step, moments);
            ++counts.running[started];
            --counts.running[momentsBefore(stay.endsAt, first, step, moments)];
            if (!wanted.waits())
                continue;
            ++counts.pending[queued];
            --counts.pending[started];
            for (std::size_t i = queued; i < started; ++i)
                counts.oldest[i] = std::min(counts.oldest[i], stay.queuedAt);
        }
    }
    return counts;
}

QueuePoints DemoQueue::samples(const QueueFacet &facet, Period period, std::size_t mostPoints)
{
    const ServerTime from = std::max(period.from, m_from);
    const ServerTime to = std::min(period.to, m_now + 1ms);
    const milliseconds least = (to - from) / static_cast<qint64>(std::max<std::size_t>(1, mostPoints));
    const milliseconds step = std::max(finest, (least + finest) / finest * finest);
    const ServerTime first = roundedUp(from, step);
    const std::size_t moments = momentsBefore(to, first, step, std::max<std::size_t>(1, mostPoints));
    const Counts counts = countsOf(facet, first, step, moments);
    QueuePoints points;
    qint64 pending = 0;
    qint64 running = 0;
    for (std::size_t i = 0; i < moments; ++i) {
        pending += counts.pending[i];
        running += counts.running[i];
        QueuePoint point;
        point.start = first + static_cast<qint64>(i) * step;
        point.end = point.start + step;
        point.covered = step;
        point.pending = {pending, pending};
        point.running = {running, running};
        point.longestWait = pending > 0 ? point.start - counts.oldest[i] : 0ms;
        const Look look = lookAt(point.start);
        point.reconstructed = look == Look::Reconstructed;
        if (look != Look::Nobody)
            points.push_back(point);
    }
    return points;
}

template <typename Take>
void DemoQueue::forEachStart(Period period, Take take) const
{
    for (const Stay &stay : m_passing) {
        if (stay.startedAt >= period.from && stay.startedAt < period.to && stay.startedAt <= m_now
            && lookAt(stay.startedAt) != Look::Nobody)
            take(stay);
    }
}

std::vector<WaitSlice> DemoQueue::waits(const QueueFacet &facet, Period period)
{
    const Wanted wanted(*this, facet);
    std::map<ServerTime, std::vector<milliseconds>> hours;
    forEachStart(period, [&](const Stay &stay) {
        if (wanted(stay))
            hours[std::chrono::floor<std::chrono::hours>(stay.startedAt)].push_back(stay.startedAt - stay.queuedAt);
    });
    std::vector<WaitSlice> slices;
    for (auto &[hour, waits] : hours)
        slices.push_back({{hour, hour + 1h}, Runnerscope::countsOf(std::move(waits))});
    return slices;
}

std::vector<QueueFacet> DemoQueue::facetsOf(const Stay &stay, FacetKind kind) const
{
    switch (kind) {
    case FacetKind::All:
        return {{}};
    case FacetKind::TagSet:
        return {{kind, m_tagSets.all[stay.tagSet]}};
    case FacetKind::Project:
        return {{kind, m_projects.all[stay.project]}};
    case FacetKind::Runner:
        return {{kind, QString::number(stay.runner)}};
    case FacetKind::Group:
        break;
    }
    std::vector<QueueFacet> facets;
    const QStringList groups = groupsAbove(m_projects.all[stay.project]);
    for (const QString &group : groups)
        facets.push_back({kind, group});
    return facets;
}

std::vector<FacetWaits> DemoQueue::waitsBy(FacetKind kind, Period period)
{
    QHash<QueueFacet, std::vector<milliseconds>> found;
    forEachStart(period, [&](const Stay &stay) {
        for (const QueueFacet &facet : facetsOf(stay, kind))
            found[facet].push_back(stay.startedAt - stay.queuedAt);
    });
    std::vector<FacetWaits> result;
    for (auto it = found.begin(); it != found.end(); ++it)
        result.push_back({it.key(), Runnerscope::countsOf(std::move(*it))});
    std::ranges::sort(result, {}, &FacetWaits::facet);
    return result;
}

std::optional<RunningPeak> DemoQueue::mostRunning(const QueueFacet &facet)
{
    const Period always{m_from, m_now};
    std::optional<RunningPeak> peak;
    for (const QueuePoint &point : samples(facet, always, 10'000)) {
        if (point.running.high > 0 && (!peak || point.running.high > peak->running))
            peak = {point.running.high, point.start};
    }
    return peak;
}

} // namespace Runnerscope
