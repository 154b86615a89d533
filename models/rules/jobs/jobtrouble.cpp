// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobtrouble.h"

#include "models/rules/coveragereach.h"
#include "models/rules/status.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace Runnerscope {

namespace {

class FailureCounter
{
public:
    void add(const Job &job)
    {
        const bool failed = job.status == JobStatus::Failed;
        if (!job.runner || (!failed && job.status != JobStatus::Success))
            return;
        Counted &counted = m_runners[*job.runner];
        counted.numbers.runner = *job.runner;
        ++counted.numbers.finished;
        if (failed)
            addFailure(job, counted);
    }

    std::vector<FailingRunner> take()
    {
        std::vector<FailingRunner> result;
        for (auto &[id, counted] : m_runners) {
            FailingRunner &numbers = counted.numbers;
            if (numbers.suspicious < FailingRunner::fewestFailures || 2 * numbers.suspicious < numbers.finished)
                continue;
            numbers.projects = static_cast<int>(counted.projects.size());
            result.push_back(numbers);
        }
        return result;
    }

private:
    struct Counted
    {
        FailingRunner numbers;
        QSet<QString> projects;
    };

    static void addFailure(const Job &job, Counted &counted)
    {
        const bool atOnce = endedAtOnce(job);
        const bool bySystem = failedByRunner(job);
        ++counted.numbers.failed;
        counted.numbers.failedAtOnce += atOnce ? 1 : 0;
        counted.numbers.systemFailures += bySystem ? 1 : 0;
        if (!atOnce && !bySystem)
            return;
        ++counted.numbers.suspicious;
        if (job.project)
            counted.projects.insert(job.project->fullPath);
    }

    std::map<RunnerId, Counted> m_runners;
};

OptionalTime later(OptionalTime a, OptionalTime b)
{
    return std::max(a, b); // nothing is less than any time
}

using Why = JobOnSilentHost::Why;

/// None: there are signs of life, or too little is known.
std::optional<JobOnSilentHost> silenceOf(const Job &job, const FleetRow &row)
{
    const Runner &runner = *row.runner;
    const auto host = std::ranges::find(runner.managers, job.manager, &RunnerManager::number);
    if (host != runner.managers.end()) {
        const bool silent = !isOnline(host->contactedAt, row.readAt);
        return silent ? std::optional(JobOnSilentHost{0, Why::HostSilent, host->contactedAt}) : std::nullopt;
    }
    if (job.manager != 0 && runner.managersComplete())
        return JobOnSilentHost{0, Why::HostGone, std::nullopt};
    return isOnline(runner.contactedAt, row.readAt)
        ? std::nullopt
        : std::optional(JobOnSilentHost{0, Why::RunnerSilent, runner.contactedAt});
}

std::optional<JobOnSilentHost> silenceOf(const Job &job, const Fleet &fleet)
{
    if (!job.runner)
        return std::nullopt;
    if (const FleetRow *row = fleet.find(*job.runner))
        return silenceOf(job, *row);
    return holdsAllRunners(fleet.coverage) ? std::optional(JobOnSilentHost{0, Why::RunnerGone, std::nullopt})
                                           : std::nullopt;
}

} // namespace

bool endedAtOnce(const Job &job)
{
    return job.startedAt && job.finishedAt && ageAt(*job.startedAt, *job.finishedAt) <= atOnce;
}

bool failedByRunner(const Job &job)
{
    static const QStringList always{QStringLiteral("runner_system_failure"), QStringLiteral("runner_unsupported"),
        QStringLiteral("runner_provisioning_timeout")};
    if (job.status != JobStatus::Failed)
        return false;
    // Dropped while it ran: its host gave no sign of life. Before that, nobody took it.
    const bool lost = job.startedAt && job.failureReason == QLatin1String("stuck_or_timeout_failure");
    return lost || always.contains(job.failureReason);
}

std::vector<FailingRunner> failingRunners(const std::vector<JobPtr> &finished)
{
    FailureCounter counter;
    for (const JobPtr &job : finished)
        counter.add(*job);
    std::vector<FailingRunner> runners = counter.take();
    std::ranges::sort(runners, {}, [](const FailingRunner &r) { return std::tuple(-r.suspicious, r.runner); });
    return runners;
}

std::vector<JobOnSilentHost> jobsOnSilentHosts(const std::vector<JobPtr> &jobs, const Fleet &fleet, ServerTime now)
{
    std::vector<JobOnSilentHost> result;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job &job = *jobs[i];
        if (job.kind == JobKind::Bridge || !occupiesRunner(job.status))
            continue;
        std::optional<JobOnSilentHost> silence = silenceOf(job, fleet);
        if (!silence)
            continue;
        silence->job = i;
        silence->lastSign = later(silence->lastSign, job.startedAt);
        if (!isOnline(silence->lastSign, now))
            result.push_back(*silence);
    }
    return result;
}

} // namespace Runnerscope
