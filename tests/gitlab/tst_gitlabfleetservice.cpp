// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gitlab/watchedservice.h"
#include "tests/support/rawserver.h"
#include "tests/support/ticks.h"

#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;
using Kind = FetchError::Kind;

namespace {

/// An answer with JSON that has backticks for quotation marks.
QByteArray http(QByteArray body)
{
    body.replace('`', '"');
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Connection connectionTo(const Test::RawServer &server)
{
    return {std::get<ServerAddress>(ServerAddress::parse(server.url())), Secret("glpat-x")};
}

} // namespace

class TestGitLabFleetService : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("450"),
            QStringLiteral("--frozen"), QStringLiteral("--now"), QStringLiteral("2026-03-25T10:00:00Z"),
            QStringLiteral("--base"), QStringLiteral("/gitlab")});
        QVERIFY(m_simulator->isRunning());
    }

    void init() { m_simulator->setFaults("[]"); }

    void readsTheWholeFleetInParts()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QCOMPARE(watched.fleet->rows.size(), std::size_t(450));
        QCOMPARE(watched.fleet->coverage.kind, Coverage::Kind::Whole);
        QCOMPARE(watched.fleet->coverage.expected, std::optional<qint64>(450));
        QCOMPARE(watched.fleet->source.serverVersion, QStringLiteral("18.10.1-ee"));
        QVERIFY(!watched.fleet->source.userName.isEmpty());
        QVERIFY(watched.snapshots > 2);
        QVERIFY(watched.failed.isEmpty());
        QCOMPARE(watched.progress.last().at(0).value<FleetProgress>().phase, FleetProgress::Phase::Idle);
    }

    void statusAgreesWithTheServer()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QMap<QString, int> counted;
        for (const FleetRow &row : watched.fleet->rows)
            ++counted[QStringList{QStringLiteral("ONLINE"), QStringLiteral("OFFLINE"), QStringLiteral("STALE"),
                QStringLiteral("NEVER_CONTACTED")}
                          .at(static_cast<int>(row.status))];
        const QJsonObject expected =
            m_simulator->ask(QStringLiteral("fleet")).value(QLatin1String("byStatus")).toObject();
        QCOMPARE(counted.size(), 4);
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QCOMPARE(counted.value(it.key()), it.value().toInt());
    }

    void idleRefreshChangesNothing()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const FleetPtr before = watched.fleet;
        watched.service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        QVERIFY(watched.delta.isEmpty());
        QCOMPARE(watched.fleet->rows[7].runner.get(), before->rows[7].runner.get());
    }

    void refreshFindsWhatChanged()
    {
        Test::Simulator changing({QStringLiteral("--runners"), QStringLiteral("120"), QStringLiteral("--frozen")});
        Watched watched(connectionTo(changing));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const auto id = [&](std::size_t row) { return watched.fleet->rows[row].runner->id; };
        const RunnerId gone = id(10);
        const RunnerId renamed = id(20);
        changing.changeFleet(QString::fromUtf8(ticks("{`delete`:[%1],`describe`:{`%2`:`renamed`},`add`:2}"))
                                 .arg(gone.number)
                                 .arg(renamed.number)
                                 .toUtf8());
        std::vector<RunnerId> added;
        std::vector<RunnerId> changed;
        std::vector<RunnerId> removed;
        connect(&watched.service, &FleetService::snapshotChanged, this, [&](const FleetPtr &, const FleetDelta &delta) {
            added.insert(added.end(), delta.added.begin(), delta.added.end());
            changed.insert(changed.end(), delta.changed.begin(), delta.changed.end());
            removed.insert(removed.end(), delta.removed.begin(), delta.removed.end());
        });
        watched.service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        QCOMPARE(removed, std::vector{gone});
        QCOMPARE(changed, std::vector{renamed});
        QCOMPARE(added.size(), std::size_t(2));
        QCOMPARE(watched.fleet->find(renamed)->runner->description, QStringLiteral("renamed"));
        QVERIFY(!watched.fleet->find(gone));
    }

    void refreshesByItself()
    {
        Rhythm rhythm = calmRhythm();
        rhythm.walkEvery = 30ms;
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 20000); // the second one at 60 requests a minute
    }

    void mendsItselfAfterFaults_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &fault, Kind kind) {
            QTest::newRow(name) << fault << static_cast<int>(kind);
        };
        row("cut", ticks("`kind`:`cut`"), Kind::ConnectionLost);
        row("closed", ticks("`kind`:`close`"), Kind::ConnectionLost);
        row("login page", ticks("`kind`:`html`"), Kind::SignInPage);
        row("server error", ticks("`kind`:`status`,`status`:502"), Kind::ServerTrouble);
        row("bad JSON", ticks("`kind`:`bad-json`"), Kind::BadReply);
        row("other JSON", ticks("`kind`:`wrong-json`"), Kind::BadReply);
        row("truncated", ticks("`kind`:`truncated`"), Kind::BadReply);
        row("deep JSON", ticks("`kind`:`deep-json`"), Kind::BadReply);
        row("endless", ticks("`kind`:`endless`"), Kind::ReplyTooLarge);
    }

    void mendsItselfAfterFaults()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, kind);
        m_simulator->setFaults("[{" + fault + ticks(",`match`:`AllRunners`,`after`:2}]"));
        Rhythm rhythm = calmRhythm();
        rhythm.patience = 60s; // an endless body takes a while to be too large
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() >= 1, 60000);
        QCOMPARE(static_cast<int>(watched.error().kind), kind);
        m_simulator->setFaults("[]"); // not after a number of requests: Qt repeats some by itself
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 60000);
        QCOMPARE(watched.fleet->rows.size(), std::size_t(450));
        QCOMPARE(watched.fleet->coverage.kind, Coverage::Kind::Whole);
    }

    void failureKeepsTheFleet()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const int snapshots = watched.snapshots;
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`AllRunners`}]"));
        watched.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() >= 3, 30000); // it goes on trying
        QCOMPARE(watched.snapshots, snapshots);
        QCOMPARE(watched.fleet->rows.size(), std::size_t(450));
        m_simulator->setFaults("[]");
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
    }

    void aPersonMakesABackgroundWalkHaste()
    {
        Rhythm rhythm = calmRhythm();
        rhythm.walkEvery = 10ms;
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(
            watched.progress.last().at(0).value<FleetProgress>().phase, FleetProgress::Phase::Refreshing, 30000);
        watched.service.refresh(); // five pages at one a second otherwise
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 2500);
    }

    void lateListenersHearTheNewest()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QSignalSpy heard(&watched.service, &FleetService::snapshotChanged);
        watched.service.repeatNewest();
        QCOMPARE(heard.count(), 1);
        QCOMPARE(heard.at(0).at(0).value<FleetPtr>().get(), watched.fleet.get());
    }

    void managersThatRepeatEndTheRead()
    {
        const Test::RawServer server({http("{`data`:{`runner`:{`id`:`gid://gitlab/Ci::Runner/42`,`managers`:{"
                                           "`count`:99,`pageInfo`:{`hasNextPage`:true,`endCursor`:`a`},"
                                           "`nodes`:[{`id`:`gid://gitlab/Ci::RunnerManager/1`}]}}}}")});
        Watched watched(connectionTo(server));
        QFuture<RunnerAnswer> future = watched.service.readRunner({InstanceId{}, 42});
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
        QCOMPARE(server.connections(), 2);
        QVERIFY(!std::get<std::optional<RunnerDetails>>(future.result())->runner.managersComplete());
    }

    void noAnswerIsNotNoRunner_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("another runner") << QByteArray("{`data`:{`runner`:{`id`:`gid://gitlab/Ci::Runner/43`}}}");
        QTest::newRow("something else") << QByteArray("{`data`:{`project`:null}}");
        QTest::newRow("failed field") << QByteArray(
            "{`data`:{`runner`:null},`errors`:[{`message`:`Internal server error`}]}");
    }

    void noAnswerIsNotNoRunner()
    {
        QFETCH(QByteArray, data);
        const Test::RawServer server({http(data)});
        Watched watched(connectionTo(server));
        QFuture<RunnerAnswer> future = watched.service.readRunner({InstanceId{}, 42});
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
        QVERIFY(std::holds_alternative<FetchError>(future.result()));
    }

    void onlyAPersonMendsAToken()
    {
        Watched watched(connectionTo(*m_simulator, "glpat-simulator-expired"));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.failed.count(), 1, 30000);
        QCOMPARE(watched.error().kind, Kind::Unauthorized);
        QCOMPARE(watched.progress.last().at(0).value<FleetProgress>().phase,
            FleetProgress::Phase::Idle); // no try of its own
    }

    void whoIsAMemberOfNothingHasNoRunners()
    {
        Watched watched(connectionTo(*m_simulator, "glpat-simulator-user"));
        QSignalSpy access(&watched.service, &FleetService::accessChanged);
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QCOMPARE(access.last().at(0).value<Access>().role, Role::Member);
        QCOMPARE(watched.rows(), std::size_t(0));
        QVERIFY(watched.failed.isEmpty());
    }

    void readsOneRunner()
    {
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        for (const FleetRow &row : watched.fleet->rows) {
            if (row.runner->managersComplete() && row.runner->id.number % 40 != 0)
                continue;
            QFuture<RunnerAnswer> future = watched.service.readRunner(row.runner->id);
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
            const auto details = std::get<std::optional<RunnerDetails>>(future.result());
            QVERIFY(details);
            QCOMPARE(details->runner.id, row.runner->id);
            QVERIFY(details->runner.managersComplete());
            QVERIFY(details->permissions && details->permissions->remove);
            QCOMPARE(details->ownerChain.empty(), row.runner->owner == nullptr);
            if (row.runner->owner) {
                QCOMPARE(details->ownerChain.back().fullPath, row.runner->owner->fullPath);
                QCOMPARE(qsizetype(details->ownerChain.size()), row.runner->owner->fullPath.count(u'/') + 1);
            }
        }
    }

    void unknownRunnerIsNone()
    {
        Watched watched(connectionTo(*m_simulator));
        QFuture<RunnerAnswer> future = watched.service.readRunner({InstanceId{1}, 99999999});
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
        QVERIFY(!std::get<std::optional<RunnerDetails>>(future.result()));
    }

    void cancelledReadIsSilent()
    {
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:50}]"));
        Watched watched(connectionTo(*m_simulator));
        QFuture<RunnerAnswer> cancelled = watched.service.readRunner({InstanceId{1}, 1});
        cancelled.cancel();
        QFuture<RunnerAnswer> other = watched.service.readRunner({InstanceId{1}, 1});
        QTRY_VERIFY_WITH_TIMEOUT(other.isFinished(), 30000);
        QVERIFY(cancelled.isCanceled());
        QCOMPARE(cancelled.resultCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGitLabFleetService)
#include "tst_gitlabfleetservice.moc"
