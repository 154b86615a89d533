// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleetservice.h"

#include "app/demo/demojobcard.h"
#include "app/demo/demojobs.h"
#include "app/demo/demorunnerjobs.h"
#include "app/fleet/queuereading.h"

#include <QTimer>

#include <utility>

namespace Runnerscope {

namespace {

FleetSource demoSource()
{
    FleetSource source;
    source.label = DemoFleetService::tr("Demo fleet");
    source.serverVersion = QStringLiteral("19.3.0");
    source.userName = QStringLiteral("demo");
    source.demo = true;
    return source;
}

ServerTime currentTime()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace

DemoFleetService::DemoFleetService(QObject *parent) :
    DemoFleetService(Script(), parent)
{
}

DemoFleetService::DemoFleetService(const Script &script, QObject *parent) :
    FleetService(parent),
    m_script(script),
    m_builder(demoSource())
{
}

DemoFleet &DemoFleetService::fleet()
{
    if (!m_fleet)
        m_fleet.emplace(m_script.seed, m_script.start.value_or(currentTime()));
    return *m_fleet;
}

void DemoFleetService::doStart()
{
    if (std::exchange(m_started, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { readFleet(FleetProgress::Phase::Loading); }, Qt::QueuedConnection);
    if (m_script.stepEvery.count() <= 0)
        return;
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &DemoFleetService::stepAndPublish);
    timer->start(m_script.stepEvery);
}

void DemoFleetService::doRefresh()
{
    QMetaObject::invokeMethod(this, &DemoFleetService::stepAndPublish, Qt::QueuedConnection);
}

void DemoFleetService::doReadRunner(RunnerId id, RunnerPromise promise)
{
    answer(promise, fleet().details(id));
}

void DemoFleetService::doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise)
{
    answer(promise, fleet().projects(question));
}

FleetPtr DemoFleetService::shownFleet()
{
    if (newest() && !newest()->rows.empty())
        return newest();
    m_builder.merge(fleet().runners(), fleet().now());
    return m_builder.publish().fleet;
}

void DemoFleetService::doReadJob(const JobReference &job, JobPromise promise)
{
    const FleetPtr shown = shownFleet();
    const JobListPtr jobs = m_cancels.withEnded(demoJobs(*shown, m_script.seed, fleet().now()));
    answer(promise, demoJobCard(demoJobsAround(*jobs, *shown, job.number), shown, job));
}

void DemoFleetService::doCancelJobs(const JobCancelling &jobs, CancelPromise promise)
{
    const JobListPtr planned = demoJobs(*shownFleet(), m_script.seed, fleet().now());
    for (const JobPtr &job : jobs.jobs)
        promise->addResult(m_cancels.cancel(job, *planned));
    promise->finish();
    publishJobsIfWatched();
}

void DemoFleetService::doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise)
{
    const FleetPtr shown = shownFleet();
    answer(promise, demoRunnerJobs(*demoJobs(*shown, m_script.seed, fleet().now()), *shown, id));
}

void DemoFleetService::doReadQueue(const QueueQuestion &question, QueuePromise promise)
{
    if (!newest())
        readFleet(FleetProgress::Phase::Loading);
    const ServerTime now = fleet().now();
    if (!m_queue)
        m_queue.emplace(m_script.seed, now);
    m_queue->follow(*newest(), now);
    answer(promise, std::optional(historyIn(*m_queue, question, now)));
}

void DemoFleetService::doSetJobsWatched(bool watched)
{
    m_jobsWatched = watched;
    publishJobsIfWatched();
}

void DemoFleetService::publishJobsIfWatched()
{
    if (!m_jobsWatched || !newest() || newest()->rows.empty())
        return;
    JobList jobs = *m_cancels.applyTo(demoJobs(*newest(), m_script.seed, fleet().now()));
    jobs.finished = demoFinishedJobs(*newest(), fleet().now());
    publishJobs(std::make_shared<const JobList>(std::move(jobs)));
}

void DemoFleetService::stepAndPublish()
{
    fleet().step();
    readFleet(FleetProgress::Phase::Refreshing);
}

void DemoFleetService::readFleet(FleetProgress::Phase phase)
{
    std::vector<Runner> runners = fleet().runners();
    const auto count = static_cast<qint64>(runners.size());
    report({phase, 0, count});

    m_builder.beginWalk();
    m_builder.setCoverage({Coverage::Kind::Whole, count, {{FleetPart::Kind::AllRunners, {}, FleetPart::State::Whole}}});
    m_builder.merge(std::move(runners), fleet().now());
    m_builder.endWalk();
    const FleetBuilder::Publication publication = m_builder.publish();
    publish(publication.fleet, publication.delta);
    publishJobsIfWatched();
    report({FleetProgress::Phase::Idle, count, count});
    emit walkFinished();
}

} // namespace Runnerscope
