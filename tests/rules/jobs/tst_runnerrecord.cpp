// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerrecord.h"
#include "models/rules/jobs/runnerrecordwording.h"
#include "models/rules/jobs/suspecthosts.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace Runnerscope;

namespace {

/// One job: how it went, on which host; each is made a minute before the one before it.
struct Went
{
    QString how;
    int host = 0;
};

QString textOf(const Went &went, int place)
{
    return QStringLiteral("%1 acme/web runner=7 host=%2 queued=%3m started=%4m finished=%5m %6\n")
        .arg(1000 - place)
        .arg(went.host)
        .arg(place + 22)
        .arg(place + 21)
        .arg(place + 1)
        .arg(went.how);
}

TakenJobs jobsOf(const std::vector<JobPtr> &jobs)
{
    TakenJobs result;
    result.readAt = Test::now;
    for (const JobPtr &job : jobs)
        result.runs.push_back({job, {}, job->manager != 0 ? QStringLiteral("s_%1").arg(job->manager) : QString()});
    return result;
}

/// "70: ++-+ 71: ----": what went well and what failed, by host; 0: not known which.
TakenJobs jobsFrom(const QString &pattern)
{
    QString text;
    int place = 0;
    int host = 0;
    for (const QString &word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        if (word.endsWith(u':')) {
            host = word.chopped(1).toInt();
            continue;
        }
        for (const QChar sign : word)
            text += textOf({sign == u'+' ? QStringLiteral("status=success")
                                         : QStringLiteral("status=failed reason=script_failure"),
                               host},
                place++);
    }
    return jobsOf(Test::jobs(text));
}

QString verdictOn(const QString &pattern)
{
    return RunnerRecordWording::verdict(recordOf(jobsFrom(pattern)));
}

} // namespace

