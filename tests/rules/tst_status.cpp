// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/status.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Seconds = std::optional<std::chrono::seconds>;

Q_DECLARE_METATYPE(Seconds)
Q_DECLARE_METATYPE(Runnerscope::CreationState)
Q_DECLARE_METATYPE(Runnerscope::RunnerStatus)

namespace {

OptionalTime ago(Seconds age)
{
    return age ? OptionalTime(Test::now - *age) : std::nullopt;
}

} // namespace

class TestStatus : public QObject
{
    Q_OBJECT

private slots:
    void ofRunner_data()
    {
        QTest::addColumn<Seconds>("created");
        QTest::addColumn<Seconds>("contacted");
        QTest::addColumn<CreationState>("state");
        QTest::addColumn<RunnerStatus>("status");
        const auto row = [](const char *name, Seconds created, Seconds contacted, CreationState state,
                             RunnerStatus status) { QTest::newRow(name) << created << contacted << state << status; };
        constexpr auto finished = CreationState::Finished;
        constexpr auto started = CreationState::Started;
        constexpr auto unknown = CreationState::Unknown; // a server before the field existed
        constexpr Seconds never;
        row("just now", Seconds(720h), Seconds(1s), finished, RunnerStatus::Online);
        row("in the future", Seconds(720h), Seconds(-60s), finished, RunnerStatus::Online);
        row("under two hours", Seconds(720h), Seconds(2h - 1s), finished, RunnerStatus::Online);
        row("two hours sharp", Seconds(720h), Seconds(2h), finished, RunnerStatus::Offline);
        row("under seven days", Seconds(720h), Seconds(168h - 1s), finished, RunnerStatus::Offline);
        row("seven days sharp", Seconds(720h), Seconds(168h), finished, RunnerStatus::Stale);
        row("old contact, younger creation", Seconds(24h), Seconds(200h), finished, RunnerStatus::Offline);
        row("created, never polled", Seconds(1h), never, started, RunnerStatus::NeverContacted);
        row("created long ago, never polled", Seconds(168h), never, started, RunnerStatus::Stale);
        row("contact while not finished", Seconds(1h), Seconds(1s), started, RunnerStatus::NeverContacted);
        row("finished without contact", Seconds(1h), never, finished, RunnerStatus::Offline);
        row("old server, no contact", Seconds(1h), never, unknown, RunnerStatus::NeverContacted);
        row("old server, contact", Seconds(1h), Seconds(1s), unknown, RunnerStatus::Online);
        row("no times at all", never, never, unknown, RunnerStatus::NeverContacted);
    }

    void ofRunner()
    {
        QFETCH(Seconds, created);
        QFETCH(Seconds, contacted);
        QFETCH(CreationState, state);
        QFETCH(RunnerStatus, status);
        Runner runner;
        runner.createdAt = ago(created);
        runner.contactedAt = ago(contacted);
        runner.creationState = state;
        QCOMPARE(statusOf(runner, Test::now), status);
    }

    void pausingDoesNotChangeIt()
    {
        QCOMPARE(statusOf(Test::runner(u"1 a contact=1m paused"), Test::now), RunnerStatus::Online);
    }

    void ofManager()
    {
        RunnerManager manager;
        manager.createdAt = ago(Seconds(24h));
        QCOMPARE(statusOf(manager, Test::now), RunnerStatus::NeverContacted);
        manager.contactedAt = ago(Seconds(3h));
        QCOMPARE(statusOf(manager, Test::now), RunnerStatus::Offline);
        manager.contactedAt = ago(Seconds(1h));
        QCOMPARE(statusOf(manager, Test::now), RunnerStatus::Online);
    }
};

QTEST_GUILESS_MAIN(TestStatus)
#include "tst_status.moc"
