// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleetservice.h"
#include "app/fleet/fleetthread.h"
#include "models/rules/jobs/runnerrecord.h"
#include "tests/support/fleettext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;
using Test::now;

namespace {

DemoFleetService::Script script(std::chrono::milliseconds stepEvery = {})
{
    return {5, now, stepEvery};
}

FleetPtr fleetOf(const QSignalSpy &spy, qsizetype index)
{
    return spy.at(index).at(0).value<FleetPtr>();
}

FleetDelta deltaOf(const QSignalSpy &spy, qsizetype index)
{
    return spy.at(index).at(1).value<FleetDelta>();
}

bool isAnswered(const QFuture<RunnerAnswer> &future)
{
    return future.isFinished() && future.resultCount() == 1;
}

} // namespace

class TestDemoFleetService : public QObject
{
    Q_OBJECT

private slots:
    void startPublishesTheWholeFleet()
    {
        DemoFleetService service(script());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        QSignalSpy ends(&service, &FleetService::walkFinished);
        service.start();
        service.start();
        QVERIFY(snapshots.isEmpty()); // nobody hears of a fleet before start() has returned
        QTRY_COMPARE(ends.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(snapshots.size(), 1);
        const FleetPtr fleet = fleetOf(snapshots, 0);
        QCOMPARE(fleet->rows.size(), std::size_t(DemoFleet::size));
        QCOMPARE(deltaOf(snapshots, 0).added.size(), fleet->rows.size());
        QVERIFY(fleet->coverage.kind == Coverage::Kind::Whole);
        QCOMPARE(fleet->coverage.expected, std::optional<qint64>(DemoFleet::size));
        QVERIFY(fleet->asOf == now);
        QVERIFY(fleet->source.demo);
        QCOMPARE(fleet->source.label, QStringLiteral("Demo fleet"));
        QVERIFY(fleet->source.webUrl.isEmpty());
    }

    void pastJobsOfARunnerHaveACard()
    {
        DemoFleetService service(script());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        QTRY_COMPARE(snapshots.size(), 1);
        bool suspected = false;
        bool sound = false;
        for (const FleetRow &row : fleetOf(snapshots, 0)->rows) {
            if (row.status != RunnerStatus::Online || row.runner->managers.size() < 2 || (suspected && sound))
                continue;
            const QFuture<RunnerJobsAnswer> answer = service.readRunnerJobs(row.runner->id);
            QTRY_VERIFY(answer.isFinished());
            const TakenJobsPtr jobs = std::get<TakenJobsPtr>(answer.result());
            QVERIFY(!jobs->runs.empty());
            (recordOf(*jobs).suspects > 0 ? suspected : sound) = true;
            const Job &last = *jobs->runs.back().job;
            const QFuture<JobCardAnswer> card = service.readJob({last.project->fullPath, 0, last.id.number});
            QTRY_VERIFY(card.isFinished());
            QVERIFY(std::holds_alternative<JobCardPtr>(card.result()));
            QCOMPARE(std::get<JobCardPtr>(card.result())->job->id, last.id);
        }
        QVERIFY(suspected && sound); // both are there to be tried out
    }

    void progressEndsIdle()
    {
        DemoFleetService service(script());
        QList<FleetProgress> progress;
        connect(&service, &FleetService::progressChanged, this, [&](const FleetProgress &p) { progress.append(p); });
        service.start();
        QTRY_COMPARE(progress.size(), 2);
        QVERIFY(progress.first().phase == FleetProgress::Phase::Loading);
        QVERIFY(progress.last().phase == FleetProgress::Phase::Idle);
        QCOMPARE(progress.last().read, qint64(DemoFleet::size));
    }

    void canceledJobsEndAndTheirCardsSaySo()
    {
        DemoFleetService service(script());
        JobListPtr jobs;
        connect(&service, &FleetService::jobsChanged, this, [&jobs](const JobListPtr &list) { jobs = list; });
        service.start();
        service.setJobsWatched(true);
        QTRY_VERIFY(jobs);
        const JobListPtr before = jobs;
        const auto of = [&before](JobStatus status) {
            return *std::ranges::find(before->jobs, status, [](const JobPtr &job) { return job->status; });
        };
        const JobPtr waiting = of(JobStatus::Pending);
        const JobPtr running = of(JobStatus::Running);
        const QFuture<JobCancelOutcome> outcomes = service.cancelJobs({{waiting, running}});
        QTRY_VERIFY(outcomes.isFinished());
        QCOMPARE(outcomes.resultAt(0).fate, CancelFate::Canceled);
        QCOMPARE(outcomes.resultAt(1).fate, CancelFate::Canceling);
        QTRY_COMPARE(jobs->jobs.size(), before->jobs.size() - 1);
        const auto found = std::ranges::find(jobs->jobs, running->id, [](const JobPtr &job) { return job->id; });
        QVERIFY(found != jobs->jobs.end() && (*found)->status == JobStatus::Canceling);
        QCOMPARE(waitingCount(*jobs), *waitingCount(*before) - 1);
        const QFuture<JobCardAnswer> card = service.readJob({waiting->project->fullPath, 0, waiting->id.number});
        QTRY_VERIFY(card.isFinished());
        QCOMPARE(std::get<JobCardPtr>(card.result())->job->status, JobStatus::Canceled);
    }

    void refreshIsOneStep()
    {
        DemoFleetService service(script());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        service.refresh();
        QTRY_COMPARE(snapshots.size(), 2);
        QVERIFY(fleetOf(snapshots, 1)->asOf == now + DemoFleet::stepLength);
        QVERIFY(deltaOf(snapshots, 1).added.empty());
        QVERIFY(!deltaOf(snapshots, 1).changed.empty());
    }

    void snapshotsShareWhatHasNotChanged()
    {
        DemoFleetService service(script());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        service.refresh();
        QTRY_COMPARE(snapshots.size(), 2);
        const FleetPtr before = fleetOf(snapshots, 0);
        const FleetPtr after = fleetOf(snapshots, 1);
        std::size_t shared = 0;
        for (const FleetRow &row : after->rows)
            shared += before->find(row.runner->id)->runner == row.runner ? 1U : 0U;
        QVERIFY(shared >= after->rows.size() - deltaOf(snapshots, 1).changed.size());
    }

    void timerMovesTheFleet()
    {
        DemoFleetService service(script(std::chrono::milliseconds(1)));
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        QTRY_VERIFY(snapshots.size() >= 4);
        QVERIFY(fleetOf(snapshots, 3)->asOf == now + 3 * DemoFleet::stepLength);
    }

    void runnersAreReadWithDetails()
    {
        DemoFleetService service(script());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        QTRY_COMPARE(snapshots.size(), 1);
        const FleetPtr fleet = fleetOf(snapshots, 0);
        for (const std::size_t index : {std::size_t(0), fleet->rows.size() / 2, fleet->rows.size() - 1}) {
            const Runner &listed = *fleet->rows[index].runner;
            const QFuture<RunnerAnswer> future = service.readRunner(listed.id);
            QTRY_VERIFY(isAnswered(future));
            const auto details = std::get<std::optional<RunnerDetails>>(future.result());
            QVERIFY(details);
            QCOMPARE(details->runner.id.number, listed.id.number);
            QCOMPARE(details->runner.description, listed.description);
            QVERIFY(details->runner.managersComplete());
            QVERIFY(details->permissions);
            QVERIFY(details->readAt == now);
        }
    }

    void runnersAreReadWithoutStart()
    {
        DemoFleetService service(script());
        const QFuture<RunnerAnswer> future = service.readRunner({InstanceId{}, 1204});
        QTRY_VERIFY(isAnswered(future));
        QVERIFY(std::get<std::optional<RunnerDetails>>(future.result()));
    }

    void unknownRunnersAreAnsweredWithNothing()
    {
        DemoFleetService service(script());
        const QFuture<RunnerAnswer> future = service.readRunner({InstanceId{}, 999999});
        QTRY_VERIFY(isAnswered(future));
        QVERIFY(!std::get<std::optional<RunnerDetails>>(future.result()));
    }

    void livesOnTheFleetThread()
    {
        FleetThread thread(std::make_unique<DemoFleetService>(script(std::chrono::milliseconds(1))));
        qsizetype heard = 0;
        connect(&thread.service(), &FleetService::snapshotChanged, this, [&heard] { ++heard; });
        thread.service().start();
        QTRY_VERIFY(heard >= 3);
        const QFuture<RunnerAnswer> future = thread.service().readRunner({InstanceId{}, 1204});
        QTRY_VERIFY(isAnswered(future));
    }
};

QTEST_GUILESS_MAIN(TestDemoFleetService)
#include "tst_demofleetservice.moc"