class TestRunnerRecord : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const char *pattern, const char *verdict) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(verdict);
        };
        row("none", "", "No job of this runner is known.");
        row("one", "70: -", "Too few to tell: one job finished lately, 1 failed.");
        row("four", "70: -- 71: ++", "Too few to tell: 4 jobs finished lately, 2 failed.");
        row("all well", "70: +++ 71: ++", "Nothing wrong: none of its last 5 finished jobs failed.");
        row("one host fails", "70: +---------  71: ++++++++++ 72: ++++++++-+ 73: +++++",
            "The host s_70, not the runner: 9 of 10 jobs failed there, 1 of 25 jobs on its other hosts.");
        row("most hosts fail", "70: +--------- 71: ---------- 72: +--------- 73: ++++++++++",
            "3 hosts, not the runner: 28 of 30 jobs failed on s_71, s_70 and s_72, 0 of 10 jobs on the others.");
        row("three of three are rare enough", "70: --- 71: +++++ +++++ +++++ +++++",
            "The host s_70, not the runner: 3 of 3 jobs failed there, 0 of 20 jobs on its other hosts.");
        row("three of three may be chance", "70: --- 71: +++",
            "3 of 6 jobs failed; that is too few to tell one host from another.");
        row("all alike", "70: ----- 71: -----+ 72: -",
            "The runner or its jobs, not one host: 11 of 12 jobs failed, and on every host alike.");
        row("not twice as often", "70: ---------- ---------- ---------- 71: ---------- ----------+ +++++ ++",
            "The runner or its jobs, not one host: 50 of 58 jobs failed, and on every host alike.");
        row("now and then", "70: +++-+ 71: ++++- 72: +++++ +", "No host stands out: 2 of 16 jobs failed.");
        row("a single host", "70: +----",
            "All ran on one host, so the runner and its host cannot be told apart: 4 of 5 jobs failed.");
        row("one host, the others not told", "70: ----- 0: ++++++++++++++++++++",
            "On which hosts they ran is not told: 5 of 25 jobs failed.");
        row("hosts not told", "0: -----+ 71: +", "On which hosts they ran is not told: 5 of 7 jobs failed.");
    }

    void verdicts()
    {
        QFETCH(QString, pattern);
        QTEST(verdictOn(pattern), "verdict");
    }

    /// Hosts that are alike are accused as rarely as is promised.
    void chanceAccusesNobody()
    {
        std::mt19937 random(2026);
        constexpr int rounds = 400;
        int accused = 0;
        for (int round = 0; round < rounds; ++round) {
            QString pattern;
            for (int host = 1; host <= 8; ++host) {
                pattern += QStringLiteral(" %1: ").arg(host);
                for (int job = 0; job < 10; ++job)
                    pattern += random() % 10 < 3 ? u'-' : u'+';
            }
            accused += recordOf(jobsFrom(pattern)).suspects > 0 ? 1 : 0;
        }
        QVERIFY2(accused <= rounds / 100, qPrintable(QString::number(accused)));
    }

    void chancesAreExact_data()
    {
        QTest::addColumn<QList<int>>("numbers"); // hits, drawn, marked, all
        QTest::addColumn<double>("chance");
        QTest::newRow("nothing is asked") << QList<int>{0, 3, 3, 6} << 1.0;
        QTest::newRow("three of three") << QList<int>{3, 3, 3, 6} << 1.0 / 20;
        QTest::newRow("two or three") << QList<int>{2, 3, 3, 6} << 10.0 / 20;
        QTest::newRow("all are marked") << QList<int>{3, 3, 6, 6} << 1.0;
        QTest::newRow("one of many") << QList<int>{1, 1, 1, 100} << 1.0 / 100;
    }

    void chancesAreExact()
    {
        QFETCH(QList<int>, numbers);
        QFETCH(double, chance);
        QVERIFY(std::abs(chanceOfAtLeast(numbers[0], numbers[1], numbers[2], numbers[3]) - chance) < 1e-9);
    }

    void numbersOfAHost()
    {
        const RunnerRecord record = recordOf(jobsOf(Test::jobs(
            u"9 acme/web runner=7 host=70 status=running queued=5m started=4m\n"
            u"8 acme/web runner=7 host=70 status=failed queued=90m started=1h finished=3590s reason=script_failure\n"
            u"7 acme/web runner=7 host=70 status=failed queued=90m started=1h finished=5m "
            u"reason=runner_system_failure\n"
            u"6 acme/web runner=7 host=70 status=failed queued=90m started=1h finished=5m\n"
            u"5 acme/web runner=7 host=70 status=success queued=90m started=1h finished=5m\n"
            u"4 acme/web runner=7 host=70 status=canceled queued=90m started=1h finished=5m\n")));
        QCOMPARE(record.hosts.size(), 1U);
        const HostRecord &host = record.hosts.front();
        QCOMPARE(host.running, 1);
        QCOMPARE(host.finished, 4);
        QCOMPARE(host.failed, 3);
        QCOMPARE(host.failedAtOnce, 1);
        QCOMPARE(host.failedByRunner, 1);
        QCOMPARE(host.unexplained, 1);
        using namespace std::chrono_literals;
        const auto near = [](auto time, std::chrono::milliseconds wanted) {
            return time && *time > wanted * 95 / 100 && *time < wanted * 105 / 100;
        };
        QVERIFY(near(host.waited, 30min));
        QVERIFY(near(host.ran, 55min));
        QCOMPARE(record.all.finished, 4);
    }

    void remarks_data()
    {
        QTest::addColumn<QString>("jobs");
        QTest::addColumn<QString>("remark");
        QString lately; // five failed after all went well
        QString slow;
        QString quick;
        QString otherProject;
        QString quickFailures;
        for (int i = 0; i < 10; ++i) {
            const QString host = QString::number(i < 5 ? 70 : 71);
            const QString start = QStringLiteral("%1 acme/%2 runner=7 host=%3 ").arg(20 - i);
            lately += start.arg(QStringLiteral("web"), host)
                + QStringLiteral("started=%1m finished=%2m status=%3 reason=script_failure\n")
                      .arg(20 * i + 10)
                      .arg(20 * i + 1)
                      .arg(QLatin1String(i < 5 ? "failed" : "success"));
            slow += start.arg(QStringLiteral("web"), host)
                + QStringLiteral("started=%1m finished=1m status=success\n").arg(i < 5 ? 61 : 11);
            quick += start.arg(QStringLiteral("web"), host)
                + QStringLiteral("started=%1s finished=60s status=success\n").arg(i < 5 ? 66 : 62);
            quickFailures += start.arg(QStringLiteral("web"), host)
                + QStringLiteral("started=%1m finished=1m status=%2 reason=script_failure\n")
                      .arg(i < 5 ? 61 : 11)
                      .arg(QLatin1String(i < 5 ? "success" : "failed"));
            otherProject += start.arg(QLatin1String(i < 5 ? "api" : "web"), host)
                + QStringLiteral("started=9m finished=1m status=%1 reason=script_failure\n")
                      .arg(QLatin1String(i < 5 ? "failed" : "success"));
        }
        QTest::newRow("since when") << lately << QStringLiteral("The last 5 jobs all failed, for 1 hour by now.");
        QTest::newRow("slow host") << slow << QStringLiteral("Jobs run long on s_70: half of those that succeed over ");
        QTest::newRow("other project")
            << otherProject
            << QStringLiteral("All that failed there is of one project that ran nowhere else: it may be the cause.");
        QTest::newRow("failing at once is not quick") << quickFailures << QString();
        QTest::newRow("a few seconds") << quick << QString();
        QTest::newRow("fault of the runner")
            << QStringLiteral("1 a/b host=70 status=failed started=9m finished=8m reason=runner_system_failure")
            << QStringLiteral("1 of the failures were a fault of the runner, not of a script, as GitLab says.");
        QTest::newRow("at once") << QStringLiteral(
            "1 a/b host=70 status=failed started=65s finished=60s reason=script_failure")
                                 << QStringLiteral("1 of the failed jobs ended within 30 seconds of their start.");
        QTest::newRow("not told") << QStringLiteral("1 a/b host=70 status=failed started=9m finished=8m")
                                  << QStringLiteral("Why 1 of the failed jobs failed is not told to you.");
        QTest::newRow("hidden") << QStringLiteral("1 - host=70 status=success\n2 a/b status=success")
                                << QStringLiteral("1 of the jobs are of projects that you cannot see.");
    }

    void remarks()
    {
        QFETCH(QString, jobs);
        QFETCH(QString, remark);
        const TakenJobs read = jobsOf(Test::jobs(jobs));
        const QStringList said = RunnerRecordWording::remarks(recordOf(read), read);
        const QString all = said.join(u'\n');
        QVERIFY2(remark.isEmpty() ? !all.contains(QStringLiteral("run long")) : all.contains(remark), qPrintable(all));
    }

    void spansCoverTheTime()
    {
        for (const char *ages : {"1m 2m 3m", "1m 2h 9h", "1h 3d 20d", "1h 90d 900d", "5m"}) {
            QString text;
            int number = 0;
            for (const QString &age : QString::fromLatin1(ages).split(u' ')) {
                ++number;
                text += QStringLiteral("%1 a/b host=70 status=%2 finished=%3\n")
                            .arg(QString::number(number), QLatin1String(number % 2 == 0 ? "failed" : "success"), age);
            }
            const RunnerRecord record = recordOf(jobsOf(Test::jobs(text)));
            int finished = 0;
            int failed = 0;
            for (std::size_t i = 0; i < record.spans.size(); ++i) {
                finished += record.spans[i].finished;
                failed += record.spans[i].failed;
                QVERIFY(i == 0 || record.spans[i].period.from == record.spans[i - 1].period.to);
            }
            QCOMPARE(finished, record.all.finished);
            QCOMPARE(failed, record.all.failed);
            QVERIFY2(record.spans.size() <= 24, ages);
        }
    }

    /// Each host has its own numbers and those of the others, over the same time.
    void aHostIsSeenBesideItsSiblings()
    {
        QString text;
        for (int i = 0; i < 40; ++i) { // host 70 becomes slow in the second half
            const bool here = i % 2 == 0;
            const int ran = here && i < 20 ? 30 : 5;
            text += QStringLiteral("%1 a/b runner=7 host=%2 queued=%3m started=%4m finished=%5m status=%6 "
                                   "reason=script_failure\n")
                        .arg(1000 - i)
                        .arg(here ? 70 : 71)
                        .arg(20 * i + ran + 3)
                        .arg(20 * i + ran + 1)
                        .arg(20 * i + 1)
                        .arg(QLatin1String(i % 10 == 0 ? "failed" : "success"));
        }
        const RunnerRecord record = recordOf(jobsOf(Test::jobs(text)));
        QCOMPARE(record.courses.size(), record.hosts.size());
        const auto host = std::ranges::find(record.hosts, 70, &HostRecord::manager) - record.hosts.begin();
        const HostCourse &course = record.courses[static_cast<std::size_t>(host)];
        QVERIFY(course.here.size() > 4 && course.here.size() <= 24);
        QCOMPARE(course.here.size(), record.spans.size());
        QCOMPARE(course.elsewhere.size(), record.spans.size());
        for (std::size_t i = 0; i < record.spans.size(); ++i) {
            QCOMPARE(course.here[i].period, record.spans[i].period);
            QCOMPARE(course.here[i].finished + course.elsewhere[i].finished, record.spans[i].finished);
            QCOMPARE(course.here[i].failed + course.elsewhere[i].failed, record.spans[i].failed);
        }
        const auto near = [](const std::optional<std::chrono::milliseconds> &time, int minutes) {
            return time && std::abs(time->count() - minutes * 60'000) < 60'000;
        };
        const auto at = [&](const RecordSpans &spans, double share) { // the next one in which something finished
            auto from = spans.begin() + std::ptrdiff_t(share * double(spans.size()));
            return *std::find_if(from, spans.end(), [](const RecordSpan &span) { return span.finished > 0; });
        };
        QVERIFY(near(at(course.here, 0).ran, 5) && near(at(course.here, 0.7).ran, 30));
        QVERIFY(near(at(course.elsewhere, 0).ran, 5) && near(at(course.elsewhere, 0.7).ran, 5));
        QVERIFY(near(at(course.here, 0.7).waited, 2));
        const QString words = RunnerRecordWording::course(course);
        QCOMPARE(words.count(u'\n') + 1,
            std::ranges::count_if(course.here, [](const RecordSpan &span) { return span.finished > 0; }));
        QVERIFY(words.contains(QStringLiteral("half of them ran 30 min")));
    }

    void namesAreHarmless()
    {
        TakenJobs jobs = jobsFrom(QStringLiteral("70: +---------  71: ++++++++++"));
        for (JobRun &run : jobs.runs)
            run.systemId = QStringLiteral("a\nb\u202e") + run.systemId;
        const QString verdict = RunnerRecordWording::verdict(recordOf(jobs));
        QVERIFY(!verdict.contains(u'\n') && !verdict.contains(QChar(0x202e)));
        QVERIFY(verdict.contains(QStringLiteral("s_70")));
    }
};

QTEST_GUILESS_MAIN(TestRunnerRecord)
#include "tst_runnerrecord.moc"
