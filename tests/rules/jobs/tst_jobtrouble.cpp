// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobtrouble.h"
#include "models/rules/jobs/jobtroublewording.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

/// "7: 5 ended, 4 failed, 3 at once, 1 system, 2 projects", one a runner.
QString written(const std::vector<FailingRunner> &runners)
{
    QStringList lines;
    for (const FailingRunner &r : runners)
        lines.append(QStringLiteral("%1: %2 ended, %3 failed, %4 at once, %5 system, %6 projects")
                         .arg(r.runner.number)
                         .arg(r.finished)
                         .arg(r.failed)
                         .arg(r.failedAtOnce)
                         .arg(r.systemFailures)
                         .arg(r.projects));
    return lines.join(u'\n');
}

const QString quick = QStringLiteral("status=failed started=100s finished=90s");
const QString slow = QStringLiteral("status=failed started=2h finished=1h");
const QString good = QStringLiteral("status=success started=100s finished=90s");
const QString broken = QStringLiteral("status=failed started=2h finished=1h reason=runner_system_failure");

/// Jobs from "how project runner host" of each.
std::vector<JobPtr> jobsFrom(const std::vector<std::pair<QString, const char *>> &jobs)
{
    QString text;
    for (const auto &[how, where] : jobs) {
        const QStringList words = QString::fromLatin1(where).split(u' ');
        text += QStringLiteral("1 %1 runner=%2 host=%3 %4\n").arg(words[0], words[1], words[2], how);
    }
    return Test::jobs(text);
}

} // namespace

class TestJobTrouble : public QObject
{
    Q_OBJECT

private slots:
    void runnersThatFailJobsAtOnce()
    {
        const auto found = failingRunners(jobsFrom({{quick, "acme/web 7 70"}, {quick, "acme/api 7 70"},
            {quick, "acme/web 7 70"}, {good, "acme/web 7 71"}, {slow, "acme/web 7 71"}}));
        QCOMPARE(written(found), QStringLiteral("7: 5 ended, 4 failed, 3 at once, 0 system, 2 projects"));
        QCOMPARE(JobTroubleWording::sentence(found.front()),
            QStringLiteral("Of 5 jobs seen to end here, 4 failed: 3 within 30 seconds of their start, 0 by a fault of "
                           "the runner itself."));
    }

    void systemFailuresCountHoweverLateTheyCome()
    {
        const auto found =
            failingRunners(jobsFrom({{broken, "acme/web 7 70"}, {broken, "acme/web 7 71"}, {quick, "acme/web 7 72"}}));
        QCOMPARE(written(found), QStringLiteral("7: 3 ended, 3 failed, 1 at once, 2 system, 1 projects"));
    }

    void faultsOfTheRunner_data()
    {
        QTest::addColumn<bool>("ofRunner");
        QTest::newRow("status=failed reason=runner_system_failure") << true;
        QTest::newRow("status=failed reason=runner_unsupported") << true;
        QTest::newRow("status=failed reason=stuck_or_timeout_failure started=2h") << true; // the host went silent
        QTest::newRow("status=failed reason=stuck_or_timeout_failure") << false; // nobody took it
        QTest::newRow("status=failed reason=job_execution_timeout started=2h") << false;
        QTest::newRow("status=failed reason=script_failure started=2h") << false;
        QTest::newRow("status=failed started=2h") << false; // not told
        QTest::newRow("status=canceled reason=runner_system_failure") << false;
    }

    void faultsOfTheRunner()
    {
        const QString text = QStringLiteral("1 acme/web ") + QString::fromLatin1(QTest::currentDataTag());
        QTEST(failedByRunner(Test::job(text)), "ofRunner");
    }

    void aJobIsCountedOnce()
    {
        const QString both = quick + QStringLiteral(" reason=runner_system_failure");
        const auto found =
            failingRunners(jobsFrom({{both, "acme/web 7 70"}, {both, "acme/web 7 70"}, {both, "acme/web 7 70"}}));
        QCOMPARE(found.front().suspicious, 3);
    }

    void ordinaryFailuresDoNotStandOut_data()
    {
        QTest::addColumn<QStringList>("jobs");
        QTest::newRow("scripts that fail later") << QStringList{slow, slow, slow, slow};
        QTest::newRow("two are no pattern") << QStringList{quick, quick};
        QTest::newRow("most succeed") << QStringList{quick, quick, quick, good, good, good, good};
        QTest::newRow("stopped by people") << QStringList{QStringLiteral("status=canceled started=100s finished=99s"),
            QStringLiteral("status=canceled started=100s finished=99s"),
            QStringLiteral("status=canceled started=100s finished=99s")};
        QTest::newRow("times are not known") << QStringList{QStringLiteral("status=failed"),
            QStringLiteral("status=failed started=9s"), QStringLiteral("status=failed")};
    }

    void ordinaryFailuresDoNotStandOut()
    {
        QFETCH(QStringList, jobs);
        std::vector<std::pair<QString, const char *>> of;
        for (const QString &job : jobs)
            of.emplace_back(job, "acme/web 7 70");
        QCOMPARE(written(failingRunners(jobsFrom(of))), QString());
    }

