// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cachedfleetservice.h"

#include "app/fleet/queuereading.h"
#include "app/store/fleetdifference.h"
#include "models/rules/ownerchain.h"

#include <utility>

namespace Runnerscope {

namespace {

FetchError nothingCached(const QString &name)
{
    FetchError error;
    error.kind = FetchError::Kind::NothingCached;
    error.host = name;
    return error;
}

} // namespace

CachedFleetService::CachedFleetService(const Place &place, QObject *parent) :
    FleetService(parent),
    m_place(place)
{
}

void CachedFleetService::setTroubleListener(FleetArchive::TroubleListener listener)
{
    m_listener = std::move(listener);
}

FleetStore &CachedFleetService::store()
{
    if (!m_store) {
        m_store.emplace(m_place.file, m_place.instance, FleetStore::Access::Read);
        m_store->setTroubleListener(m_listener);
    }
    return *m_store;
}

void CachedFleetService::doStart()
{
    if (std::exchange(m_started, true))
        return;
    QMetaObject::invokeMethod(this, &CachedFleetService::readAndTell, Qt::QueuedConnection);
    if (m_place.lookEvery.count() <= 0)
        return;
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &CachedFleetService::look);
    timer->start(m_place.lookEvery);
}

void CachedFleetService::doRefresh()
{
    QMetaObject::invokeMethod(this, &CachedFleetService::readAndTell, Qt::QueuedConnection);
}

bool CachedFleetService::read()
{
    const FleetPtr loaded = store().load();
    if (!loaded)
        return false;
    const FleetDelta delta = differenceOf(m_fleet ? *m_fleet : Fleet(), *loaded);
    Fleet next = *loaded;
    next.source.cached = true;
    if (m_fleet && delta.isEmpty())
        next.rowsRevision = m_fleet->rowsRevision;
    m_fleet = shareFleet(std::move(next));
    publish(m_fleet, delta);
    return true;
}

void CachedFleetService::readAndTell()
{
    report({m_fleet ? FleetProgress::Phase::Refreshing : FleetProgress::Phase::Loading, 0, std::nullopt});
    const bool isThere = read();
    const auto count = m_fleet ? static_cast<qint64>(m_fleet->rows.size()) : 0;
    report({FleetProgress::Phase::Idle, count, std::nullopt});
    if (isThere)
        emit walkFinished();
    else
        emit failed(nothingCached(m_place.name));
}

void CachedFleetService::look()
{
    if (store().changedByOthers() && read())
        emit walkFinished();
}

void CachedFleetService::doReadRunner(RunnerId id, RunnerPromise promise)
{
    if (!m_fleet && !read())
        return answer(promise, nothingCached(m_place.name));
    const FleetRow *row = m_fleet->find(id);
    if (!row)
        return answer(promise, std::optional<RunnerDetails>());
    RunnerDetails details;
    details.runner = *row->runner;
    details.readAt = row->readAt;
    details.history = store().history(id);
    if (details.runner.owner)
        details.ownerChain = chainFromPath(*details.runner.owner);
    answer(promise, std::optional(std::move(details)));
}

void CachedFleetService::doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise)
{
    Q_UNUSED(question)
    answer(promise, nothingCached(m_place.name));
}

void CachedFleetService::doReadJob(const JobReference &job, JobPromise promise)
{
    Q_UNUSED(job)
    answer(promise, JobNotFound::NotKept);
}

void CachedFleetService::doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise)
{
    Q_UNUSED(id)
    answer(promise, nothingCached(m_place.name));
}

void CachedFleetService::doReadQueue(const QueueQuestion &question, QueuePromise promise)
{
    if (!m_fleet && !read())
        return answer(promise, nothingCached(m_place.name));
    const auto now = std::chrono::floor<ServerTime::duration>(std::chrono::system_clock::now());
    answer(promise, std::optional(historyIn(*store().queue(), question, now)));
}

} // namespace Runnerscope
