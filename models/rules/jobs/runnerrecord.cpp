// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerrecord.h"

#include "models/rules/jobs/jobtrouble.h"
#include "models/rules/jobs/suspecthosts.h"
#include "models/rules/queue/waitpercentiles.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;
using Times = std::vector<std::chrono::milliseconds>;

constexpr qint64 mostSpans = 24;
constexpr auto slowBy = 10s; ///< less is not worth a word

bool isFinished(const Job &job)
{
    return job.status == JobStatus::Success || job.status == JobStatus::Failed;
}

bool hasFailed(const Job &job)
{
    return job.status == JobStatus::Failed;
}

std::optional<std::chrono::milliseconds> middleOf(const Times &times)
{
    return times.empty() ? std::nullopt : std::optional(percentilesOf(countsOf(times)).p50);
}

void addTime(Times &times, OptionalTime from, OptionalTime to)
{
    if (from && to)
        times.push_back(*to - *from);
}

/// One host, or all of them, while jobs are counted.
struct HostTally
{
    HostRecord record;
    Times waited;
    Times ran;
    Times succeeded; ///< how long the jobs ran that did: one that fails at once is not quick

    void add(const Job &job)
    {
        addTime(waited, job.queuedAt, job.startedAt);
        record.running += job.status == JobStatus::Running || job.status == JobStatus::Canceling ? 1 : 0;
        if (!isFinished(job))
            return;
        addTime(ran, job.startedAt, job.finishedAt);
        ++record.finished;
        if (!hasFailed(job)) {
            addTime(succeeded, job.startedAt, job.finishedAt);
            return;
        }
        ++record.failed;
        record.failedAtOnce += endedAtOnce(job) ? 1 : 0;
        record.failedByRunner += failedByRunner(job) ? 1 : 0;
        record.unexplained += job.failureReason.isEmpty() ? 1 : 0;
    }

    HostRecord written() const
    {
        HostRecord result = record;
        result.waited = middleOf(waited);
        result.ran = middleOf(ran);
        return result;
    }

    double share() const { return record.finished > 0 ? double(record.failed) / record.finished : -1.0; }
};

/// Those whose host is not known last, and of the others the worst first.
std::vector<HostTally> talliesOf(const TakenJobs &jobs)
{
    std::map<qint64, HostTally> hosts;
    for (const JobRun &run : jobs.runs) {
        HostTally &host = hosts[run.job->manager];
        host.record.manager = run.job->manager;
        if (host.record.systemId.isEmpty())
            host.record.systemId = run.systemId;
        host.add(*run.job);
    }
    std::vector<HostTally> tallies;
    for (auto &[manager, host] : hosts)
        tallies.push_back(std::move(host));
    std::ranges::stable_sort(tallies, {}, [](const HostTally &host) {
        return std::tuple(host.record.manager == 0, -host.share(), -host.record.failed, host.record.manager);
    });
    return tallies;
}

std::vector<FailureShare> sharesOf(const std::vector<HostTally> &hosts)
{
    std::vector<FailureShare> shares;
    for (const HostTally &host : hosts) {
        if (host.record.manager != 0 && host.record.finished > 0)
            shares.push_back({host.record.finished, host.record.failed});
    }
    return shares;
}

RunnerVerdict verdictOfMany(const RunnerRecord &record, const std::vector<FailureShare> &shares)
{
    const HostRecord &all = record.all;
    int unknown = 0;
    for (const HostRecord &host : record.hosts)
        unknown += host.manager == 0 ? host.failed : 0;
    if (2 * unknown > all.failed)
        return RunnerVerdict::HostsUnknown;
    if (shares.size() == 1)
        return RunnerVerdict::OneHost;
    if (2 * all.failed < all.finished)
        return RunnerVerdict::NoneStandsOut;
    const auto tells = [](const FailureShare &host) { return host.finished >= RunnerRecord::fewest; };
    const auto fails = [&](const FailureShare &host) { return !tells(host) || 2 * host.failed >= host.finished; };
    return std::ranges::count_if(shares, tells) > 1 && std::ranges::all_of(shares, fails) ? RunnerVerdict::AllAlike
                                                                                          : RunnerVerdict::CannotTell;
}

RunnerVerdict verdictOf(const RunnerRecord &record, const std::vector<FailureShare> &shares)
{
    if (record.all.finished == 0)
        return RunnerVerdict::NothingFinished;
    if (record.all.finished < RunnerRecord::fewest)
        return RunnerVerdict::TooFew;
    if (record.all.failed == 0)
        return RunnerVerdict::NoneFailed;
    return record.suspects > 0 ? RunnerVerdict::SomeHosts : verdictOfMany(record, shares);
}

