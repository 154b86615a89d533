// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobqueue.h"
#include "models/rules/jobs/jobrunners.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;

namespace {

QString codesOf(const JobVerdicts &verdicts)
{
    QStringList codes;
    for (std::size_t job = 0; job < verdicts.input().jobs.size(); ++job)
        codes.append(jobVerdictName(verdicts.code(job)).toString());
    return codes.join(u' ');
}

QString idsOf(const JobVerdicts &verdicts, const std::vector<JobRunner> &runners)
{
    QStringList ids;
    for (const JobRunner &runner : runners)
        ids.append(QString::number(verdicts.fleet().rows[runner.row].runner->id.number));
    return ids.join(u' ');
}

QString idsOf(const JobVerdicts &verdicts, const std::vector<quint32> &jobs)
{
    QStringList ids;
    for (const quint32 job : jobs)
        ids.append(QString::number(verdicts.input().jobs[job]->id.number));
    return ids.join(u' ');
}

/// "2", "2..4" where that is all that can be said, "-" for none.
QString written(const std::optional<QueuePosition> &position)
{
    if (!position)
        return QStringLiteral("-");
    const QString first = QString::number(position->first);
    return position->first == position->last ? first : QStringLiteral("%1..%2").arg(first).arg(position->last);
}

} // namespace

class TestJobVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QString>("fleet");
        QTest::addColumn<QString>("job"); // of acme/web
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("candidates"); // ids in their order
        QTest::addColumn<QString>("nearMisses");
        const auto row = [](const char *fleet, const char *job, const char *code, const char *candidates,
                             const char *nearMisses) {
            QTest::addRow("%s: %s", code, job)
                << QString::fromUtf8(fleet) << QString::fromUtf8(job) << QString::fromUtf8(code)
                << QString::fromUtf8(candidates) << QString::fromUtf8(nearMisses);
        };
        row("1 a contact=1m tags=a\n2 b contact=3h tags=a\n3 c contact=1m tags=a,b", "tags=a", "queued", "1 3 2", "");
        row("1 a contact=3h tags=a\n2 b tags=a", "tags=a", "none-online", "1 2", "");
        row("1 a contact=3h tags=a\n2 b contact=1m tags=a paused", "tags=a", "none-online", "1", "2");
        row("1 a contact=9h tags=a paused\n2 b contact=1m tags=a paused", "tags=a", "all-paused", "", "2 1");
        row("1 a contact=1m tags=a protected\n2 b contact=1m tags=b", "tags=a", "only-protected", "1", "");
        row("1 a contact=1m tags=a protected\n2 b contact=3h tags=a", "tags=a", "none-online", "1 2", "");
        row("1 a contact=1m tags=a project=acme/api projects=2", "tags=a", "only-uncertain", "1", "");
        row("1 a contact=1m tags=a", "tags=a instance-unknown", "only-uncertain", "1", "");
        row("1 a contact=1m tags=a group=acme", "tags=a group-unknown", "only-uncertain", "1", "");
        row("1 a contact=1m tags=a", "tags=gpu", "no-runner-has-tag", "", "");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=gpu_a100", "tags=gpu-a100", "no-runner-has-tag", "", "2");
        row("1 a contact=1m tags=a", "tags=x,y,a", "no-runner-has-tags", "", "1");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=b,c\n3 c contact=3h tags=a,b", "tags=a,b,c",
            "no-runner-has-all-tags", "", "2 3 1");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=a,b group=other", "tags=a,b", "out-of-reach", "", "2 1");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=b group=acme", "tags=a instance-off", "runners-not-allowed", "",
            "1");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=a group=acme", "tags=a instance-off", "queued", "2", "1");
        row("2 b contact=1m tags=a group=acme", "tags=a group-off", "runners-not-allowed", "", "2");
        row("1 a contact=1m tags=a", "", "none-takes-untagged", "", "1");
        row("1 a contact=1m tags=a untagged", "", "queued", "1", "");
        row("1 a contact=1m group=other untagged", "", "no-runners", "", "1");
        row("", "", "no-runners", "", "");
        row("1 a contact=1m untagged", "instance-off", "runners-not-allowed", "", "1");
        row("1 a contact=1m untagged", "runner=1", "given-to-runner", "", "");
        row("1 a contact=1m untagged", "status=created", "created", "", "");
        row("1 a contact=1m untagged", "status=waiting_for_resource", "waiting-for-resource", "", "");
        row("1 a contact=1m untagged", "status=waiting_for_callback", "waiting-for-callback", "", "");
        row("1 a contact=1m untagged", "status=preparing", "preparing", "", "");
        row("1 a contact=1m untagged", "status=manual", "manual", "", "");
        row("1 a contact=1m untagged", "status=scheduled", "scheduled", "", "");
        row("1 a contact=1m untagged", "bridge", "trigger-job", "", "");
        row("1 a contact=1m untagged", "status=manual bridge", "trigger-job", "", "");
        row("1 a contact=1m untagged", "status=running runner=1", "running", "", "");
        row("1 a contact=1m untagged", "status=canceling runner=1", "running", "", "");
        row("1 a contact=1m untagged", "status=failed", "finished", "", "");
        row("1 a contact=1m untagged", "status=something_new", "status-not-known", "", "");
    }

    void verdicts()
    {
        QFETCH(QString, fleet);
        QFETCH(QString, job);
        const auto found = Test::verdicts(fleet, QString(QStringLiteral("1 acme/web ") + job));
        QTEST(codesOf(*found), "code");
        const RequestVerdict *verdict = found->verdictOf(0);
        QVERIFY(!verdict || waitsForRunner(found->code(0)));
        const JobRunners runners = verdict ? runnersFor(*found, found->requestOfJob(0)) : JobRunners();
        QTEST(idsOf(*found, runners.candidates), "candidates");
        QTEST(idsOf(*found, runners.nearMisses), "nearMisses");
        if (verdict) {
            QCOMPARE(verdict->candidateCount, static_cast<qint64>(runners.candidates.size()));
            QCOMPARE(verdict->nearMissCount, static_cast<qint64>(runners.nearMisses.size()));
        }
    }

    void whatIsNotReadableIsSaidToBe()
    {
        QCOMPARE(codesOf(*Test::verdicts(u"1 a contact=1m", u"1 -")), QStringLiteral("not-readable"));
    }

    void everyCodeHasAName()
    {
        QSet<QString> names;
        for (int i = 0; i < jobVerdictCodeCount; ++i) {
            const auto code = static_cast<JobVerdictCode>(i);
            const QString name = jobVerdictName(code).toString();
            QVERIFY(!name.isEmpty());
            QVERIFY(jobVerdictNamed(name) == code);
            names.insert(name);
        }
        QCOMPARE(names.size(), jobVerdictCodeCount);
        QVERIFY(!jobVerdictNamed(u"Queued"));
    }

    void tagsThatMayBeMeant_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("alike");
        QTest::newRow("separator") << "gpu-a100"
                                   << "gpu_a100,gpu.a100"; // the one of more runners first
        QTest::newRow("slip") << "dokcer"
                              << "docker";
        QTest::newRow("letter case") << "DOCKER"
                                     << "docker";
        QTest::newRow("another number") << "gpu-a200"
                                        << "";
        QTest::newRow("nothing like it") << "windows"
                                         << "";
    }

    void tagsThatMayBeMeant()
    {
        QFETCH(QString, tag);
        const auto found = Test::verdicts(u"1 a contact=1m tags=docker,gpu_a100\n2 b contact=1m tags=gpu_a100\n"
                                          u"3 c contact=1m tags=gpu.a100",
            QString(QStringLiteral("1 acme/web tags=") + tag));
        QCOMPARE(found->verdictOf(0)->tags, QStringList{tag});
        QTEST(found->verdictOf(0)->alike.join(u','), "alike");
    }

    void theNearestRunnerTellsWhatIsMissing()
    {
        const auto found = Test::verdicts(u"1 a contact=1m tags=a\n2 b contact=1m tags=b,c\n3 c contact=1m tags=d",
            u"1 acme/web tags=a,b,c,d\n2 acme/web tags=a,c,d");
        QCOMPARE(found->verdictOf(0)->tags.join(u','), QStringLiteral("a,d"));
        QCOMPARE(found->verdictOf(1)->tags.size(), 2);
    }

    void loadsAreThoseOfReadyRunners()
    {
        RunnerLoads loads;
        const auto load = [&loads](qint64 runner, RunnerLoad of) {
            loads.byRunner.insert({InstanceId{1}, runner}, of);
        };
        load(1, {3, 10});
        load(2, {4, 2}); // what runs now was seen, too
        load(3, {100, 100});
        load(4, {100, 100});
        load(5, {100, 100});
        const auto found = Test::verdicts(u"1 a contact=1m tags=a\n2 b contact=1m tags=a\n3 c contact=3h tags=a\n"
                                          u"4 d contact=1m tags=a paused\n5 e contact=1m tags=b\n6 f contact=1m tags=a",
            u"1 acme/web tags=a", {}, loads);
        const MatchingRunners &certain = found->verdictOf(0)->certain;
        QCOMPARE(certain.ready, 3);
        QCOMPARE(certain.running, 7);
        QCOMPARE(certain.mostSeen, 14);
    }

    void runningJobsOfEachRunnerAreCounted()
    {
        RunnerLoads loads;
        loads.byRunner.insert({InstanceId{1}, 1}, {9, 9});
        loads.byRunner.insert({InstanceId{1}, 2}, {0, 1});
        countRunning(Test::jobs(u"1 acme/web runner=2 status=running\n2 acme/api runner=2 status=canceling\n"
                                u"3 acme/web runner=2\n4 acme/web status=running\n5 - runner=3 status=running\n"
                                u"6 acme/web runner=2 status=failed"),
            loads);
        const auto load = [&loads](qint64 runner) { return loads.byRunner.value({InstanceId{1}, runner}); };
        QVERIFY((load(1) == RunnerLoad{0, 9}));
        QVERIFY((load(2) == RunnerLoad{2, 2}));
        QVERIFY((load(3) == RunnerLoad{1, 1}));
    }

    void nearMissesComeNearestFirst()
    {
        const auto found = Test::verdicts(u"1 lacks_two contact=1m tags=a\n"
                                          u"2 lacks_one contact=1m tags=a,b\n"
                                          u"3 offline contact=3h tags=a,b\n"
                                          u"4 elsewhere contact=1m tags=a,b,gpu-1 group=other\n"
                                          u"5 paused contact=1m tags=a,b,gpu-1 paused\n"
                                          u"6 paused_offline contact=3h tags=a,b,gpu-1 paused\n"
                                          u"7 paused_elsewhere contact=1m tags=a,b,gpu-1 group=other paused\n"
                                          u"8 other contact=1m tags=z\n"
                                          u"9 other_elsewhere contact=1m tags=a,b group=other\n"
                                          u"10 alike contact=1m tags=a,b,gpu_2",
            u"1 acme/web tags=a,b,gpu-1\n2 acme/web tags=a,b,gpu-2");
        QCOMPARE(idsOf(*found, runnersFor(*found, 0).nearMisses), QStringLiteral("4 5 6 2 10 3 1 7"));
        QCOMPARE(found->verdictOf(0)->nearMissCount, 8);
        // The tag gpu-2 is nowhere, but one like it is.
        QCOMPARE(idsOf(*found, runnersFor(*found, 1).nearMisses).section(u' ', 0, 1), QStringLiteral("10 2"));
    }

    void noMoreThanAHundredAreListed()
    {
        QString fleet;
        for (int i = 1; i <= 500; ++i)
            fleet += QStringLiteral("%1 a contact=1m tags=%2%3\n")
                         .arg(i)
                         .arg(i <= 250 ? QStringLiteral("a,b") : QStringLiteral("a"))
                         .arg(i % 2 ? u" group=acme" : u"");
        const auto found = Test::verdicts(fleet, u"1 acme/web tags=a,b");
        QCOMPARE(found->verdictOf(0)->candidateCount, 250);
        QCOMPARE(found->verdictOf(0)->nearMissCount, 250);
        const JobRunners runners = runnersFor(*found, 0);
        QCOMPARE(runners.candidates.size(), JobRunners::mostListed);
        QCOMPARE(runners.nearMisses.size(), JobRunners::mostListed);
        QCOMPARE(found->fleet().rows[runners.candidates.back().row].runner->id.number, 100);
        QCOMPARE(found->fleet().rows[runners.nearMisses.back().row].runner->id.number, 350);
    }

    void thoseThatSurelyMatchAreListedHoweverManyOthersThereAre()
    {
        QString fleet;
        for (int i = 1; i <= 150; ++i)
            fleet += QStringLiteral("%1 a contact=1m tags=a protected\n").arg(i);
        const auto found =
            Test::verdicts(QString(fleet + u"151 a contact=1m tags=a\n152 b contact=3h tags=a"), u"1 acme/web tags=a");
        const QString ids = idsOf(*found, runnersFor(*found, 0).candidates);
        QVERIFY2(ids.startsWith(QStringLiteral("151 1 2 ")), qPrintable(ids)); // none that is not online before
        QCOMPARE(ids.count(u' '), 99);
    }

    void jobsThatAskTheSameShareAVerdict()
    {
        const auto found = Test::verdicts(u"1 a contact=1m tags=a,b",
            u"3 acme/web tags=b,a\n1 acme/web tags=a,b,a\n2 acme/web tags=a\n4 acme/api tags=a,b\n"
            u"5 acme/web tags=a,b instance-off\n6 acme/web tags=a,b status=running");
        QCOMPARE(found->requests().size(), std::size_t(4));
        QVERIFY(found->verdictOf(0) == found->verdictOf(1));
        QVERIFY(found->verdictOf(0) != found->verdictOf(4));
        QCOMPARE(idsOf(*found, found->jobsOf(found->requestOfJob(0))), QStringLiteral("1 3"));
        QVERIFY(!found->verdictOf(5));
    }

    void stuck_data()
    {
        QTest::addColumn<QString>("fleet");
        QTest::addColumn<MatchResult>("stuck");
        QTest::newRow("busy") << "1 a contact=1m tags=a" << MatchResult::NotMet;
        QTest::newRow("offline") << "1 a contact=3h tags=a" << MatchResult::Met;
        QTest::newRow("paused") << "1 a contact=1m tags=a paused" << MatchResult::Met;
        QTest::newRow("no runner") << "1 a contact=1m tags=b" << MatchResult::Met;
        QTest::newRow("protected") << "1 a contact=1m tags=a protected" << MatchResult::Unknown;
        QTest::newRow("protected, offline") << "1 a contact=3h tags=a protected" << MatchResult::Met;
        QTest::newRow("perhaps") << "1 a contact=1m tags=a project=acme/api" << MatchResult::Unknown;
    }

    void stuck()
    {
        QFETCH(QString, fleet);
        const auto found = Test::verdicts(fleet, u"1 acme/web tags=a");
        QTEST(found->verdictOf(0)->stuck(), "stuck");
    }

    void whoDoesNotSeeAllRunnersCannotTellThatNoneIsThere()
    {
        Fleet fleet = *Test::openFleet(u"1 a contact=1m tags=b");
        fleet.coverage.parts = {{FleetPart::Kind::GroupRunners, QStringLiteral("acme"), FleetPart::State::Whole}};
        const auto found = judgeJobs({shareFleet(std::move(fleet)), Test::jobs(u"1 acme/web tags=a"), {}, {}});
        QVERIFY(!found->verdictOf(0)->fleetComplete);
        QVERIFY(found->verdictOf(0)->stuck() == MatchResult::Unknown);
    }

    void jobsOfARunner()
    {
        const auto found = Test::verdicts(u"1 group contact=1m tags=a,b group=acme\n"
                                          u"2 project contact=1m tags=a untagged project=acme/web projects=1\n"
                                          u"3 instance contact=1m tags=a\n"
                                          u"4 paused contact=9d tags=a paused\n"
                                          u"5 perhaps contact=1m tags=a project=acme/web projects=9",
            u"9 acme/web tags=a\n8 acme/api tags=b\n7 other/x tags=a\n6 acme/web\n5 acme/web tags=a status=running\n"
            u"4 acme/web tags=a group-off\n3 acme/web tags=a,b");
        const auto jobs = [&found](std::size_t row) { return idsOf(*found, jobsFor(*found, row).jobs); };
        QCOMPARE(jobs(0), QStringLiteral("3 8 9"));
        QCOMPARE(jobs(1), QStringLiteral("4 6 9"));
        QCOMPARE(jobs(2), QStringLiteral("4 7 9"));
        QCOMPARE(jobs(3), jobs(2)); // what waits for it
        QCOMPARE(jobs(4), QStringLiteral("4 7 9"));
        QCOMPARE(jobsFor(*found, 4).certain, 2);
        QCOMPARE(idsOf(*found, jobsFor(*found, 0, 2).jobs), QStringLiteral("3 8"));
        QCOMPARE(jobsFor(*found, 0, 2).count, 3);
    }

    void positionInAQueue()
    {
        const auto found = Test::verdicts(u"1 group contact=1m tags=a,b group=acme\n"
                                          u"2 instance contact=1m tags=c\n"
                                          u"3 perhaps contact=1m tags=a project=acme/web projects=9\n"
                                          u"4 paused contact=1m tags=a,b paused group=acme",
            u"5 acme/web tags=a\n2 acme/api tags=b\n9 acme/web tags=a,b\n7 other/x tags=a\n1 acme/web tags=c\n"
            u"8 acme/web tags=a");
        const auto position = [&found](std::size_t job, std::size_t row) {
            return written(queuePosition(*found, job, row));
        };
        QCOMPARE(position(1, 0), QStringLiteral("1"));
        QCOMPARE(position(0, 0), QStringLiteral("2"));
        QCOMPARE(position(5, 0), QStringLiteral("3"));
        QCOMPARE(position(2, 0), QStringLiteral("4"));
        QCOMPARE(position(3, 0), QStringLiteral("-")); // another group
        QCOMPARE(position(4, 1), QStringLiteral("-")); // instance runners are not first come, first served
        QCOMPARE(position(5, 2), QStringLiteral("2..3"));
        QCOMPARE(position(0, 3), QStringLiteral("-"));
        const QueuePlace best = queuePlace(*found, 5);
        QVERIFY(best.kind == QueuePlace::Kind::InOrder);
        QCOMPARE(best.row, std::size_t(2)); // there it may be second
        QCOMPARE(written(best.position), QStringLiteral("2..3"));
        QVERIFY(queuePlace(*found, 4).kind == QueuePlace::Kind::NotInOrder);
    }

    void aJobThatNobodyTakesHasNoPlace()
    {
        const auto found = Test::verdicts(u"1 a contact=1m tags=a paused group=acme\n2 b contact=1m tags=a paused",
            u"1 acme/web tags=a\n2 acme/web tags=a status=running");
        QVERIFY(queuePlace(*found, 0).kind == QueuePlace::Kind::NoQueue);
        QVERIFY(queuePlace(*found, 1).kind == QueuePlace::Kind::NoQueue);
    }

    void aStoppedWorkHasNoResult()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!judgeJobs({Test::openFleet(u"1 a"), Test::jobs(u"1 acme/web"), {}, {}}, stop.get_token()));
        QVERIFY(judgeJobs({Test::openFleet(u"1 a"), Test::jobs(u"1 acme/web"), {}, {}}));
    }
};

QTEST_GUILESS_MAIN(TestJobVerdicts)
#include "tst_jobverdicts.moc"
