// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetthread.h"
#include "app/store/cachedfleetservice.h"
#include "models/rules/historywording.h"
#include "tests/store/queuefixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Runnerscope;
using Test::keepNow;

namespace {

FleetPtr fleetOf(const QSignalSpy &spy, qsizetype index)
{
    return spy.at(index).at(0).value<FleetPtr>();
}

FleetDelta deltaOf(const QSignalSpy &spy, qsizetype index)
{
    return spy.at(index).at(1).value<FleetDelta>();
}

} // namespace

class TestCachedFleetService : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void publishesWhatIsKept()
    {
        FleetStore store(file(), Test::instance);
        keepNow(store, Test::numberedFleet(50, 0));
        CachedFleetService service(place());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        QSignalSpy ends(&service, &FleetService::walkFinished);
        service.start();
        service.start();
        QVERIFY(snapshots.isEmpty());
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(snapshots.size(), 1);
        QVERIFY(Test::sameRows(*fleetOf(snapshots, 0), Test::numberedFleet(50, 0)));
        QCOMPARE(deltaOf(snapshots, 0).added.size(), std::size_t(50));
        QVERIFY(fleetOf(snapshots, 0)->source.cached);
        for (const FleetRow &row : fleetOf(snapshots, 0)->rows)
            QVERIFY(row.kept);
    }

    void saysThatNothingIsKept()
    {
        CachedFleetService service(place());
        QSignalSpy failures(&service, &FleetService::failed);
        QSignalSpy ends(&service, &FleetService::walkFinished);
        QList<FleetProgress> progress;
        connect(&service, &FleetService::progressChanged, this, [&](const FleetProgress &p) { progress.append(p); });
        service.start();
        QTRY_COMPARE(failures.size(), 1);
        const auto error = failures.at(0).at(0).value<FetchError>();
        QVERIFY(error.kind == FetchError::Kind::NothingCached);
        QCOMPARE(error.host, QStringLiteral("git.example.com"));
        QVERIFY(progress.last().phase == FleetProgress::Phase::Idle);

        FleetStore store(file(), Test::instance); // it comes all the same when it is there
        keepNow(store, Test::numberedFleet(50, 0));
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(failures.size(), 1);
    }

    void followsTheWriter()
    {
        FleetStore store(file(), Test::instance);
        const Fleet first = Test::numberedFleet(2000, 0);
        keepNow(store, first);
        CachedFleetService service(place());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        QTRY_COMPARE(snapshots.size(), 1);
        Fleet second = first;
        second.rows.erase(second.rows.begin());
        auto changed = std::make_shared<Runner>(*second.rows.back().runner);
        changed->paused = true;
        second.rows.back().runner = changed;
        keepNow(store, second);
        QTRY_COMPARE(snapshots.size(), 2);
        QVERIFY(deltaOf(snapshots, 1).added.empty());
        QCOMPARE(deltaOf(snapshots, 1).removed, std::vector<RunnerId>{first.rows.front().runner->id});
        QCOMPARE(deltaOf(snapshots, 1).changed, std::vector<RunnerId>{changed->id});
        const FleetPtr before = fleetOf(snapshots, 0);
        const FleetPtr after = fleetOf(snapshots, 1);
        QVERIFY(before->rowsRevision != after->rowsRevision);
        QVERIFY(before->rows[1000].runner == after->rows[999].runner); // shared
    }

    void refreshReadsAgain()
    {
        FleetStore store(file(), Test::instance);
        keepNow(store, Test::numberedFleet(50, 0));
        CachedFleetService service(place());
        QSignalSpy snapshots(&service, &FleetService::snapshotChanged);
        service.start();
        service.refresh();
        QTRY_COMPARE(snapshots.size(), 2);
        QVERIFY(deltaOf(snapshots, 1).isEmpty());
        QCOMPARE(fleetOf(snapshots, 0)->rowsRevision, fleetOf(snapshots, 1)->rowsRevision);
    }

    void runnersAreReadFromTheirRows()
    {
        FleetStore store(file(), Test::instance);
        keepNow(store, Test::numberedFleet(50, 0));
        FleetThread thread(std::make_unique<CachedFleetService>(place()));
        const QFuture<RunnerAnswer> known = thread.service().readRunner({Test::instance, 10});
        QTRY_VERIFY(known.isFinished());
        const auto details = std::get<std::optional<RunnerDetails>>(known.result());
        QVERIFY(details);
        QVERIFY(details->runner == *Test::numberedFleet(1, 0).rows[0].runner);
        QCOMPARE(details->ownerChain.size(), std::size_t(2));
        QVERIFY(!details->permissions);
        QVERIFY(details->readAt == Test::timeOf(0));
        QVERIFY(details->history && watchedSince(*details->history) == OptionalTime(Test::timeOf(0)));
        const QFuture<RunnerAnswer> unknown = thread.service().readRunner({Test::instance, 11});
        QTRY_VERIFY(unknown.isFinished());
        QVERIFY(!std::get<std::optional<RunnerDetails>>(unknown.result()));
    }

    void runnersOfNoFleetAreAnError()
    {
        CachedFleetService service(place());
        const QFuture<RunnerAnswer> answer = service.readRunner({Test::instance, 10});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(std::get<FetchError>(answer.result()).kind == FetchError::Kind::NothingCached);
    }

    void queueIsReadFromWhatIsKept()
    {
        FleetStore store(file(), Test::instance);
        keepNow(store, Test::numberedFleet(50, 0));
        QueueSample sample;
        sample.moment = Test::timeOf(1000);
        sample.all = {3, 8, Test::timeOf(900)};
        const JobWait wait{{Test::instance, 7}, Test::timeOf(900), Test::timeOf(960), {}, QStringLiteral("a/b"), {}, 0};
        Test::appendNow(*store.queue(), {sample}, {wait});
        CachedFleetService service(place());
        QueueQuestion question;
        question.span = std::chrono::hours(1);
        question.end = Test::timeOf(1010);
        question.mostPoints = 100;
        question.by = FacetKind::Project;
        const auto future = service.readQueue(question);
        QTRY_VERIFY(future.isFinished());
        const auto history = std::get<std::optional<QueueHistory>>(future.result());
        QVERIFY(history);
        QCOMPARE(history->points.size(), std::size_t(1));
        QCOMPARE(history->points[0].running.high, 8);
        QCOMPARE(history->mostRunning->running, 8);
        QCOMPARE(history->waits.size(), std::size_t(1));
        QCOMPARE(history->waits[0].facet.name, QStringLiteral("a/b"));
        QVERIFY(history->waits[0].waits.p99 == Test::timeOf(960) - Test::timeOf(900));
    }

    void queueOfNoFleetIsAnError()
    {
        CachedFleetService service(place());
        const auto future = service.readQueue({});
        QTRY_VERIFY(future.isFinished());
        QVERIFY(std::get<FetchError>(future.result()).kind == FetchError::Kind::NothingCached);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }
    CachedFleetService::Place place() const
    {
        return {file(), Test::instance, QStringLiteral("git.example.com"), std::chrono::milliseconds(1)};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCachedFleetService)
#include "tst_cachedfleetservice.moc"
