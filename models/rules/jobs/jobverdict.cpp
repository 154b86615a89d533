// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobverdict.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

using Code = JobVerdictCode;

constexpr std::array<QStringView, jobVerdictCodeCount> verdictNames{
    u"queued",
    u"none-online",
    u"all-paused",
    u"only-protected",
    u"only-uncertain",
    u"no-runner-has-tag",
    u"no-runner-has-tags",
    u"no-runner-has-all-tags",
    u"out-of-reach",
    u"runners-not-allowed",
    u"none-takes-untagged",
    u"no-runners",
    u"given-to-runner",
    u"not-readable",
    u"created",
    u"waiting-for-resource",
    u"waiting-for-callback",
    u"preparing",
    u"manual",
    u"scheduled",
    u"trigger-job",
    u"running",
    u"finished",
    u"status-not-known",
};

std::optional<Code> verdictOfStatus(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return std::nullopt;
    case JobStatus::Created:
        return Code::Created;
    case JobStatus::WaitingForResource:
        return Code::WaitingForResource;
    case JobStatus::WaitingForCallback:
        return Code::WaitingForCallback;
    case JobStatus::Preparing:
        return Code::Preparing;
    case JobStatus::Manual:
        return Code::Manual;
    case JobStatus::Scheduled:
        return Code::Scheduled;
    case JobStatus::Running:
    case JobStatus::Canceling:
        return Code::Running;
    case JobStatus::Success:
    case JobStatus::Failed:
    case JobStatus::Canceled:
    case JobStatus::Skipped:
        return Code::Finished;
    case JobStatus::Unknown:
        break;
    }
    return Code::StatusNotKnown;
}

} // namespace

QStringView jobVerdictName(JobVerdictCode code)
{
    return verdictNames[static_cast<std::size_t>(code)];
}

std::optional<JobVerdictCode> jobVerdictNamed(QStringView name)
{
    const auto found = std::ranges::find(verdictNames, name);
    return found == verdictNames.end() ? std::nullopt : std::optional(static_cast<Code>(found - verdictNames.begin()));
}

bool waitsForRunner(JobVerdictCode code)
{
    return code < JobVerdictCode::Created;
}

std::optional<JobVerdictCode> verdictOfState(const Job &job)
{
    const std::optional<Code> code = verdictOfStatus(job.status);
    if (job.kind == JobKind::Bridge && code != Code::Finished)
        return Code::TriggerJob;
    if (code)
        return code;
    if (job.runner)
        return Code::GivenToRunner;
    return requestOf(job).isReadable() ? std::nullopt : std::optional(Code::NotReadable);
}

MatchResult RequestVerdict::stuck() const
{
    if (certain.ready > 0)
        return MatchResult::NotMet;
    return ifProtected.ready == 0 && uncertain.ready == 0 && fleetComplete ? MatchResult::Met : MatchResult::Unknown;
}

} // namespace Runnerscope
