// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs that are canceled, against the simulator, and against servers that break off in the middle.
#include "app/gitlab/jobcancelrun.h"
#include "tests/gitlab/watchedjobs.h"
#include "tests/support/rawserver.h"
#include "tests/support/ticks.h"

#include <QPromise>
#include <QTest>

using namespace Runnerscope;
using Test::ticks;

namespace {

const QByteArray changeToken = "glpat-simulator-admin-api";
constexpr int patience = 20'000;

JobPtr someJob(qint64 number)
{
    Job job;
    job.id.number = number;
    job.project = std::make_shared<const JobProject>(JobProject{1, QStringLiteral("acme/app"), {}, {}, {}, {}});
    return std::make_shared<const Job>(job);
}

QByteArray answerWith(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

/// Promises more than it says.
const QByteArray brokenOff = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{";

} // namespace

class TestJobCancelRun : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

    /// Jobs of that status, the newest first.
    static std::vector<JobPtr> jobsOf(const Test::WatchedJobs &watched, JobStatus status, std::size_t count)
    {
        std::vector<JobPtr> found;
        for (const JobPtr &job : watched.list->jobs) {
            if (job->status == status && found.size() < count)
                found.push_back(job);
        }
        return found;
    }

    std::vector<JobPtr> readJobs(JobStatus status, std::size_t count)
    {
        Test::WatchedJobs watched(Test::connectionTo(*m_simulator));
        watched.begin();
        if (!QTest::qWaitFor([&watched] { return watched.list != nullptr; }, patience))
            return {};
        return jobsOf(watched, status, count);
    }

    static QList<JobCancelOutcome> cancel(GitLabFleetService &service, const JobCancelling &jobs)
    {
        const QFuture<JobCancelOutcome> future = service.cancelJobs(jobs);
        return QTest::qWaitFor([&future] { return future.isFinished(); }, patience) ? future.results()
                                                                                    : QList<JobCancelOutcome>();
    }

    static std::unique_ptr<GitLabFleetService> serviceOf(const QString &url)
    {
        return std::make_unique<GitLabFleetService>(
            Connection{std::get<ServerAddress>(ServerAddress::parse(url)), Secret("glpat-reads")}, Test::calmRhythm());
    }

    int canceledOnServer()
    {
        return m_simulator->ask(QStringLiteral("jobs"))
            .value(QLatin1String("byStatus"))
            .toObject()
            .value(QLatin1String("CANCELED"))
            .toInt();
    }

private slots:
    void init()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("300"),
            QStringLiteral("--pending-jobs"), QStringLiteral("30"), QStringLiteral("--running-jobs"),
            QStringLiteral("10"), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
    }

    void jobsThatWaitEndAndJobsThatRunAreToldToStop()
    {
        Test::WatchedJobs watched(Test::connectionTo(*m_simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, patience);
        std::vector<JobPtr> jobs = jobsOf(watched, JobStatus::Pending, 5);
        const auto running = jobsOf(watched, JobStatus::Running, 2);
        jobs.insert(jobs.end(), running.begin(), running.end());
        const int rounds = watched.rounds;
        const auto outcomes = cancel(watched.service, {jobs, Secret(changeToken)});
        QCOMPARE(outcomes.size(), 7);
        for (const JobCancelOutcome &outcome : outcomes) {
            const auto job = std::ranges::find(jobs, outcome.job, [](const JobPtr &one) { return one->id; });
            QVERIFY(job != jobs.end());
            QCOMPARE(outcome.fate, (*job)->status == JobStatus::Pending ? CancelFate::Canceled : CancelFate::Canceling);
        }
        QCOMPARE(canceledOnServer(), 5);
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds > rounds, patience); // the list on screen follows at once
        QCOMPARE(watched.count(JobStatus::Canceling), 2);
        QVERIFY(m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt() > 0);
    }

