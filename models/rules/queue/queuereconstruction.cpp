// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuereconstruction.h"

#include "models/rules/queue/jobfacets.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace Runnerscope {

namespace {

enum class Change { Queued, Taken, Gone };

/// A job and what became of it at a time.
struct Event
{
    ServerTime at;
    Change change;
    std::size_t job;
};

/// A job that waited and ran; either may be missing.
struct Life
{
    const Job *job;
    OptionalTime queued;
    OptionalTime started;
    OptionalTime ended;
    bool waits = false; ///< at the moment of the sweep
};

bool isUnfinished(const Job &job)
{
    return job.status == JobStatus::Pending || occupiesRunner(job.status);
}

/// None: it says nothing of the time.
std::optional<Life> lifeOf(const Job &job)
{
    if (!needsRunner(job) || (!job.finishedAt && !isUnfinished(job)))
        return std::nullopt;
    Life life{&job, job.queuedAt, job.status == JobStatus::Pending ? OptionalTime() : job.startedAt, {}};
    if (!isUnfinished(job))
        life.ended = job.finishedAt;
    if (!life.queued && !life.started)
        return std::nullopt;
    // A clock that was put back in between makes no negative times.
    if (life.started && life.queued)
        life.queued = std::min(*life.queued, *life.started);
    if (life.ended)
        life.ended = std::max(*life.ended, life.started ? *life.started : *life.queued);
    return life;
}

std::vector<Life> livesOf(std::span<const JobPtr> jobs)
{
    QHash<JobId, std::size_t> places;
    std::vector<Life> lives;
    for (const JobPtr &job : jobs) {
        const auto life = lifeOf(*job);
        if (!life)
            continue;
        const auto known = places.constFind(job->id);
        if (known != places.cend()) {
            lives[*known] = *life;
            continue;
        }
        places.insert(job->id, lives.size());
        lives.push_back(*life);
    }
    return lives;
}

std::vector<Event> eventsOf(const std::vector<Life> &lives)
{
    std::vector<Event> events;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        const Life &life = lives[i];
        if (life.queued)
            events.push_back({*life.queued, Change::Queued, i});
        if (life.started)
            events.push_back({*life.started, Change::Taken, i});
        if (life.ended)
            events.push_back({*life.ended, Change::Gone, i});
    }
    std::ranges::stable_sort(events, {}, &Event::at); // events of one job stay in their order
    return events;
}

/// The queue as it goes through time.
class Sweep
{
public:
    explicit Sweep(std::vector<Life> lives) :
        m_lives(std::move(lives))
    {
    }

    void apply(const Event &event)
    {
        Life &life = m_lives[event.job];
        switch (event.change) {
        case Change::Queued:
            life.waits = true;
            forEach(life, false, [&](Facet &facet) {
                ++facet.pending;
                facet.waiting.push_back(event.job);
            });
            return;
        case Change::Taken:
            leaveQueue(life);
            forEach(life, true, [](Facet &facet) { ++facet.running; });
            return;
        case Change::Gone:
            if (life.started)
                forEach(life, true, [](Facet &facet) { --facet.running; });
            leaveQueue(life);
            return;
        }
    }

    QueueSample sampleAt(ServerTime moment)
    {
        QueueSample sample;
        sample.moment = moment;
        sample.source = QueueSample::Source::Reconstructed;
        sample.all = depthOf(m_all);
        for (std::size_t i = 0; i < m_byFacet.size(); ++i) {
            if (const QueueDepth depth = depthOf(m_byFacet[i]); !depth.isEmpty())
                sample.facets.push_back({m_facets.facets()[i], depth});
        }
        std::ranges::sort(sample.facets, {}, &FacetDepth::facet);
        return sample;
    }

private:
    struct Facet
    {
        qint64 pending = 0;
        qint64 running = 0;
        std::deque<std::size_t> waiting; ///< by the time they were queued; some may have been taken since
    };

    template <typename Act>
    void forEach(const Life &life, bool withRunner, Act act)
    {
        act(m_all);
        const auto &numbers = m_facets.of(*life.job, withRunner);
        m_byFacet.resize(m_facets.facets().size());
        for (const int number : numbers)
            act(m_byFacet[static_cast<std::size_t>(number)]);
    }

    void leaveQueue(Life &life)
    {
        if (std::exchange(life.waits, false))
            forEach(life, false, [](Facet &facet) { --facet.pending; });
    }

    QueueDepth depthOf(Facet &facet)
    {
        while (!facet.waiting.empty() && !m_lives[facet.waiting.front()].waits)
            facet.waiting.pop_front();
        return {facet.pending, facet.running,
            facet.waiting.empty() ? OptionalTime() : m_lives[facet.waiting.front()].queued};
    }

    std::vector<Life> m_lives;
    JobFacets m_facets;
    Facet m_all;
    std::vector<Facet> m_byFacet;
};

CountCertainty certaintyAt(const PastJobs &past, ServerTime moment)
{
    const bool isComplete = past.completeSince && *past.completeSince <= moment;
    const Certainty finished = isComplete ? Certainty::Exact : Certainty::AtLeast;
    return {std::max(past.now.pending, finished), std::max(past.now.running, finished)};
}

} // namespace

std::vector<QueueSample> reconstruct(const PastJobs &past, Period period, std::chrono::milliseconds step)
{
    std::vector<Life> lives = livesOf(past.jobs);
    const std::vector<Event> events = eventsOf(lives);
    Sweep sweep(std::move(lives));
    auto next = events.begin();
    std::vector<QueueSample> samples;
    const ServerTime end = std::min(period.to, past.readAt + std::chrono::milliseconds(1));
    for (ServerTime moment{(period.from.time_since_epoch() + step - std::chrono::milliseconds(1)) / step * step};
         moment < end; moment += step) {
        for (; next != events.end() && next->at <= moment; ++next)
            sweep.apply(*next);
        QueueSample sample = sweep.sampleAt(moment);
        sample.interval = step;
        sample.certainty = sample.facetCertainty = certaintyAt(past, moment);
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace Runnerscope
