// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobcardpeople.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Runnerscope;

namespace {

QString fateText(JobRunnerFate fate)
{
    constexpr const char *names[] = {
        "known", "not yet", "never had", "never needs", "deleted", "hidden", "deleted or hidden"};
    return QString::fromLatin1(names[static_cast<int>(fate)]);
}

} // namespace

class TestJobCardRead : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<GitLabFleetService> m_service;

    static JobReference reference(const QJsonObject &prepared, const QString &part)
    {
        return {prepared.value(QLatin1String("project")).toString(), 0,
            prepared.value(QLatin1String("jobs")).toObject().value(part).toInteger()};
    }

    void signIn(const QByteArray &token = {})
    {
        m_service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator, token), Test::calmRhythm());
    }

    JobCardAnswer ask(const JobReference &job)
    {
        const QFuture<JobCardAnswer> answer = m_service->readJob(job);
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000) ? answer.result()
                                                                                  : JobCardAnswer(JobNotFound::NotKept);
    }

    /// Null where there is no card.
    JobCardPtr card(const JobReference &job)
    {
        const JobCardAnswer answer = ask(job);
        const auto *found = std::get_if<JobCardPtr>(&answer);
        return found ? *found : nullptr;
    }

    JobCardPtr card(const char *situation, const char *part)
    {
        return card(reference(m_simulator->prepare(QString::fromLatin1(situation)), QString::fromLatin1(part)));
    }

    void become(const QString &line)
    {
        m_simulator->control(QStringLiteral("gitlab"), QJsonDocument(QJsonObject{{QStringLiteral("gitlab"), line}}));
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
        become(QStringLiteral("18.10"));
        m_simulator->setFaults("[]");
        signIn();
    }

    void whatItRanOnAndWhoAnswersForIt()
    {
        const JobCardPtr found = card("failing-runner", "failed2");
        QVERIFY(found);
        QCOMPARE(found->job->status, JobStatus::Failed);
        QVERIFY(!found->job->failureReason.isEmpty()); // which only REST tells
        QCOMPARE(fateText(found->fate), QStringLiteral("known"));
        QVERIFY(found->manager && !found->manager->ipAddress.isEmpty() && !found->manager->executor.isEmpty());
        QCOMPARE(found->runner->managers.size(), 0U);
        QVERIFY(!found->ownerChain.empty());
        QVERIFY(!found->ownerChain.front().fullPath.contains(u'/')); // the whole way up
        for (const OwnerLink &link : found->ownerChain)
            QVERIFY2(!link.webUrl.isEmpty(), qUtf8Printable(link.fullPath));
        QVERIFY(found->webUrl.startsWith(m_simulator->url()));
        QVERIFY(found->startedBy);
        QCOMPARE(found->people.reach, CardReach::Read);
    }

    void neighboursOnTheHostAreToldApartByTime()
    {
        const JobCardPtr found = card("failing-runner", "failed2");
        QVERIFY(found);
        QCOMPARE(found->before.reach, CardReach::Read);
        QVERIFY(!found->before.runs.empty() && !found->after.runs.empty());
        for (const JobRun &run : found->before.runs)
            QVERIFY(run.job->startedAt <= found->job->startedAt && run.job->id != found->job->id);
        for (const JobRun &run : found->after.runs)
            QVERIFY(run.job->startedAt >= found->job->startedAt && run.job->id != found->job->id);
    }

    void siblingsOfTheSameName()
    {
        const QJsonObject prepared = m_simulator->prepare(QStringLiteral("failing-runner"));
        const JobCardPtr found = card(reference(prepared, QStringLiteral("failed3")));
        QVERIFY(found);
        QCOMPARE(found->sameName.reach, CardReach::Read);
        QVERIFY(!found->sameName.runs.empty());
        for (const JobRun &run : found->sameName.runs)
            QCOMPARE(run.job->name, found->job->name);
        const auto shares = sharesByHost(*found);
        QVERIFY(shares.front().isOfJob);
        QCOMPARE(shares.front().failed, shares.front().ended);
        QVERIFY(shares.front().failed >= 3);
    }

    void whatBecameOfTheRunner_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("fate");
        const auto row = [](const char *situation, const char *part, const char *fate) {
            QTest::addRow("%s %s", situation, part)
                << QString::fromLatin1(situation) << QString::fromLatin1(part) << QString::fromLatin1(fate);
        };
        row("failing-runner", "failed1", "known");
        row("all-busy", "waiting1", "not yet");
        row("unacknowledged", "assigned", "known");
        row("not-waiting", "manual", "not yet");
        row("not-waiting", "created", "not yet");
        row("deleted-runner", "finished", "deleted");
        row("deleted-runner", "running", "deleted");
        row("trigger-job", "trigger", "never needs");
        row("trigger-job", "child", "known");
    }

    void whatBecameOfTheRunner()
    {
        QFETCH(QString, situation);
        QFETCH(QString, part);
        const JobCardPtr found = card(reference(m_simulator->prepare(situation), part));
        QVERIFY(found);
        QTEST(fateText(found->fate), "fate");
        QCOMPARE(found->runner.has_value(), found->fate == JobRunnerFate::Known);
    }

    void runnersThatMayNotBeReadAreNamedAllTheSame()
    {
        const QJsonObject prepared = m_simulator->prepare(QStringLiteral("failing-runner"));
        m_simulator->changeMember(QJsonDocument(
            QJsonObject{{QStringLiteral("token"), QStringLiteral("glpat-simulator-developer")},
                {QStringLiteral("place"), prepared.value(QLatin1String("project")).toString()},
                {QStringLiteral("accessLevel"),
                    30}}).toJson());
        signIn("glpat-simulator-developer");
        const JobCardPtr found = card(reference(prepared, QStringLiteral("failed1")));
        QVERIFY(found);
        QCOMPARE(fateText(found->fate), QStringLiteral("hidden"));
        QVERIFY(found->runner->id.number > 0 && !found->runner->description.isEmpty());
        QVERIFY(found->manager);
        QCOMPARE(found->before.reach, CardReach::Refused);
    }

    void jobsThatWaitComeWithWhatCanTakeThem()
    {
        const JobCardPtr found = card("all-busy", "waiting1");
        QVERIFY(found && found->offered);
        QVERIFY(found->offered->rows.size() >= 1);
    }

    void projectsGoByTheirNumberToo()
    {
        const QJsonObject prepared = m_simulator->prepare(QStringLiteral("failing-runner"));
        const JobReference byPath = reference(prepared, QStringLiteral("failed1"));
        const JobCardPtr first = card(byPath);
        QVERIFY(first && first->job->project->number > 0);
        const JobCardPtr again = card(JobReference{{}, first->job->project->number, byPath.number});
        QVERIFY(again);
        QCOMPARE(*again->job, *first->job);
    }

    void jobsThatAreNotThere()
    {
        const JobReference job =
            reference(m_simulator->prepare(QStringLiteral("failing-runner")), QStringLiteral("failed1"));
        const auto why = [this](const JobReference &wanted) {
            const JobCardAnswer answer = ask(wanted);
            const auto *missing = std::get_if<JobNotFound>(&answer);
            return missing ? static_cast<int>(*missing) : -1;
        };
        const int notThere = static_cast<int>(JobNotFound::NotThere);
        QCOMPARE(why({job.projectPath, 0, 99'999'999}), notThere);
        QCOMPARE(why({QStringLiteral("no/such/project"), 0, job.number}), notThere);
        QCOMPARE(why({{}, 99'999'999, job.number}), notThere);
        QCOMPARE(why({{}, 0, job.number}), static_cast<int>(JobNotFound::ProjectNotNamed));
        signIn("glpat-simulator-user"); // a member of nothing: not told apart
        QCOMPARE(why(job), notThere);
    }

    void twoRoundsAreEnough_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("part");
        for (const char *line : {"17.2", "18.10"}) {
            for (const auto &[situation, part] :
                {std::pair("failing-runner", "failed2"), std::pair("all-busy", "waiting2"),
                    std::pair("trigger-job", "trigger"), std::pair("deleted-runner", "finished")})
                QTest::addRow("%s on %s", situation, line)
                    << QString::fromLatin1(line) << QString::fromLatin1(situation) << QString::fromLatin1(part);
        }
    }

    /// Every answer takes a second: three rounds would take three. Requests that are in flight together make one round.
    void twoRoundsAreEnough()
    {
        QFETCH(QString, line);
        QFETCH(QString, situation);
        QFETCH(QString, part);
        become(line);
        const JobReference job = reference(m_simulator->prepare(situation), part);
        m_simulator->setFaults("[{\"kind\":\"delay\",\"milliseconds\":1000}]");
        QElapsedTimer timer;
        timer.start();
        const JobCardPtr found = card(job);
        QVERIFY(found);
        QVERIFY2(timer.elapsed() < 2900, qPrintable(QString::number(timer.elapsed())));
    }

    void noMoreRequestsThanFitSideBySide()
    {
        const JobReference job =
            reference(m_simulator->prepare(QStringLiteral("failing-runner")), QStringLiteral("failed2"));
        m_simulator->control(QStringLiteral("stats/reset"), QJsonDocument(QJsonObject()));
        QVERIFY(card(job));
        const QJsonObject stats = m_simulator->ask(QStringLiteral("stats"));
        QVERIFY2(stats.value(QLatin1String("requests")).toInt() <= 2 + 6, QJsonDocument(stats).toJson());
    }

    void whatFailsBesideTheJobIsSaidInItsPlace()
    {
        const JobReference job =
            reference(m_simulator->prepare(QStringLiteral("failing-runner")), QStringLiteral("failed2"));
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":500,\"match\":\"NamedRuns\"},"
                               "{\"kind\":\"bad-json\",\"match\":\"GroupPeople\"},"
                               "{\"kind\":\"close\",\"match\":\"/runners/\"}]");
        const JobCardPtr found = card(job);
        QVERIFY(found);
        QCOMPARE(found->sameName.reach, CardReach::Failed);
        QCOMPARE(found->people.reach, CardReach::Failed);
        QCOMPARE(found->before.reach, CardReach::Failed);
        QVERIFY(!found->ownerChain.empty()); // by its path
    }

    void faultsOfTheJobItselfAreSaid()
    {
        const JobReference job =
            reference(m_simulator->prepare(QStringLiteral("failing-runner")), QStringLiteral("failed2"));
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":502,\"match\":\"JobCard\"}]");
        QVERIFY(std::holds_alternative<FetchError>(ask(job)));
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":500,\"match\":\"/jobs/\"}]"); // REST alone
        QVERIFY(card(job));
    }

    void whoeverAsksNoLongerGetsNothing()
    {
        const JobReference job =
            reference(m_simulator->prepare(QStringLiteral("failing-runner")), QStringLiteral("failed2"));
        m_simulator->setFaults("[{\"kind\":\"delay\",\"milliseconds\":200}]");
        QFuture<JobCardAnswer> answer = m_service->readJob(job);
        answer.cancel();
        QVERIFY(card(job)); // later answers find nobody to disturb
        QCOMPARE(answer.resultCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobCardRead)
#include "tst_jobcardread.moc"