    void tokenThatReadsChangesNothing()
    {
        const auto jobs = readJobs(JobStatus::Pending, 3);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        const auto outcomes = cancel(*service, {jobs});
        QCOMPARE(outcomes.size(), 3);
        for (const JobCancelOutcome &outcome : outcomes)
            QCOMPARE(outcome.fate, CancelFate::Refused);
        QCOMPARE(canceledOnServer(), 0);
    }

    void aTokenThatTheServerDoesNotKnowEndsTheRun()
    {
        const auto jobs = readJobs(JobStatus::Pending, 6);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        const auto outcomes = cancel(*service, {jobs, Secret("glpat-of-nobody")});
        QCOMPARE(outcomes.size(), 6);
        const auto untried = std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate);
        QVERIFY2(untried >= 4, qUtf8Printable(QString::number(untried))); // two were in flight
        for (const JobCancelOutcome &outcome : outcomes) {
            QVERIFY(outcome.error);
            QCOMPARE(outcome.error->kind, FetchError::Kind::Unauthorized);
        }
    }

    void jobsThatAreOverStayAsTheyAre()
    {
        const auto jobs = readJobs(JobStatus::Pending, 1);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).first().fate, CancelFate::Canceled);
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).first().fate, CancelFate::Canceled);
        m_simulator->answerInstead(QStringLiteral("CancelJob"),
            ticks("{`data`:{`jobCancel`:{`job`:{`id`:`gid://gitlab/Ci::Build/1`,`status`:`SUCCESS`},`errors`:[]}}}"),
            1);
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).first().fate, CancelFate::AlreadyEnded);
    }

    void twoAreInFlightAtATime()
    {
        const auto jobs = readJobs(JobStatus::Pending, 9);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`match`:`CancelJob`,`milliseconds`:60}]"));
        m_simulator->control(QStringLiteral("stats/reset"), QJsonDocument(QJsonObject()));
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).size(), 9);
        QCOMPARE(m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt(), 2);
    }

    void whatTheUserStopsIsNotSent()
    {
        const auto jobs = readJobs(JobStatus::Pending, 9);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`match`:`CancelJob`,`milliseconds`:200}]"));
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        std::stop_source stop;
        const QFuture<JobCancelOutcome> future = service->cancelJobs({jobs, Secret(changeToken), stop.get_token()});
        QTRY_VERIFY_WITH_TIMEOUT(future.resultCount() > 0, patience);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience);
        const auto outcomes = future.results();
        QCOMPARE(outcomes.size(), 9);
        const auto canceled = std::ranges::count(outcomes, CancelFate::Canceled, &JobCancelOutcome::fate);
        QVERIFY(canceled >= 1 && canceled <= 4);
        QCOMPARE(canceled, canceledOnServer());
        QCOMPARE(std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate), 9 - canceled);
    }

    /// The connection ends behind the request: the change was made all the same.
    void aLostAnswerIsReadBack()
    {
        const auto jobs = readJobs(JobStatus::Pending, 1);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(ticks("[{`kind`:`cut`,`match`:`CancelJob`,`times`:1}]"));
        const auto outcomes = cancel(*service, {jobs, Secret(changeToken)});
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(outcomes.first().fate, CancelFate::Canceled);
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 1);
        QCOMPARE(m_simulator->asked(QStringLiteral("JobAfterChange")), 1);
    }

    void aJobThatGoesOnIsAskedForOnceMore()
    {
        const auto jobs = readJobs(JobStatus::Pending, 1);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(ticks("[{`kind`:`close`,`match`:`CancelJob`,`times`:1}]"));
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).first().fate, CancelFate::Canceled);
        m_simulator->setFaults(ticks("[{`kind`:`close`,`match`:`CancelJob`}]"));
        const auto others = readJobs(JobStatus::Pending, 1);
        const auto outcomes = cancel(*service, {others, Secret(changeToken)});
        QCOMPARE(outcomes.first().fate, CancelFate::Unconfirmed);
        QCOMPARE(outcomes.first().status, JobStatus::Pending);
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 4); // Qt itself would send each lost one again
        QVERIFY(outcomes.first().error);
    }

    /// The first request may have arrived, whatever the second one met.
    void whatMayHaveArrivedIsNotSaidToHaveFailed()
    {
        const auto jobs = readJobs(JobStatus::Pending, 1);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(ticks("[{`kind`:`close`,`match`:`CancelJob`,`times`:1},"
                                     "{`kind`:`status`,`match`:`CancelJob`,`status`:401}]"));
        const auto outcomes = cancel(*service, {jobs, Secret(changeToken)});
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 2);
        QCOMPARE(outcomes.first().fate, CancelFate::Unconfirmed);
    }

    /// To be turned away is no try, and neither a change nor a look at what became of it is given up for it.
    void whoWasTurnedAwayHasAllTriesLeft()
    {
        const auto jobs = readJobs(JobStatus::Pending, 1);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(
            ticks("[{`kind`:`status`,`match`:`CancelJob`,`status`:429,`retryAfter`:1,`times`:1},"
                  "{`kind`:`close`,`match`:`CancelJob`,`times`:1},"
                  "{`kind`:`status`,`match`:`JobAfterChange`,`status`:429,`retryAfter`:1,`times`:1}]"));
        QCOMPARE(cancel(*service, {jobs, Secret(changeToken)}).first().fate, CancelFate::Canceled);
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 3);
    }

    void whoIsTurnedAwayIsNotSentAgainOnceStopped()
    {
        const auto jobs = readJobs(JobStatus::Pending, 2);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(
            ticks("[{`kind`:`status`,`match`:`CancelJob`,`status`:429,`retryAfter`:1,`milliseconds`:300}]"));
        std::stop_source stop;
        const QFuture<JobCancelOutcome> future = service->cancelJobs({jobs, Secret(changeToken), stop.get_token()});
        QTRY_VERIFY_WITH_TIMEOUT(m_simulator->asked(QStringLiteral("CancelJob")) > 0, patience);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience);
        const auto outcomes = future.results();
        QCOMPARE(std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate), 2);
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 2);
    }

    /// The server wants to be left alone for longer than anybody waits.
    void whatHasNotLeftIsNotSentOnceStopped()
    {
        const auto jobs = readJobs(JobStatus::Pending, 2);
        m_simulator->setFaults(ticks("[{`kind`:`status`,`match`:`CancelJob`,`status`:429,`retryAfter`:3000}]"));
        RequestQueue queue(Test::connectionTo(*m_simulator), std::chrono::seconds(30), {});
        GraphQlClient client(queue);
        const auto promise = std::make_shared<QPromise<JobCancelOutcome>>();
        promise->start();
        std::stop_source stop;
        QObject owner;
        bool done = false;
        new JobCancelRun(
            client, {jobs, Secret(changeToken), stop.get_token()}, promise, [&done] { done = true; }, &owner);
        QTRY_COMPARE_WITH_TIMEOUT(m_simulator->asked(QStringLiteral("CancelJob")), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(queue.demandedWait() > std::chrono::minutes(10), patience);
        QVERIFY(!done);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        const auto outcomes = promise->future().results();
        QCOMPARE(std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate), 2);
        QCOMPARE(m_simulator->asked(QStringLiteral("CancelJob")), 2);
    }

    void aServerThatSlowsDownIsWaitedFor()
    {
        const auto jobs = readJobs(JobStatus::Pending, 2);
        const auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        m_simulator->setFaults(ticks("[{`kind`:`status`,`match`:`CancelJob`,`status`:429,`retryAfter`:1,`times`:2}]"));
        const auto outcomes = cancel(*service, {jobs, Secret(changeToken)});
        QCOMPARE(std::ranges::count(outcomes, CancelFate::Canceled, &JobCancelOutcome::fate), 2);
    }

    /// A server that redirects has not taken what it was sent.
    void redirectsOfTheSameOriginAreFollowed()
    {
        Test::RawServer server({"HTTP/1.1 308 Moved\r\nLocation: /gitlab/api/graphql\r\nContent-Length: 0\r\n\r\n",
            answerWith(ticks("{`data`:{`jobCancel`:{`job`:{`id`:`gid://gitlab/Ci::Build/7`,`status`:`CANCELED`},"
                             "`errors`:[]}}}"))});
        const auto outcomes = cancel(*serviceOf(server.url()), {{someJob(7)}});
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(outcomes.first().fate, CancelFate::Canceled);
        QCOMPARE(server.received().count("mutation CancelJob"), 2);
    }

    void redirectsElsewhereEndTheRun()
    {
        Test::RawServer other({answerWith("{}")});
        Test::RawServer server(
            {"HTTP/1.1 308 Moved\r\nLocation: " + other.url().toUtf8() + "/api/graphql\r\nContent-Length: 0\r\n\r\n"});
        const auto outcomes = cancel(*serviceOf(server.url()), {{someJob(7), someJob(8), someJob(9)}});
        QCOMPARE(outcomes.size(), 3);
        QCOMPARE(std::ranges::count(outcomes, CancelFate::Failed, &JobCancelOutcome::fate), 2);
        QCOMPARE(std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate), 1);
        QCOMPARE(outcomes.first().error->kind, FetchError::Kind::RedirectedElsewhere);
        QCOMPARE(other.connections(), 0);
    }

    void whatIsInFlightWhenTheServiceEndsIsNotKnown()
    {
        const auto jobs = readJobs(JobStatus::Pending, 5);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`match`:`CancelJob`,`milliseconds`:5000}]"));
        auto service = std::make_unique<GitLabFleetService>(Test::connectionTo(*m_simulator), Test::calmRhythm());
        const QFuture<JobCancelOutcome> future = service->cancelJobs({jobs, Secret(changeToken)});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("inFlight")).toInt(), 2, patience);
        service.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 5);
        const auto outcomes = future.results();
        QCOMPARE(std::ranges::count(outcomes, CancelFate::Unconfirmed, &JobCancelOutcome::fate), 2);
        QCOMPARE(std::ranges::count(outcomes, CancelFate::NotTried, &JobCancelOutcome::fate), 3);
    }

    void brokenAnswersLeaveItOpen_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("fate");
        const auto row = [](const char *name, const QByteArray &answer, CancelFate fate) {
            QTest::newRow(name) << answer << static_cast<int>(fate);
        };
        row("no JSON", answerWith("nothing"), CancelFate::Unconfirmed);
        row("of another shape", answerWith("{\"data\":{\"jobCancel\":7}}"), CancelFate::Unconfirmed);
        row("broken off", brokenOff, CancelFate::Unconfirmed);
        row("time ran out", answerWith(ticks("{`data`:{`jobCancel`:null},`errors`:[{`message`:`Timeout`}]}")),
            CancelFate::Unconfirmed);
        row("a denial",
            answerWith(ticks("{`data`:{`jobCancel`:null},`errors`:[{`message`:`The resource that you are "
                             "attempting to access does not exist or you don't have permission to perform "
                             "this action`,`path`:[`jobCancel`]}]}")),
            CancelFate::Refused);
        row("an error of the job", answerWith(ticks("{`data`:{`jobCancel`:{`job`:null,`errors`:[`It is archived`]}}}")),
            CancelFate::Refused);
        row("a status of tomorrow",
            answerWith(ticks("{`data`:{`jobCancel`:{`job`:{`id`:`gid://gitlab/Ci::Build/7`,`status`:`NEW`},"
                             "`errors`:[]}}}")),
            CancelFate::Unconfirmed);
    }

    void brokenAnswersLeaveItOpen()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const int, fate);
        Test::RawServer server({answer});
        const auto service = serviceOf(server.url());
        const auto outcomes = cancel(*service, {{someJob(7)}});
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(static_cast<int>(outcomes.first().fate), fate);
    }
};

QTEST_GUILESS_MAIN(TestJobCancelRun)

#include "tst_jobcancelrun.moc"
