// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobexplanation.h"

#include "models/jobcells.h"

#include "models/rules/jobs/jobrunners.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/jobs/matchwording.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

namespace {

std::vector<RunnerOfJob> named(
    const Fleet &fleet, const JobRequest &request, const std::vector<JobRunner> &runners, std::size_t most)
{
    std::vector<RunnerOfJob> result;
    for (const JobRunner &one : runners) {
        if (result.size() == most)
            break;
        const FleetRow &row = fleet.rows[one.row];
        result.push_back({Wording::oneLine(Wording::displayName(*row.runner)),
            MatchWording::obstacles(one.match, request), row.status, row.runner->paused});
    }
    return result;
}

} // namespace

JobExplanation explainJob(const JobVerdicts &verdicts, std::size_t job, ServerTime now, std::size_t most)
{
    JobExplanation explanation;
    explanation.job = verdicts.input().jobs[job]->id;
    const RequestVerdict *verdict = verdicts.verdictOf(job);
    explanation.deadline = jobDeadlineText(verdicts, job, now);
    if (!verdict)
        return explanation;
    explanation.remarks = JobWording::remarks(*verdict);
    explanation.queuePlace = JobWording::queuePlace(queuePlace(verdicts, job), verdicts.fleet());
    const JobRunners runners = runnersFor(verdicts, verdicts.requestOfJob(job));
    explanation.candidates = named(verdicts.fleet(), verdict->request, runners.candidates, most);
    explanation.nearMisses = named(verdicts.fleet(), verdict->request, runners.nearMisses, most);
    explanation.candidateCount = verdict->candidateCount;
    explanation.nearMissCount = verdict->nearMissCount;
    return explanation;
}

} // namespace Runnerscope