/// Whether the project, and not the host, may be what the failures have in common.
bool failsInOneProjectOnly(const RunnerRecord &record, const TakenJobs &jobs)
{
    QSet<qint64> suspects;
    for (std::size_t i = 0; i < record.suspects; ++i) {
        suspects.insert(record.hosts[i].manager);
        if (record.hosts[i].failedByRunner > 0)
            return false;
    }
    QSet<QString> failing;
    QSet<QString> elsewhere;
    for (const JobRun &run : jobs.runs) {
        const Job &job = *run.job;
        const QString project = job.project ? job.project->fullPath : QString();
        if (suspects.contains(job.manager) && hasFailed(job))
            failing.insert(project);
        else if (!suspects.contains(job.manager) && isFinished(job))
            elsewhere.insert(project);
    }
    return failing.size() == 1 && !failing.contains(QString()) && !elsewhere.intersects(failing);
}

/// By when they finished, the last one first.
std::vector<JobPtr> finishedJobs(const TakenJobs &jobs)
{
    std::vector<JobPtr> finished;
    for (const JobRun &run : jobs.runs) {
        if (isFinished(*run.job) && run.job->finishedAt)
            finished.push_back(run.job);
    }
    std::ranges::stable_sort(finished, std::ranges::greater(), [](const JobPtr &job) { return *job->finishedAt; });
    return finished;
}

void addStreak(RunnerRecord &record, const std::vector<JobPtr> &finished)
{
    for (const JobPtr &job : finished) {
        if (!hasFailed(*job))
            return;
        ++record.failedInARow;
        record.failingSince = job->finishedAt;
    }
}

std::chrono::milliseconds stepFor(std::chrono::milliseconds length)
{
    constexpr std::array<std::chrono::milliseconds, 9> steps{1min, 5min, 15min, 1h, 6h, 24h, 168h, 720h, 2160h};
    const auto fits = [length](std::chrono::milliseconds step) { return length / step + 2 <= mostSpans; };
    const auto step = std::ranges::find_if(steps, fits);
    return step != steps.end() ? *step : std::chrono::milliseconds(length / (mostSpans - 2));
}

void addSpans(RunnerRecord &record, const std::vector<JobPtr> &finished)
{
    if (finished.empty())
        return;
    const auto length = *finished.front()->finishedAt - *finished.back()->finishedAt;
    const auto step = stepFor(length);
    const auto numberOf = [step](ServerTime time) { return time.time_since_epoch() / step; };
    const auto first = numberOf(*finished.back()->finishedAt);
    const auto last = numberOf(*finished.front()->finishedAt);
    for (auto number = first; number <= last; ++number)
        record.spans.push_back({{ServerTime(number * step), ServerTime((number + 1) * step)}, 0, 0});
    for (const JobPtr &job : finished) {
        RecordSpan &span = record.spans[static_cast<std::size_t>(numberOf(*job->finishedAt) - first)];
        ++span.finished;
        span.failed += hasFailed(*job) ? 1 : 0;
    }
}

std::optional<SlowHost> slowHostOf(const std::vector<HostTally> &hosts)
{
    constexpr std::size_t fewest = RunnerRecord::fewest;
    std::optional<SlowHost> slowest;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const auto ran = middleOf(hosts[i].succeeded);
        if (hosts[i].record.manager != 0 && hosts[i].succeeded.size() >= fewest && (!slowest || *ran > slowest->ran))
            slowest = SlowHost{i, *ran, {}};
    }
    if (!slowest)
        return std::nullopt;
    Times others;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (i != slowest->host)
            others.insert(others.end(), hosts[i].succeeded.begin(), hosts[i].succeeded.end());
    }
    if (others.size() < fewest)
        return std::nullopt;
    slowest->elsewhere = *middleOf(others);
    const bool slow = slowest->ran >= 2 * slowest->elsewhere && slowest->ran - slowest->elsewhere >= slowBy;
    return slow ? slowest : std::nullopt;
}

} // namespace

RunnerRecord recordOf(const TakenJobs &jobs)
{
    RunnerRecord record;
    HostTally all;
    for (const JobRun &run : jobs.runs) {
        all.add(*run.job);
        record.hidden += run.job->project ? 0 : 1;
    }
    record.all = all.written();
    const std::vector<HostTally> hosts = talliesOf(jobs);
    for (const HostTally &host : hosts)
        record.hosts.push_back(host.written());
    const std::vector<FailureShare> shares = sharesOf(hosts);
    if (record.all.finished >= RunnerRecord::fewest)
        record.suspects = suspectHosts(shares);
    record.verdict = verdictOf(record, shares);
    record.otherProjects = record.suspects > 0 && failsInOneProjectOnly(record, jobs);
    const std::vector<JobPtr> finished = finishedJobs(jobs);
    addStreak(record, finished);
    addSpans(record, finished);
    record.slowHost = slowHostOf(hosts);
    return record;
}

} // namespace Runnerscope
