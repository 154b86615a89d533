// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/access.h"
#include "models/rules/bothome.h"
#include "models/rules/jobs/jobcardpeople.h"
#include "models/rules/jobs/jobcardsections.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/markdowntext.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

PlaceMember member(const char *name, int level, UserState state = UserState::Active, UserKind kind = UserKind::Person)
{
    static qint64 number = 0;
    const QString text = QString::fromLatin1(name);
    return {{++number, text.toLower(), text, QStringLiteral("https://git.example.com/") + text.toLower(), state, kind},
        level, {}};
}

QString names(const std::vector<PlaceMember> &members)
{
    QStringList names;
    for (const PlaceMember &one : members)
        names.append(one.user.name);
    return names.join(u' ');
}

JobCard cardOf(QStringView job, const char *runner = nullptr)
{
    JobCard card;
    card.job = std::make_shared<const Job>(Test::job(job));
    card.readAt = Test::now;
    if (runner) {
        card.runner = Test::runner(QString::fromLatin1(runner));
        card.fate = JobRunnerFate::Known;
        card.manager = RunnerManager();
        card.manager->number = 70;
    }
    return card;
}

void addRuns(JobCard &card, QStringView jobs)
{
    card.sameName.reach = CardReach::Read;
    for (const JobPtr &job : Test::jobs(jobs))
        card.sameName.runs.push_back({job, QStringLiteral("r%1").arg(job->runner->number), {}});
}

QString textOf(const std::vector<JobCardSection> &sections)
{
    QStringList lines;
    for (const JobCardSection &section : sections) {
        for (const JobCardFact &fact : section.facts)
            lines.append(fact.caption + QStringLiteral(": ") + fact.lines.join(QStringLiteral(" / ")));
    }
    return lines.join(u'\n');
}

} // namespace

class TestJobCard : public QObject
{
    Q_OBJECT

private slots:
    void thoseWhoAnswer()
    {
        PlacePeople people{CardReach::Read,
            {member("Zoe", MemberLevel::maintainer),
                member("Bot", MemberLevel::owner, UserState::Active, UserKind::Bot),
                member("Gone", MemberLevel::owner, UserState::Blocked), member("Yan", MemberLevel::owner),
                member("Dev", MemberLevel::developer), member("Adam", MemberLevel::maintainer),
                member("Ben", MemberLevel::owner), member("Cleo", MemberLevel::maintainer),
                member("Dora", MemberLevel::maintainer), member("Idle", MemberLevel::owner, UserState::Deactivated)},
            true};
        QCOMPARE(names(responsiblePeople(people)), QStringLiteral("Ben Yan Adam Cleo Dora"));
        QCOMPARE(names(responsiblePeople({})), QString());
    }

    void peopleAreReachedByMailWhereTheyShowIt()
    {
        PlaceMember anna = member("Anna", MemberLevel::owner);
        QVERIFY(JobCardWording::person(anna).endsWith(QStringLiteral("https://git.example.com/anna")));
        anna.publicEmail = QStringLiteral("anna@example.com");
        QVERIFY(JobCardWording::person(anna).endsWith(anna.publicEmail));
    }

