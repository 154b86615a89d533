// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a service does between complete walks.
#include "tests/gitlab/watchedservice.h"
#include "tests/support/ticks.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;

namespace {

const QString pulse = QStringLiteral("RunnerPulse");

/// Many runners are heard at any time; nothing is when the clock stands.
std::unique_ptr<Test::Simulator> startSimulator(const QString &count = QStringLiteral("350"))
{
    return std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), count, QStringLiteral("--frozen"),
        QStringLiteral("--rate-limit"), QStringLiteral("1000000")});
}

Rhythm newsOften()
{
    Rhythm rhythm = calmRhythm();
    rhythm.newsEvery = 20ms;
    return rhythm;
}

Rhythm pulsesOften()
{
    Rhythm rhythm = calmRhythm();
    rhythm.pulsesEvery = 20ms;
    return rhythm;
}

} // namespace

class TestUpkeep : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_simulator = startSimulator();
        QVERIFY(m_simulator->isRunning());
    }

    void noNewsChangeNothing()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 30000); // whatever managers were missing has come
        const int snapshots = watched.snapshots;
        QTRY_VERIFY_WITH_TIMEOUT(watched.snapshots >= snapshots + 3, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(watched.delta.isEmpty(), true, 30000);
        QVERIFY(watched.failed.isEmpty());
        QVERIFY(watched.deltasAddUp());
    }

    /// A new runner is there at the next look for news; no walk is needed for it, then or later.
    void newRunnersNeedNoWalk()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        for (const std::size_t count : {351, 352}) {
            m_simulator->changeFleet(ticks("{`add`:1}"));
            QTRY_COMPARE_WITH_TIMEOUT(watched.rows(), count, 30000);
            const auto rounds = watched.finished.count();
            watched.progress.clear();
            QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= rounds + 4, 30000);
            for (const QList<QVariant> &said : watched.progress)
                QCOMPARE(said.at(0).value<FleetProgress>().phase, FleetProgress::Phase::Idle);
        }
        QVERIFY(watched.removed.empty());
    }

    void manyNewRunnersAreReadPageByPage()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        watched.progress.clear();
        m_simulator->changeFleet(ticks("{`add`:450}"));
        QTRY_COMPARE_WITH_TIMEOUT(watched.rows(), std::size_t(800), 30000);
        const auto rounds = watched.finished.count();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= rounds + 3, 30000);
        for (const QList<QVariant> &said : watched.progress)
            QCOMPARE(said.at(0).value<FleetProgress>().phase, FleetProgress::Phase::Idle);
    }

    void aDeletionLeadsToAWalk()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        const RunnerId gone = watched.fleet->rows[33].runner->id;
        m_simulator->changeFleet("{\"delete\":[" + QByteArray::number(gone.number) + "]}");
        QTRY_COMPARE_WITH_TIMEOUT(watched.rows(), std::size_t(349), 30000);
        QCOMPARE(watched.removed, std::set{gone});
        QVERIFY(watched.deltasAddUp());
    }

    /// As many came as went: the numbers alone would not tell.
    void aDeletionBesideACreationIsSeen()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        const RunnerId gone = watched.fleet->rows[33].runner->id;
        m_simulator->changeFleet("{\"delete\":[" + QByteArray::number(gone.number) + "],\"add\":1}");
        QTRY_COMPARE_WITH_TIMEOUT(watched.removed, std::set{gone}, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(watched.rows(), std::size_t(350), 30000);
    }

    void rowsOnScreenAreKeptFresh()
    {
        Watched watched(connectionTo(*m_simulator), pulsesOften());
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const RunnerId id = watched.fleet->rows[5].runner->id;
        const bool paused = watched.fleet->rows[5].runner->paused;
        watched.service.setVisibleRunners({id});
        m_simulator->changeFleet(
            QByteArray("{\"") + (paused ? "resume" : "pause") + "\":[" + QByteArray::number(id.number) + "]}");
        QTRY_COMPARE_WITH_TIMEOUT(watched.fleet->find(id)->runner->paused, !paused, 30000);
        QCOMPARE(watched.finished.count(), 1);
        QVERIFY(watched.deltasAddUp());
    }

    void aRowOnScreenThatIsGoneLeadsToAWalk()
    {
        Watched watched(connectionTo(*m_simulator), pulsesOften());
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const RunnerId gone = watched.fleet->rows[5].runner->id;
        watched.service.setVisibleRunners({gone, watched.fleet->rows[6].runner->id});
        m_simulator->changeFleet("{\"delete\":[" + QByteArray::number(gone.number) + "]}");
        QTRY_COMPARE_WITH_TIMEOUT(watched.removed, std::set{gone}, 30000);
    }

    /// A pulse that fails says nothing: it is no runner that is gone, and no message.
    void aFailedPulseIsNoMatter()
    {
        Watched watched(connectionTo(*m_simulator), pulsesOften());
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        watched.service.setVisibleRunners({watched.fleet->rows[5].runner->id});
        for (const char *fault : {"`kind`:`close`", "`kind`:`status`,`status`:503", "`kind`:`wrong-json`"}) {
            const int asked = m_simulator->asked(pulse);
            m_simulator->setFaults("[{" + ticks(fault) + ticks(",`match`:`RunnerPulse`}]"));
            QTRY_VERIFY_WITH_TIMEOUT(m_simulator->asked(pulse) > asked + 2, 30000);
        }
        m_simulator->setFaults("[]");
        QVERIFY(watched.failed.isEmpty());
        QCOMPARE(watched.finished.count(), 1);
        QCOMPARE(watched.rows(), std::size_t(350));
    }

    void whoHasStoppedIsLeftAlone()
    {
        Rhythm rhythm = newsOften();
        rhythm.pulsesEvery = 20ms;
        rhythm.walkEvery = 40ms;
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 3, 30000);
        watched.service.setVisibleRunners({watched.fleet->rows[5].runner->id});
        QTRY_VERIFY_WITH_TIMEOUT(m_simulator->asked(pulse) >= 2, 30000);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:600}]"));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("inFlight")).toInt() > 0, 30000);
        watched.service.setPace(FleetPace::Stopped); // in the middle of what is under way
        m_simulator->setFaults("[]");
        QTRY_COMPARE_WITH_TIMEOUT(watched.phase(), FleetProgress::Phase::Idle, 30000);
        QVERIFY(fallsSilent());
        const auto finished = watched.finished.count();
        watched.service.refresh(); // works all the same
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished, 30000);
        watched.service.setPace(FleetPace::Usual);
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished + 2, 30000);
    }

    /// The walk goes on where it stood: no page is asked for twice.
    void aWalkStandsStillWhileStopped()
    {
        Rhythm rhythm = calmRhythm();
        rhythm.walkEvery = 40ms;
        rhythm.breadth = {1, 1};
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        watched.service.setPace(FleetPace::Stopped); // does not hold what the user asked for
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:100,`match`:`AllRunners`}]"));
        const int before = m_simulator->asked(QStringLiteral("AllRunners"));
        watched.service.setPace(FleetPace::Usual);
        QTRY_VERIFY_WITH_TIMEOUT(m_simulator->asked(QStringLiteral("AllRunners")) > before, 30000);
        watched.service.setPace(FleetPace::Stopped);
        QCOMPARE(watched.phase(), FleetProgress::Phase::Idle);
        QVERIFY(fallsSilent());
        QVERIFY(m_simulator->asked(QStringLiteral("AllRunners")) - before < before);
        QCOMPARE(watched.finished.count(), 1);
        m_simulator->setFaults("[]");
        watched.service.setPace(FleetPace::Slow);
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        QCOMPARE(m_simulator->asked(QStringLiteral("AllRunners")), 2 * before);
        QCOMPARE(watched.rows(), std::size_t(350));
    }

    void aFailedLookForNewsIsTriedAgainWithoutAWalk()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 30000);
        watched.progress.clear();
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`AllRunners`,`times`:2}]"));
        QTRY_COMPARE_WITH_TIMEOUT(watched.failed.count(), 2, 30000);
        const auto rounds = watched.finished.count();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= rounds + 2, 30000);
        for (const QList<QVariant> &said : watched.progress) {
            const auto phase = said.at(0).value<FleetProgress>().phase;
            QVERIFY(phase == FleetProgress::Phase::Idle || phase == FleetProgress::Phase::Waiting);
        }
        QCOMPARE(watched.phase(), FleetProgress::Phase::Idle);
    }

    /// After an upgrade of the server, some runners are in no list by type that this program knows.
    void runnersOfANewTypeAreSeenAtTheNextWalk()
    {
        Watched watched(connectionTo(*m_simulator), calmRhythm());
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        m_simulator->control(QStringLiteral("gitlab"), QJsonDocument::fromJson(ticks("{`newer`:3}")));
        watched.service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        const auto isUnknown = [](const FleetRow &row) { return row.runner->type == RunnerType::Unknown; };
        QVERIFY(std::ranges::any_of(watched.fleet->rows, isUnknown));
        QCOMPARE(watched.rows(), std::size_t(350));
        QVERIFY(watched.failed.isEmpty());
    }

    void whoHasStoppedIsLeftAloneAfterFailures()
    {
        Watched watched(connectionTo(*m_simulator), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 30000);
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`AllRunners`}]"));
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() >= 2, 30000);
        watched.service.setPace(FleetPace::Stopped);
        QVERIFY(fallsSilent());
        QCOMPARE(watched.phase(), FleetProgress::Phase::Idle);
        m_simulator->setFaults("[]");
        const auto finished = watched.finished.count();
        watched.service.setPace(FleetPace::Usual); // goes on where it was stopped
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished, 30000);
        QCOMPARE(watched.rows(), std::size_t(350));
    }

    void hiddenWindowsAskLess()
    {
        Rhythm rhythm = newsOften();
        rhythm.newsEvery = 100ms;
        rhythm.slowFactor = 1000;
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 3, 30000);
        watched.service.setPace(FleetPace::Slow);
        QVERIFY(fallsSilent());
    }

    /// Pools of autoscaled hosts: the list brings ten of them, the rest follows, and stays at the next walk.
    void largePoolsBecomeComplete()
    {
        m_simulator = startSimulator(QStringLiteral("1500"));
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        int largest = 0;
        for (const FleetRow &row : watched.fleet->rows)
            largest = std::max(largest, row.runner->managerCount);
        QVERIFY(largest > 100); // more than a page
        const auto isComplete = [](const FleetRow &row) { return row.runner->managersComplete(); };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(watched.fleet->rows, isComplete), 20000);
        QVERIFY(watched.deltasAddUp());
        watched.service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        QVERIFY(std::ranges::all_of(watched.fleet->rows, isComplete));
    }

    /// What only some of the lists refuse is no failure between walks, either.
    void listsThatAreRefusedAreNoNews()
    {
        const QByteArray token = "glpat-simulator-owner";
        Watched watched(connectionTo(*m_simulator, token), newsOften());
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:403,`contentType`:`application/json`,"
                                     "`body`:`{\\`message\\`:\\`403 Forbidden\\`}`,`match`:`MyRunners`}]"));
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        const auto finished = watched.finished.count();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished + 3, 30000);
        QVERIFY(watched.failed.isEmpty());
    }

    /// Lists of an ordinary user overlap: a new runner in two of them is no reason for a walk.
    void overlappingListsAreNoChange()
    {
        Watched watched(connectionTo(*m_simulator, "glpat-simulator-owner"), newsOften());
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        m_simulator->changeFleet(ticks("{`add`:40}"));
        const std::size_t before = watched.rows();
        QTRY_VERIFY_WITH_TIMEOUT(watched.rows() > before, 30000);
        watched.progress.clear();
        const auto rounds = watched.finished.count();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= rounds + 4, 30000);
        for (const QList<QVariant> &said : watched.progress)
            QCOMPARE(said.at(0).value<FleetProgress>().phase, FleetProgress::Phase::Idle);
    }

private:
    /// Whether the server hears nothing any more for as long as several rounds usually take.
    bool fallsSilent()
    {
        const auto requests = [this] {
            return m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("requests")).toInt();
        };
        for (int i = 0, before = -1; i < 20; ++i) {
            const int now = requests();
            if (std::exchange(before, now) == now)
                return true;
            QTest::qWait(500); // that nothing happens shows by time only
        }
        return false;
    }

    std::unique_ptr<Test::Simulator> m_simulator;
};

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
