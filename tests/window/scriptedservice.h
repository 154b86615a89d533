// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <QMutex>

#include <memory>
#include <utility>

namespace Runnerscope::Test {

/// What a scripted service was asked for; read from the test's thread.
class Asked
{
public:
    void note(FleetPace pace)
    {
        const QMutexLocker lock(&m_mutex);
        m_pace = pace;
    }
    void note(const std::vector<RunnerId> &visible)
    {
        const QMutexLocker lock(&m_mutex);
        m_visible = visible;
    }
    void noteStart()
    {
        const QMutexLocker lock(&m_mutex);
        ++m_starts;
    }
    void note(const JobCancelling &jobs)
    {
        const QMutexLocker lock(&m_mutex);
        m_cancelling = jobs;
    }
    void noteEnd()
    {
        const QMutexLocker lock(&m_mutex);
        ++m_ends;
    }

    FleetPace pace() const { return read(m_pace); }
    std::vector<RunnerId> visible() const { return read(m_visible); }
    JobCancelling cancelling() const { return read(m_cancelling); }
    int starts() const { return read(m_starts); }
    int ends() const { return read(m_ends); }

private:
    template <typename T>
    T read(const T &value) const
    {
        const QMutexLocker lock(&m_mutex);
        return value;
    }

    mutable QMutex m_mutex;
    FleetPace m_pace = FleetPace::Usual;
    std::vector<RunnerId> m_visible;
    JobCancelling m_cancelling;
    int m_starts = 0;
    int m_ends = 0;
};

/// Says what the test tells it to say, in the order of the calls, on whatever thread it lives.
class ScriptedService : public FleetService
{
public:
    explicit ScriptedService(std::shared_ptr<Asked> asked) :
        m_asked(std::move(asked))
    {
    }
    ~ScriptedService() override { m_asked->noteEnd(); }

    JobCardAnswer jobAnswer = JobNotFound::NotThere; ///< to be set before start()

    /// To be called before start().
    void sayFleetOnceStarted(FleetPtr fleet) { m_first = std::move(fleet); }
    void sayFleet(const FleetPtr &fleet)
    {
        QMetaObject::invokeMethod(this, [this, fleet] { publish(fleet, {}); });
    }
    void sayJobs(const JobListPtr &jobs)
    {
        QMetaObject::invokeMethod(this, [this, jobs] { publishJobs(jobs); });
    }
    /// What became of jobs that were to be canceled; ended by sayCanceled().
    void sayOutcome(const JobCancelOutcome &outcome)
    {
        QMetaObject::invokeMethod(this, [this, outcome] { m_canceling->addResult(outcome); });
    }
    void sayCanceled()
    {
        QMetaObject::invokeMethod(this, [this] { m_canceling->finish(); });
    }
    void sayWalkFinished()
    {
        QMetaObject::invokeMethod(this, [this] { emit walkFinished(); });
    }
    void sayFailed(FetchError::Kind kind)
    {
        QMetaObject::invokeMethod(this, [this, kind] {
            FetchError error;
            error.kind = kind;
            error.host = QStringLiteral("git.example.com");
            emit failed(error);
        });
    }
    void sayAccess(const Access &access)
    {
        QMetaObject::invokeMethod(this, [this, access] { announce(access); });
    }
    void sayTrouble(const StoreTrouble &trouble)
    {
        QMetaObject::invokeMethod(this, [this, trouble] { emit storeTroubled(trouble); });
    }

protected:
    void doStart() override
    {
        m_asked->noteStart();
        if (m_first)
            publish(m_first, {});
    }
    void doRefresh() override { }
    void doSetPace(FleetPace pace) override { m_asked->note(pace); }
    void doSetVisibleRunners(const std::vector<RunnerId> &runners) override { m_asked->note(runners); }
    void doReadRunner(RunnerId, RunnerPromise promise) override { answer(promise, std::optional<RunnerDetails>()); }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { answer(promise, ProjectsPage()); }
    void doReadJob(const JobReference &, JobPromise promise) override { answer(promise, jobAnswer); }
    void doCancelJobs(const JobCancelling &jobs, CancelPromise promise) override
    {
        m_canceling = std::move(promise);
        m_asked->note(jobs);
    }

private:
    std::shared_ptr<Asked> m_asked;
    FleetPtr m_first;
    CancelPromise m_canceling;
};

} // namespace Runnerscope::Test
