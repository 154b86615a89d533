// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobwait.h"
#include "models/rules/jobs/jobwording.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestJobWait : public QObject
{
    Q_OBJECT

private slots:
    void waits_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<qint64>("seconds"); // -1: not known
        QTest::newRow("pending") << "queued=3h" << qint64(3 * 3600);
        QTest::newRow("started") << "queued=3h started=1h status=running" << qint64(2 * 3600);
        QTest::newRow("ended") << "queued=3h started=2h finished=1h status=failed" << qint64(3600);
        QTest::newRow("queued in the future") << "queued=-90s" << qint64(0);
        QTest::newRow("started before it was queued") << "queued=1h started=2h status=running" << qint64(0);
        QTest::newRow("not known") << "queued=-" << qint64(-1);
        QTest::newRow("never started") << "queued=3h status=canceled" << qint64(-1);
    }

    void waits()
    {
        QFETCH(QString, job);
        const auto waited = waitedFor(Test::job(QString(QStringLiteral("1 acme/web ") + job)), Test::now);
        QTEST(waited ? static_cast<qint64>(waited->count()) : qint64(-1), "seconds");
    }

    void deadlines_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<MatchResult>("stuck");
        QTest::addColumn<QString>("words"); // empty: it has time
        const auto row = [](const char *job, MatchResult stuck, const char *words) {
            QTest::addRow("%s, %d", job, static_cast<int>(stuck))
                << QString::fromLatin1(job) << stuck << QString::fromLatin1(words);
        };
        const char *dayLeft = "GitLab fails jobs after 1 day in the queue: in 2 hours.";
        const char *dayOver = "GitLab fails jobs after 1 day in the queue: this one is due.";
        row("queued=5m", MatchResult::NotMet, "");
        row("queued=21h", MatchResult::NotMet, "");
        row("queued=22h", MatchResult::NotMet, dayLeft);
        row("queued=24h", MatchResult::NotMet, dayOver);
        row("queued=22h", MatchResult::Unknown, dayLeft);
        row("queued=30h", MatchResult::Unknown, dayOver);
        row("queued=44m", MatchResult::Met, "");
        row("queued=50m", MatchResult::Met, "GitLab fails stuck jobs after 1 hour: in 10 minutes.");
        row("queued=50m", MatchResult::NotMet, "");
        row("queued=50m", MatchResult::Unknown, "");
        row("queued=3h", MatchResult::Met, "GitLab fails stuck jobs after 1 hour: this one is due.");
        row("queued=23h", MatchResult::Met, "GitLab fails stuck jobs after 1 hour: this one is due.");
        row("queued=50m runner=1", MatchResult::Unknown,
            "GitLab fails jobs whose runner does not answer for 1 hour: in 10 minutes at the earliest.");
        row("queued=2h runner=1", MatchResult::Unknown,
            "GitLab fails jobs whose runner does not answer for 1 hour: this one may be due.");
        row("queued=5m runner=1", MatchResult::Unknown, "");
        row("queued=-", MatchResult::Met, "");
        row("queued=30h status=running", MatchResult::Met, "");
        row("queued=30h status=manual", MatchResult::Met, "");
    }

    void deadlines()
    {
        QFETCH(QString, job);
        QFETCH(MatchResult, stuck);
        const auto found = nearDeadline(Test::job(QString(QStringLiteral("1 acme/web ") + job)), stuck, Test::now);
        QTEST(found ? JobWording::deadline(*found, Test::now) : QString(), "words");
    }
};

QTEST_GUILESS_MAIN(TestJobWait)
#include "tst_jobwait.moc"
