// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerrecord.h"

#include "models/rules/jobs/hosttally.h"
#include "models/rules/jobs/recordspans.h"
#include "models/rules/jobs/suspecthosts.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;

constexpr auto slowBy = 10s; ///< less is not worth a word

/// Those whose host is not known last, and of the others the worst first.
std::vector<HostTally> talliesOf(const TakenJobs &jobs)
{
    std::map<qint64, HostTally> hosts;
    for (const JobRun &run : jobs.runs)
        hosts.try_emplace(run.job->manager, run.job->manager, run.systemId).first->second.add(*run.job);
    std::vector<HostTally> tallies;
    tallies.reserve(hosts.size());
    for (auto &[manager, host] : hosts)
        tallies.push_back(std::move(host));
    std::ranges::stable_sort(tallies, {}, [](const HostTally &host) {
        return std::tuple(host.manager() == 0, -host.failureShare(), -host.failed(), host.manager());
    });
    return tallies;
}

std::vector<FailureShare> sharesOf(const std::vector<HostRecord> &hosts)
{
    std::vector<FailureShare> shares;
    for (const HostRecord &host : hosts) {
        if (host.manager != 0 && host.finished > 0)
            shares.push_back({host.finished, host.failed});
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
        return shares.front().finished == all.finished ? RunnerVerdict::OneHost : RunnerVerdict::HostsUnknown;
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

void addCourses(RunnerRecord &record, const std::vector<JobPtr> &finished)
{
    const RecordTime time(finished);
    record.spans = time.spans([](const Job &) { return true; });
    for (const HostRecord &host : record.hosts) {
        const auto here = [&host](const Job &job) { return job.manager == host.manager; };
        record.courses.push_back({time.spans(here), time.spans(std::not_fn(here))});
    }
}

std::optional<SlowHost> slowHostOf(const std::vector<HostTally> &hosts)
{
    constexpr std::size_t fewest = RunnerRecord::fewest;
    std::optional<SlowHost> slowest;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const auto ran = middleOf(hosts[i].succeeded());
        if (hosts[i].manager() != 0 && hosts[i].succeeded().size() >= fewest && (!slowest || *ran > slowest->ran))
            slowest = SlowHost{i, *ran, {}};
    }
    if (!slowest)
        return std::nullopt;
    JobTimes others;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (i != slowest->host)
            others.insert(others.end(), hosts[i].succeeded().begin(), hosts[i].succeeded().end());
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
    record.all = all.record();
    const std::vector<HostTally> hosts = talliesOf(jobs);
    for (const HostTally &host : hosts)
        record.hosts.push_back(host.record());
    const std::vector<FailureShare> shares = sharesOf(record.hosts);
    if (record.all.finished >= RunnerRecord::fewest)
        record.suspects = suspectHosts(shares);
    record.verdict = verdictOf(record, shares);
    record.otherProjects = record.suspects > 0 && failsInOneProjectOnly(record, jobs);
    const std::vector<JobPtr> finished = finishedJobs(jobs);
    addStreak(record, finished);
    addCourses(record, finished);
    record.slowHost = slowHostOf(hosts);
    return record;
}

} // namespace Runnerscope