    void homesOfBots_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("home");
        QTest::newRow("project") << QStringLiteral("project_7_bot_0a1b") << QStringLiteral("project 7");
        QTest::newRow("group") << QStringLiteral("group_12_bot") << QStringLiteral("group 12");
        QTest::newRow("service") << QStringLiteral("service_account_group_9_ff") << QStringLiteral("group 9");
        QTest::newRow("service of all") << QStringLiteral("service_account_0a1b") << QString();
        QTest::newRow("person") << QStringLiteral("group_bot") << QString();
        QTest::newRow("too large") << QStringLiteral("group_99999999999999999999_bot") << QString();
        QTest::newRow("zero") << QStringLiteral("group_0_bot_x") << QString();
    }

    void homesOfBots()
    {
        QFETCH(QString, username);
        const auto home = botHomeFrom(username);
        const QString kind =
            home && home->kind == OwnerKind::Group ? QStringLiteral("group") : QStringLiteral("project");
        QTEST(home ? kind + u' ' + QString::number(home->number) : QString(), "home");
    }

    void failuresByHost()
    {
        JobCard card =
            cardOf(u"9 acme/web status=failed started=1h finished=50m runner=7 host=70", "7 seven contact=1m");
        addRuns(card,
            u"9 acme/web status=failed started=1h finished=50m runner=7 host=70\n"
            u"8 acme/web status=failed started=2h finished=110m runner=7 host=70\n"
            u"7 acme/web status=success started=3h finished=170m runner=8 host=80\n"
            u"6 acme/web status=failed started=4h finished=230m runner=8 host=80\n"
            u"5 acme/web status=success started=5h finished=290m runner=8 host=81\n");
        const auto shares = sharesByHost(card);
        QCOMPARE(shares.size(), 3U);
        QVERIFY(shares[0].isOfJob);
        QCOMPARE(shares[0].ended, 1); // the job itself is no other run
        QCOMPARE(shares[0].failed, 1);
        QCOMPARE(shares[1].manager, 80);
        QCOMPARE(shares[1].ended, 2);
        QCOMPARE(shares[1].failed, 1);
        QCOMPARE(JobCardWording::siblings(card),
            QStringLiteral("On this host: 1 run, failed. On others: 1 of 3 runs failed."));
    }

    void timesAreNeverNegative()
    {
        JobCard card = cardOf(u"9 acme/web status=running queued=1m started=3m runner=7 host=70", "7 seven contact=1m");
        Job odd = *card.job;
        odd.startedAt = Test::now + 2h; // the clocks of server and database differ
        odd.queuedAt = Test::now + 3h;
        odd.finishedAt = Test::now + 1h;
        card.job = std::make_shared<const Job>(odd);
        card.before.reach = CardReach::Read;
        card.before.runs.push_back({card.job, {}, {}});
        const QString text = textOf(jobCardSections(card, {}));
        QVERIFY2(!text.contains(QStringLiteral(": -")) && !text.contains(QStringLiteral(" -")), qUtf8Printable(text));
        QVERIFY(text.contains(QStringLiteral("0 seconds")));
    }

    void whatBecameOfTheRunnerIsSaid_data()
    {
        QTest::addColumn<int>("fate");
        QTest::addColumn<QString>("words");
        const auto row = [](JobRunnerFate fate, const char *words) {
            QTest::newRow(words) << static_cast<int>(fate) << QString::fromLatin1(words);
        };
        row(JobRunnerFate::NotYet, "No runner has taken the job so far.");
        row(JobRunnerFate::NeverHad, "ended before a runner took it");
        row(JobRunnerFate::NeverNeeds, "trigger job");
        row(JobRunnerFate::Deleted, "has been deleted since; GitLab no longer tells");
        row(JobRunnerFate::Hidden, "You may not read this runner");
        row(JobRunnerFate::DeletedOrHidden, "or you may not read it");
    }

    void whatBecameOfTheRunnerIsSaid()
    {
        QFETCH(int, fate);
        QFETCH(QString, words);
        JobCard card = cardOf(u"9 acme/web status=failed started=1h finished=50m");
        card.fate = static_cast<JobRunnerFate>(fate);
        QVERIFY(textOf(jobCardSections(card, {})).contains(words));
    }

    void whyItWaits()
    {
        JobCard card = cardOf(u"9 acme/web tags=gpu-a100");
        card.offered = Test::openFleet(u"1 a tags=gpu_a100 contact=1m");
        card.offeredReach = CardReach::Read;
        const auto wait = waitWords(card);
        QVERIFY(wait);
        QVERIFY2(wait->verdict.contains(QStringLiteral("gpu_a100")), qUtf8Printable(wait->verdict));
        card.offered = nullptr;
        card.offeredReach = CardReach::Refused;
        QVERIFY(waitWords(card)->verdict.startsWith(QStringLiteral("You may not see")));
        QVERIFY(waitWords(cardOf(u"9 acme/web status=manual queued=-"))->verdict.contains(QStringLiteral("start it")));
        QVERIFY(!waitWords(cardOf(u"9 acme/web status=success started=1h finished=1m")));
        QVERIFY(!waitWords(cardOf(u"9 acme/web bridge")));
    }

    void nothingInATicketHasAMeaning_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"**bold**", "[x](https://evil.example)", "<img src=x onerror=alert(1)>", "@all",
                 "#12 !3", "~label &1 $2", "`code`", "| a | b |", "https://evil.example/login", "a\n/close",
                 "a\r\n# title", "![x](y)", "\\*", "[[wiki]]", ":tada:"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void nothingInATicketHasAMeaning()
    {
        QFETCH(QString, text);
        const QString safe = markdownText(text);
        QVERIFY(!safe.contains(u'\n') && !safe.contains(u'\r'));
        QVERIFY(!safe.contains(QStringLiteral("s://")));
        for (qsizetype i = 0; i < safe.size(); ++i) {
            if (safe[i] == u'\\')
                ++i; // what it stands before is text
            else
                QVERIFY2(!QStringLiteral("*_`[]<>()#!@~&$|").contains(safe[i]), qUtf8Printable(safe));
        }
        JobCard card = cardOf(u"9 acme/web status=failed started=1h finished=50m");
        Job job = *card.job;
        job.name = text;
        card.job = std::make_shared<const Job>(job);
        for (const QString &line : jobCardMarkdown(card, {}, {}).split(u'\n'))
            QVERIFY2(!line.startsWith(u'/'), qUtf8Printable(line));
    }

    void pagesOfOtherServersAreNotLinked()
    {
        JobCard card = cardOf(u"9 acme/web status=failed started=1h finished=50m");
        card.webUrl = QStringLiteral("https://evil.example.com/acme/web/-/jobs/9");
        QVERIFY(!jobCardMarkdown(card, {}, QStringLiteral("https://git.example.com")).contains(QStringLiteral("](")));
        card.webUrl = QStringLiteral("https://git.example.com/acme/web/-/jobs/9)");
        QVERIFY(jobCardMarkdown(card, {}, QStringLiteral("https://git.example.com"))
                    .contains(QStringLiteral("](https://git.example.com/acme/web/-/jobs/9%29)")));
    }

    void linksThatAreNoJobsHaveARemedy()
    {
        using Kind = JobLinkTrouble::Kind;
        const QString asked = QStringLiteral("git.example.com");
        QStringList sentences;
        for (const Kind kind : {Kind::Nothing, Kind::OtherInstance, Kind::MergeRequest, Kind::Pipeline, Kind::Commit,
                 Kind::OtherPage, Kind::NoJob}) {
            const ErrorWords words = explain(JobLinkTrouble{kind, QStringLiteral("other.example.com")}, asked, {});
            QVERIFY(!words.remedy.isEmpty() && !sentences.contains(words.sentence));
            sentences.append(words.sentence);
        }
        const ErrorWords saved = explain(
            JobLinkTrouble{Kind::OtherInstance, QStringLiteral("other.example.com")}, asked, QStringLiteral("work"));
        QVERIFY(saved.sentence.contains(QStringLiteral("other.example.com")) && saved.sentence.contains(asked));
        QVERIFY(saved.remedy.contains(QStringLiteral("work")));
    }
};

QTEST_GUILESS_MAIN(TestJobCard)
#include "tst_jobcard.moc"
