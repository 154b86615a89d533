// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobrunners.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/jobs/matchwording.h"
#include "models/rules/jobs/shortname.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;

namespace {

const QString rightToLeft = QString(QChar(0x202e));

/// Runner 1 does this much, of all jobs that run.
RunnerLoads loadOfTheFirst(RunnerLoad load, bool complete)
{
    RunnerLoads loads;
    loads.byRunner.insert({InstanceId{1}, 1}, load);
    loads.complete = complete;
    return loads;
}

/// What the fleet says of a job of acme/web that wants this tag.
QString sentenceOfTag(const QString &fleetTag, const QString &jobTag)
{
    Fleet fleet = *Test::openFleet(u"1 a contact=1m");
    auto runner = std::make_shared<Runner>(*fleet.rows.front().runner);
    runner->tags = QStringList{fleetTag};
    fleet.rows.front().runner = std::move(runner);
    Job job = Test::job(u"1 acme/web");
    job.tags = QStringList{jobTag};
    const auto verdicts =
        judgeJobs({shareFleet(std::move(fleet)), {std::make_shared<const Job>(std::move(job))}, {}, {}});
    return JobWording::sentence(*verdicts, 0);
}

} // namespace

class TestJobWording : public QObject
{
    Q_OBJECT

private slots:
    void sentences_data()
    {
        QTest::addColumn<QString>("fleet");
        QTest::addColumn<QString>("job"); // of acme/web
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *fleet, const char *job, const char *sentence) {
            QTest::newRow(sentence) << QString::fromUtf8(fleet) << QString::fromUtf8(job)
                                    << QString::fromUtf8(sentence);
        };
        row("2 a contact=1m tags=a", "tags=a", "1 runner matches and is online, running no job.");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=a", "tags=a",
            "2 runners match and are online, running 31 jobs, most seen at once 40.");
        row("1 a contact=3h tags=a", "tags=a", "1 runner matches, but it is not online.");
        row("1 a contact=3h tags=a\n2 b tags=a", "tags=a", "2 runners match, but none is online.");
        row("1 a contact=3h tags=a\n2 b contact=1m tags=a paused", "tags=a",
            "1 runner matches but is not online, and 1 is paused.");
        row("1 a contact=3h tags=a\n2 b tags=a\n3 c contact=1m tags=a paused\n4 d tags=a paused", "tags=a",
            "2 runners match but are not online, and 2 are paused.");
        row("1 a contact=1m tags=a paused", "tags=a", "1 runner matches, but it is paused.");
        row("1 a contact=1m tags=a paused\n2 b tags=a paused\n3 c tags=a paused", "tags=a",
            "3 runners match, but all are paused.");
        row("1 a contact=1m tags=a protected", "tags=a",
            "Only a protected runner matches: it takes the job if its ref is protected.");
        row("1 a contact=1m tags=a protected\n2 b tags=a protected", "tags=a",
            "Only protected runners match: 2 take the job if its ref is protected.");
        row("1 a contact=1m tags=a project=acme/api", "tags=a", "1 runner may match, of which that cannot be known.");
        row("1 a contact=1m tags=a", "tags=gpu-a100", "No runner has the tag gpu-a100.");
        row("1 a contact=1m tags=gpu_a100", "tags=gpu-a100", "No runner has the tag gpu-a100; did you mean gpu_a100?");
        row("1 a contact=1m tags=gpu_a100,gpu.a100", "tags=gpu-a100",
            "No runner has the tag gpu-a100; similar tags are gpu_a100 and gpu.a100.");
        row("1 a contact=1m tags=a", "tags=x,y", "No runner has any of the tags x and y.");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=b", "tags=a,b",
            "No runner of the project has all tags of the job; the nearest one lacks b.");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=b\n3 c contact=1m tags=c", "tags=a,b,c",
            "No runner of the project has all tags of the job; the nearest one lacks b and c.");
        row("1 a contact=1m tags=a group=other\n2 b contact=1m tags=b", "tags=a",
            "1 runner has all tags of the job, but it does not serve the project.");
        row("1 a contact=1m tags=a group=other\n2 b tags=a group=other\n3 c tags=b", "tags=a",
            "2 runners have all tags of the job, but none of them serves the project.");
        row("1 a contact=1m tags=a", "tags=a instance-off",
            "The project does not allow instance runners, of which 1 would match, and it has no others.");
        row("1 a contact=1m tags=a\n2 b contact=1m group=acme", "tags=a instance-off",
            "The project does not allow instance runners, of which 1 would match, and none of its others does.");
        row("1 a contact=1m tags=a group=acme", "tags=a group-off instance-off",
            "The project does not allow group runners, of which 1 would match, and it has no others.");
        row("1 a contact=1m tags=a\n2 b contact=1m tags=a group=acme", "tags=a group-off instance-off",
            "The project does not allow instance and group runners, of which 2 would match, and it has no others.");
        row("1 a contact=1m", "", "The job has no tags, and no runner of the project takes jobs without tags.");
        row("1 a contact=1m group=other", "", "No runner serves the project.");
        row("1 a contact=1m group=other", "instance-off", "The project allows no instance runners and has no others.");
        row("7 build-7 contact=1m", "runner=7", "Given to the runner build-7, which has not answered yet.");
        row("7 build-7 contact=1m", "runner=8", "Given to a runner that has not answered yet.");
        row("", "status=manual", "It does not wait for a runner: somebody has to start it.");
        row("", "status=waiting_for_resource", "It does not wait for a runner: another job uses its resource group.");
        row("", "status=created", "It does not wait for a runner: jobs before it have not ended.");
        row("", "bridge", "It does not wait for a runner: it starts another pipeline.");
    }

    void sentences()
    {
        QFETCH(QString, fleet);
        QFETCH(QString, job);
        const auto found =
            Test::verdicts(fleet, QString(QStringLiteral("1 acme/web ") + job), {}, loadOfTheFirst({31, 40}, true));
        QTEST(JobWording::sentence(*found, 0), "sentence");
    }

    void everyCodeHasItsOwnWords()
    {
        QSet<QString> sentences;
        for (int code = static_cast<int>(JobVerdictCode::GivenToRunner); code < jobVerdictCodeCount; ++code)
            sentences.insert(JobWording::sentence(static_cast<JobVerdictCode>(code)));
        QCOMPARE(sentences.size(), jobVerdictCodeCount - static_cast<int>(JobVerdictCode::GivenToRunner));
    }

    void jobsThatWereNotSeenAreNotDenied()
    {
        const auto sentence = [](int running) {
            return JobWording::sentence(*Test::verdicts(u"1 a contact=1m tags=a", u"1 acme/web tags=a", {},
                                            loadOfTheFirst({running, 0}, false)),
                0);
        };
        QCOMPARE(sentence(0), QStringLiteral("1 runner matches and is online, running no job that was seen."));
        QCOMPARE(sentence(1),
            QStringLiteral("1 runner matches and is online, running at least 1 job, most seen at once 1."));
        QCOMPARE(sentence(5),
            QStringLiteral("1 runner matches and is online, running at least 5 jobs, most seen at once 5."));
    }

    void whoDoesNotSeeAllRunnersIsToldSo()
    {
        RequestVerdict verdict;
        verdict.fleetComplete = false;
        QCOMPARE(JobWording::sentence(verdict),
            QStringLiteral("No runner serves the project. There may be runners that you cannot see."));
        verdict.code = JobVerdictCode::Queued;
        QVERIFY(!JobWording::sentence(verdict).contains(QStringLiteral("cannot see")));
    }

    void remarks_data()
    {
        QTest::addColumn<QString>("fleet");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QStringList>("remarks");
        const auto row = [](const char *fleet, const char *job, const QStringList &remarks) {
            QTest::addRow("%s / %s", fleet, job) << QString::fromUtf8(fleet) << QString::fromUtf8(job) << remarks;
        };
        const QString noneReady = QStringLiteral("None of these is both online and not paused.");
        const QString assigned =
            QStringLiteral("It is not known whether some project runners are assigned to the project.");
        row("1 a contact=1m tags=a", "tags=a", {});
        row("1 a contact=3h tags=a\n2 b contact=1m tags=a protected", "tags=a",
            {QStringLiteral("1 protected runner takes it if its ref is protected.")});
        row("1 a contact=3h tags=a protected", "tags=a", {noneReady});
        row("1 a contact=1m tags=a project=acme/api", "tags=a", {assigned});
        row("1 a contact=3h tags=a project=acme/api", "tags=a", {noneReady, assigned});
        row("1 a contact=1m tags=a", "tags=a instance-unknown",
            {QStringLiteral("It is not known whether the project allows instance runners.")});
        row("1 a contact=1m tags=a group=acme", "tags=a group-unknown",
            {QStringLiteral("It is not known whether the project allows group runners.")});
        row("1 a contact=1m tags=b group=acme", "tags=a group-unknown", {}); // it would not match anyway
    }

    void remarks()
    {
        QFETCH(QString, fleet);
        QFETCH(QString, job);
        const auto found = Test::verdicts(fleet, QString(QStringLiteral("1 acme/web ") + job));
        QTEST(JobWording::remarks(*found->verdictOf(0)), "remarks");
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << "<b>x</b>"
                                << "<b>x</b>"; // shown as plain text
        QTest::newRow("place holders") << "%1 %2 %n"
                                       << "%1 %2 %n";
        QTest::newRow("direction") << rightToLeft + u"gpu" << QChar(QChar::ReplacementCharacter) + u"gpu";
        QTest::newRow("lines") << "a\nb\u2028c"
                               << "a b c";
        QTest::newRow("long") << QString(1024, u'x') << QString(36, u'x') + u'…' + QString(36, u'x');
        const QString rocket = QString::fromUcs4(U"\U0001F680");
        QTest::newRow("long, of pairs") << u'y' + rocket.repeated(512)
                                        << u'y' + rocket.repeated(17) + u'…' + rocket.repeated(18);
    }

    void hostileTexts()
    {
        QFETCH(QString, tag);
        QFETCH(QString, shown);
        QCOMPARE(sentenceOfTag(QStringLiteral("other"), tag), QStringLiteral("No runner has the tag %1.").arg(shown));
        const QString sentence = sentenceOfTag(tag + u'-', tag); // alike: a separator
        QVERIFY2(sentence.startsWith(QStringLiteral("No runner has the tag ") + shown + QStringLiteral("; did you")),
            qUtf8Printable(sentence));
        QVERIFY(sentence.size() < 300);
        QVERIFY(sentence.isValidUtf16());
    }

    void aHostileNameOfARunner()
    {
        Runner runner;
        runner.description = QStringLiteral("<a href='x'>") + rightToLeft + u'\n' + QString(1024, u'z');
        const QString sentence = JobWording::sentence(JobVerdictCode::GivenToRunner, &runner);
        QVERIFY(!sentence.contains(u'\n'));
        QVERIFY(!sentence.contains(rightToLeft));
        QVERIFY(sentence.size() < 200);
        QVERIFY(sentence.endsWith(QStringLiteral("has not answered yet.")));
    }

    void placeInAQueue()
    {
        const Fleet fleet = Test::fleet(u"7 build-7 contact=1m");
        const auto words = [&fleet](QueuePlace::Kind kind, QueuePosition position = {}) {
            return JobWording::queuePlace({kind, position, 0}, fleet);
        };
        QCOMPARE(words(QueuePlace::Kind::NoQueue), QString());
        QCOMPARE(
            words(QueuePlace::Kind::InOrder, {4, 4}), QStringLiteral("Number 4 in the queue of the runner build-7."));
        QCOMPARE(words(QueuePlace::Kind::InOrder, {4, 9}),
            QStringLiteral("Between number 4 and 9 in the queue of the runner build-7; what is ahead is not fully "
                           "known."));
        QVERIFY(words(QueuePlace::Kind::NotInOrder).contains(QStringLiteral("not to the oldest job")));
    }

    void whatKeepsARunnerFromAJob_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("obstacles");
        const auto row = [](const char *runner, const char *job, const char *obstacles) {
            QTest::addRow("%s / %s", runner, job)
                << QString::fromUtf8(runner) << QString::fromUtf8(job) << QString::fromUtf8(obstacles);
        };
        row("tags=a", "tags=a", "");
        row("tags=a paused", "tags=a", "The runner is paused.");
        row("tags=a", "tags=a,b", "The runner lacks the tag b.");
        row("tags=a paused", "tags=a,b,c", "The runner lacks the tags b and c. The runner is paused.");
        row("tags=a group=other", "tags=a", "The project does not lie in the runner's group.");
        row("tags=a project=acme/api projects=1", "tags=a", "The runner is not assigned to the project.");
        row("tags=a", "tags=a instance-off", "The project does not allow instance runners.");
        row("tags=a", "", "The job has no tags, and the runner takes only jobs with tags.");
        row("tags=a protected", "tags=a",
            "The runner is protected, or may be: it takes the job if its ref is protected.");
        row("tags=a project=acme/api", "tags=a", "It is not known whether the runner is assigned to the project.");
        row("tags=a protected paused", "tags=a", "The runner is paused."); // what is known comes first
    }

    void whatKeepsARunnerFromAJob()
    {
        QFETCH(QString, runner);
        QFETCH(QString, job);
        const FleetPtr fleet = Test::openFleet(QString(QStringLiteral("1 a contact=1m ") + runner));
        const JobRequest request = requestOf(Test::job(QString(QStringLiteral("1 acme/web ") + job)));
        QTEST(MatchWording::obstacles(matchOf(fleet->rows[0], request, {}), request), "obstacles");
    }

    void eachConditionGivesItsReason()
    {
        const FleetPtr fleet = Test::openFleet(u"1 a contact=3h tags=a group=acme");
        const JobRequest request = requestOf(Test::job(u"1 acme/web tags=a"));
        const RunnerMatch match = matchOf(fleet->rows[0], request, {});
        QStringList reasons;
        for (int i = 0; i < matchConditionCount; ++i)
            reasons.append(MatchWording::reason(static_cast<MatchCondition>(i), match, request));
        QCOMPARE(reasons.join(u' '),
            QStringLiteral("The runner serves the project. The runner takes jobs of all refs. The runner has all tags "
                           "of the job. The runner is not paused. The runner is not online."));
    }

    void everyScopeHasItsOwnWords()
    {
        QSet<QString> words;
        RunnerMatch match;
        for (int i = 0; i < scopeReasonCount; ++i) {
            match.scope = static_cast<ScopeReason>(i);
            words.insert(MatchWording::reason(MatchCondition::Scope, match, {}));
        }
        QCOMPARE(words.size(), scopeReasonCount);
    }
};

QTEST_GUILESS_MAIN(TestJobWording)
#include "tst_jobwording.moc"