    void theWorstComesFirst()
    {
        std::vector<std::pair<QString, const char *>> jobs;
        for (int i = 0; i < 3; ++i) {
            jobs.emplace_back(quick, "acme/web 9 90");
            jobs.emplace_back(quick, "acme/web 3 30");
            jobs.emplace_back(quick, "acme/web 5 50");
        }
        jobs.emplace_back(broken, "acme/web 5 50");
        QStringList ids;
        for (const FailingRunner &runner : failingRunners(jobsFrom(jobs)))
            ids.append(QString::number(runner.runner.number));
        QCOMPARE(ids.join(u' '), QStringLiteral("5 3 9"));
    }

    void oneProjectMayBeTheCause()
    {
        FailingRunner runner{{InstanceId{1}, 7}, 3, 3, 3, 0, 3, 1};
        QVERIFY(JobTroubleWording::sentence(runner).endsWith(QStringLiteral("whose script may be the cause.")));
        runner.projects = 2;
        QVERIFY(!JobTroubleWording::sentence(runner).contains(QStringLiteral("script")));
    }

    void jobsOnHostsGoneSilent_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("sentence"); // empty: nothing to say
        const auto row = [](const char *job, const char *sentence) {
            QTest::newRow(job) << QString::fromLatin1(job) << QString::fromLatin1(sentence);
        };
        row("runner=1 host=100 started=9h status=running", ""); // in contact
        row("runner=2 host=200 started=9h status=running", "Its host has given no sign of life for 3 hours.");
        row("runner=2 host=200 started=9h status=canceling", "Its host has given no sign of life for 3 hours.");
        row("runner=2 host=200 started=1h status=running", ""); // it started, so the host lived
        row("runner=2 host=200 started=150m status=running", "Its host has given no sign of life for 2 hours.");
        row("runner=2 host=200 started=9h status=pending", "");
        row("runner=2 host=200 started=9h status=running bridge", "");
        row("runner=1 host=999 started=9h status=running",
            "Its host is gone: GitLab no longer lists it for the runner.");
        row("runner=2 started=9h status=running", "No host of its runner has given a sign of life for 3 hours.");
        row("runner=1 started=9h status=running", "");
        row("runner=3 host=300 started=9h status=running", "Its runner is gone.");
        row("started=9h status=running", ""); // perhaps only not readable
    }

    void jobsOnHostsGoneSilent()
    {
        QFETCH(QString, job);
        const Fleet fleet = Test::fleet(u"1 a contact=1m version=18.1.0\n2 b contact=3h version=18.1.0");
        const auto jobs = Test::jobs(QString(QStringLiteral("1 acme/web ") + job));
        const auto found = jobsOnSilentHosts(jobs, fleet, Test::now);
        QTEST(found.empty() ? QString() : JobTroubleWording::sentence(found.front(), Test::now), "sentence");
    }

    void countsAndMarksOfAList()
    {
        const Fleet fleet = Test::fleet(u"1 a contact=1m version=18.1.0\n2 b contact=3h version=18.1.0");
        const auto jobs = Test::jobs(u"1 acme/web runner=1 host=100 started=9m status=running\n"
                                     u"2 acme/web runner=2 host=200 started=9h status=running\n"
                                     u"3 acme/web status=pending");
        const auto finished =
            jobsFrom({{quick, "acme/web 1 100"}, {quick, "acme/api 1 100"}, {quick, "acme/web 1 100"}});
        const JobTroublesPtr troubles =
            troublesOf(*judgeJobs({shareFleet(Fleet(fleet)), jobs, {}, {}, finished}), Test::now);
        QCOMPARE(JobTroubleWording::silentCount(*troubles), QStringLiteral("1 job runs on a silent host"));
        QCOMPARE(JobTroubleWording::failingCount(*troubles), QStringLiteral("1 runner fails its jobs"));
        QCOMPARE(JobTroubleWording::failingFilter(*troubles), QStringLiteral("id:1"));
        const auto sentence = [&](std::size_t i) {
            return JobTroubleWording::sentence(*troubles, i, *jobs[i], Test::now);
        };
        QCOMPARE(sentence(0), QStringLiteral("Its runner fails its jobs: 3 of 3 at once or by its own fault."));
        QCOMPARE(sentence(1), QStringLiteral("Its host has given no sign of life for 3 hours."));
        QVERIFY(sentence(2).isEmpty());
    }

    void whatIsNotKnownIsNoTrouble()
    {
        const auto jobs = Test::jobs(u"1 acme/web runner=3 host=300 started=9h status=running\n"
                                     u"2 acme/web runner=1 host=999 started=9h status=running");
        Fleet fleet = Test::fleet(u"1 a contact=1m version=18.1.0");
        fleet.coverage.kind = Coverage::Kind::Partial;
        auto runner = std::make_shared<Runner>(*fleet.rows[0].runner);
        runner->managerCount = 5; // more than the list brought
        fleet.rows[0].runner = std::move(runner);
        QVERIFY(jobsOnSilentHosts(jobs, fleet, Test::now).empty());
    }
};

QTEST_GUILESS_MAIN(TestJobTrouble)
#include "tst_jobtrouble.moc"
