// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobqueue.h"

#include "models/rules/jobs/jobrunners.h"

#include <algorithm>
#include <map>

namespace Runnerscope {

namespace {

bool hasTags(const JobVerdicts &verdicts, quint32 offer, quint32 request)
{
    const WantedTags &wanted = verdicts.wantedTags(request);
    if (wanted.count == 0)
        return verdicts.offers().takesUntagged(offer);
    return wanted.tags.size() == wanted.count && std::ranges::includes(verdicts.offers().tagsOf(offer), wanted.tags);
}

MatchResult servesProject(const JobVerdicts &verdicts, quint32 rank, quint32 request)
{
    const auto pools = verdicts.pools().poolsOf(rank);
    MatchResult best = MatchResult::NotMet;
    for (const PoolScope &scope : verdicts.scopes(request)) {
        if (std::ranges::find(pools, scope.pool) == pools.end())
            continue;
        const MatchResult result = resultOf(scope.reason);
        if (result == MatchResult::Met)
            return result;
        if (result == MatchResult::Unknown)
            best = result;
    }
    return best;
}

/// Whether a runner that is not paused may take such jobs.
MatchResult mayTake(const JobVerdicts &verdicts, quint32 rank, quint32 request)
{
    const RankedRunner &runner = verdicts.pools().ranked(rank);
    const MatchResult serves = servesProject(verdicts, rank, request);
    if (serves == MatchResult::NotMet || !hasTags(verdicts, runner.offer, request))
        return MatchResult::NotMet;
    return serves == MatchResult::Met ? protectionOf(runner.level) : serves;
}

/// Calls \a visit with each request that the runner may take, and whether it surely may.
template <typename Visit>
void forEachRequest(const JobVerdicts &verdicts, quint32 rank, Visit visit)
{
    for (const quint32 pool : verdicts.pools().poolsOf(rank)) {
        for (const quint32 request : verdicts.requestsOf(pool)) {
            if (const MatchResult result = mayTake(verdicts, rank, request); result != MatchResult::NotMet)
                visit(request, result == MatchResult::Met);
        }
        if (pool == RunnerPools::projectsNotKnown) // which may serve all projects, those of its other pools too
            return;
    }
}

qint64 jobsAhead(const JobVerdicts &verdicts, quint32 request, JobId of)
{
    const auto &jobs = verdicts.jobsOf(request);
    const auto idOf = [&verdicts](quint32 job) { return verdicts.input().jobs[job]->id; };
    return std::ranges::lower_bound(jobs, of, {}, idOf) - jobs.begin();
}

bool instanceRunnersMayTake(const JobVerdicts &verdicts, quint32 request)
{
    const auto &scopes = verdicts.scopes(request);
    const auto scope = std::ranges::find(scopes, RunnerPools::instance, &PoolScope::pool);
    if (scope == scopes.end() || resultOf(scope->reason) == MatchResult::NotMet)
        return false;
    return std::ranges::any_of(verdicts.pools().runsOf(RunnerPools::instance), [&](const PoolRun &run) {
        return run.counts.total() > run.counts.paused() && hasTags(verdicts, run.offer, request);
    });
}

/// Runners with the same value have the same jobs in their queue.
using QueueKey = std::tuple<quint32, quint32, AccessLevel>;

std::optional<QueueKey> queueKey(const JobVerdicts &verdicts, std::size_t row)
{
    const quint32 rank = verdicts.pools().rankOfRow(row);
    const auto pools = verdicts.pools().poolsOf(rank);
    const RankedRunner &runner = verdicts.pools().ranked(rank);
    return pools.size() == 1 ? std::optional(QueueKey(pools.front(), runner.offer, runner.level)) : std::nullopt;
}

bool isBefore(const QueuePosition &a, const QueuePosition &b)
{
    return std::pair(a.last, a.first) < std::pair(b.last, b.first);
}

} // namespace

RunnerJobs jobsFor(const JobVerdicts &verdicts, std::size_t row, std::size_t most)
{
    RunnerJobs result;
    forEachRequest(verdicts, verdicts.pools().rankOfRow(row), [&](quint32 request, bool certain) {
        const auto &jobs = verdicts.jobsOf(request);
        result.count += static_cast<qint64>(jobs.size());
        result.certain += certain ? static_cast<qint64>(jobs.size()) : 0;
        const auto end = jobs.begin() + static_cast<std::ptrdiff_t>(std::min(jobs.size(), most));
        result.jobs.insert(result.jobs.end(), jobs.begin(), end);
    });
    std::ranges::sort(result.jobs, {}, [&](quint32 job) { return verdicts.input().jobs[job]->id; });
    result.jobs.resize(std::min(result.jobs.size(), most));
    return result;
}

std::optional<QueuePosition> queuePosition(const JobVerdicts &verdicts, std::size_t job, std::size_t row)
{
    const quint32 request = verdicts.requestOfJob(job);
    const Runner &runner = *verdicts.fleet().rows[row].runner;
    const quint32 rank = verdicts.pools().rankOfRow(row);
    const bool inOrder = runner.type == RunnerType::Group || runner.type == RunnerType::Project;
    if (request == JobVerdicts::none || !inOrder || runner.paused
        || mayTake(verdicts, rank, request) == MatchResult::NotMet)
        return std::nullopt;
    QueuePosition position;
    forEachRequest(verdicts, rank, [&](quint32 other, bool certain) {
        const qint64 ahead = jobsAhead(verdicts, other, verdicts.input().jobs[job]->id);
        position.first += certain ? ahead : 0;
        position.last += ahead;
    });
    return position;
}

QueuePlace queuePlace(const JobVerdicts &verdicts, std::size_t job)
{
    QueuePlace place;
    const quint32 request = verdicts.requestOfJob(job);
    if (request == JobVerdicts::none)
        return place;
    if (instanceRunnersMayTake(verdicts, request)) {
        place.kind = QueuePlace::Kind::NotInOrder;
        return place;
    }
    std::map<QueueKey, bool> seen;
    for (const JobRunner &candidate : runnersFor(verdicts, request).candidates) {
        const auto key = queueKey(verdicts, candidate.row);
        if (key && !seen.emplace(*key, true).second)
            continue;
        const auto position = queuePosition(verdicts, job, candidate.row);
        if (position && (place.kind == QueuePlace::Kind::NoQueue || isBefore(*position, place.position)))
            place = {QueuePlace::Kind::InOrder, *position, candidate.row};
    }
    return place;
}

} // namespace Runnerscope
