// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"
#include "models/rules/jobs/runnerrecord.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;

class TestRunnerJobsRead : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<GitLabFleetService> m_service;

    void signIn(const QByteArray &token = {})
    {
        m_service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator, token), Test::calmRhythm());
    }

    RunnerJobsAnswer ask(qint64 runner)
    {
        const QFuture<RunnerJobsAnswer> answer = m_service->readRunnerJobs({InstanceId{}, runner});
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000) ? answer.result()
                                                                                  : RunnerJobsAnswer(FetchError());
    }

    /// Null where there are none.
    TakenJobsPtr jobs(qint64 runner)
    {
        const RunnerJobsAnswer answer = ask(runner);
        const auto *found = std::get_if<TakenJobsPtr>(&answer);
        return found ? *found : nullptr;
    }

    qint64 runnerOf(const char *situation)
    {
        const QJsonObject prepared = m_simulator->prepare(QString::fromLatin1(situation));
        return prepared.value(QLatin1String("runners")).toArray().first().toInteger();
    }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("450"),
            QStringLiteral("--frozen"), QStringLiteral("--finished-jobs"), QStringLiteral("300")});
        QVERIFY(m_simulator->isRunning());
    }

    void init()
    {
        m_simulator->setFaults("[]");
        signIn();
    }

    void jobsComeWithHostAndReason()
    {
        const TakenJobsPtr found = jobs(runnerOf("failing-runner"));
        QVERIFY(found && !found->refused);
        const RunnerRecord record = recordOf(*found);
        QVERIFY(record.all.failed >= 3);
        QCOMPARE(record.all.failed, record.all.failedByRunner);
        QCOMPARE(record.all.unexplained, 0);
        QCOMPARE(record.hidden, 0);
        QVERIFY(record.all.waited && record.all.ran);
        for (const HostRecord &host : record.hosts)
            QVERIFY(host.manager > 0 && !host.systemId.isEmpty());
        QVERIFY(
            std::ranges::is_sorted(found->runs, std::ranges::greater(), [](const JobRun &run) { return run.job->id; }));
    }

    void jobsOfBothHostsAreToldApart()
    {
        const TakenJobsPtr found = jobs(runnerOf("silent-host"));
        QVERIFY(found);
        QVERIFY(recordOf(*found).hosts.size() > 1);
    }

    void aRunnerThatTookNoneHasNone()
    {
        const TakenJobsPtr found = jobs(runnerOf("all-paused"));
        QVERIFY(found);
        QVERIFY(!found->refused && found->runs.empty() && !found->more);
    }

    void withoutReasonsTheJobsAreThereAllTheSame()
    {
        const qint64 runner = runnerOf("failing-runner");
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":500,\"match\":\"/runners/\"}]");
        const TakenJobsPtr found = jobs(runner);
        QVERIFY(found);
        const RunnerRecord record = recordOf(*found);
        QVERIFY(record.all.failed >= 3);
        QCOMPARE(record.all.unexplained, record.all.failed);
    }

    /// A list that may not be seen is no empty one.
    void strangersAreRefused()
    {
        const qint64 runner = runnerOf("failing-runner");
        signIn("glpat-simulator-user");
        const TakenJobsPtr found = jobs(runner);
        QVERIFY(found);
        QVERIFY(found->refused);
    }

    /// Of runners of several projects, in some of which this user has no say.
    void jobsOfHiddenProjectsAreCounted()
    {
        Test::WatchedService mine(Test::connectionTo(*m_simulator, "glpat-simulator-owner"));
        mine.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(mine.finished.count(), 1, 20'000);
        signIn("glpat-simulator-owner");
        RunnerRecord record;
        for (const FleetRow &row : mine.fleet->rows) {
            if (record.hidden > 0 || row.runner->type != RunnerType::Project || row.runner->projectCount < 2)
                continue;
            if (const TakenJobsPtr found = jobs(row.runner->id.number))
                record = recordOf(*found);
        }
        QVERIFY(record.hidden > 0);
        QVERIFY(record.all.finished + record.all.running > 0); // their status is told all the same
    }

    void faultsAreSaid()
    {
        const qint64 runner = runnerOf("failing-runner");
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":500}]");
        QVERIFY(std::holds_alternative<FetchError>(ask(runner)));
    }
};

QTEST_GUILESS_MAIN(TestRunnerJobsRead)
#include "tst_runnerjobsread.moc"
