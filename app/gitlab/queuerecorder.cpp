// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/queuerecorder.h"

#include "models/rules/queue/queuelook.h"
#include "models/rules/queue/queuereconstruction.h"
#include "models/rules/queue/unseenspan.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;
using Kind = JobListReach::Kind;

constexpr auto longestBack = 3h;
constexpr auto leastUnseen = 2min; ///< a shorter time is not worth reading back
constexpr auto retryAfter = 10min;
constexpr auto step = 1min; ///< between reconstructed samples
constexpr std::size_t mostPoints = 2 * longestBack / step; ///< many enough not to draw looks together

Certainty certaintyOf(const JobListReach &reach)
{
    return reach.kind == Kind::Whole  ? Certainty::Exact
        : reach.kind == Kind::Partial ? Certainty::AtLeast
                                      : Certainty::Unknown;
}

} // namespace

QueueRecorder::QueueRecorder(
    GraphQlClient &client, InstanceId instance, int mostRequests, Archive archive, QObject *parent) :
    QObject(parent),
    m_archive(std::move(archive)),
    m_mostRequests(mostRequests),
    m_past(client, instance)
{
    connect(&m_past, &PastJobsRead::finished, this, &QueueRecorder::takePast);
    connect(&m_past, &PastJobsRead::failed, this, &QueueRecorder::retryLater);
}

/// What nobody may see makes no history.
void QueueRecorder::take(const JobListPtr &jobs, std::chrono::milliseconds interval, const QStringList &projects)
{
    QueueArchive *archive = m_archive();
    if (!archive || isRefused(*jobs))
        return;
    if (m_mostRequests > 0 && !m_past.isUnderWay() && jobs->readAt >= m_notBefore)
        readBack(jobs, projects);
    std::vector<QueueSample> samples;
    if (const auto look = lookOf(*jobs, interval))
        samples.push_back(sampleOf(*look));
    archive->append(std::move(samples), waitsOf(jobs->jobs));
}

void QueueRecorder::forget()
{
    m_past.stop();
    m_jobs.reset();
    m_triedUntil = m_notBefore = {};
}

void QueueRecorder::retryLater()
{
    const ServerTime tried = std::exchange(m_jobs, nullptr)->readAt;
    m_notBefore = tried + retryAfter;
    m_triedUntil = {};
}

void QueueRecorder::readBack(const JobListPtr &jobs, const QStringList &projects)
{
    const Period period{std::max(jobs->readAt - longestBack, m_triedUntil), jobs->readAt};
    const QueuePoints points = m_archive()->samples({}, period, mostPoints);
    m_triedUntil = jobs->readAt;
    const OptionalTime since = unseenSince(points, period, leastUnseen);
    if (!since)
        return;
    m_jobs = jobs;
    m_past.start({projects, *since, m_mostRequests});
}

/// Jobs that were made before and ended in the time are missing, so all numbers are "at least".
void QueueRecorder::takePast(const PastJobsRead::Answer &answer)
{
    const JobListPtr jobs = std::exchange(m_jobs, nullptr);
    QueueArchive *archive = m_archive();
    if (!archive)
        return;
    std::vector<JobPtr> all = answer.jobs;
    std::ranges::copy(jobs->jobs, std::back_inserter(all));
    const CountCertainty now{certaintyOf(jobs->pending), certaintyOf(jobs->running)};
    const PastJobs past{all, jobs->readAt, std::nullopt, now};
    archive->append(reconstruct(past, {answer.reached, jobs->readAt}, step), waitsOf(answer.jobs));
}

} // namespace Runnerscope
