// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs that wait and run, from a GitLab.
#include "app/gitlab/projectjobsround.h"
#include "models/rules/jobs/jobtrouble.h"
#include "tests/gitlab/keptqueue.h"
#include "tests/gitlab/watchedjobs.h"
#include "tests/support/ticks.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Test::WatchedJobs;
using Reach = JobListReach::Kind;
using namespace std::chrono_literals;

namespace {

const QString allJobs = QStringLiteral("AllJobs");

std::unique_ptr<Test::Simulator> startSimulator(const QStringList &options)
{
    const QStringList usual{QStringLiteral("--runners"), QStringLiteral("120"), QStringLiteral("--frozen"),
        QStringLiteral("--rate-limit"), QStringLiteral("1000000")};
    return std::make_unique<Test::Simulator>(usual + options);
}

QStringList withJobs(const char *pending, const char *running)
{
    return {QStringLiteral("--pending-jobs"), QString::fromLatin1(pending), QStringLiteral("--running-jobs"),
        QString::fromLatin1(running)};
}

std::set<JobId> ids(const JobListPtr &list)
{
    std::set<JobId> result;
    for (const JobPtr &job : list->jobs)
        result.insert(job->id);
    return result;
}

} // namespace

class TestJobsWatch : public QObject
{
    Q_OBJECT

private slots:
    void anAdministratorSeesTheWholeQueue_data()
    {
        QTest::addColumn<QString>("gitlab");
        QTest::newRow("17.2") << QStringLiteral("17.2");
        QTest::newRow("18.10") << QStringLiteral("18.10");
    }

    void anAdministratorSeesTheWholeQueue()
    {
        QFETCH(QString, gitlab);
        const auto simulator = startSimulator(withJobs("230", "40") + QStringList{QStringLiteral("--gitlab"), gitlab});
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        const QJsonObject truth = simulator->ask(QStringLiteral("jobs"))[QStringLiteral("byStatus")].toObject();
        QCOMPARE(watched.count(JobStatus::Pending), truth[QStringLiteral("PENDING")].toInteger());
        QCOMPARE(watched.count(JobStatus::Running), truth[QStringLiteral("RUNNING")].toInteger());
        QVERIFY(watched.count(JobStatus::Pending) > 200);
        QVERIFY(watched.count(JobStatus::Running) > 0);
        QVERIFY(watched.list->pending.kind == Reach::Whole && watched.list->running.kind == Reach::Whole);
        QCOMPARE(watched.list->pending.count, watched.count(JobStatus::Pending));
        QCOMPARE(waitingCount(*watched.list), watched.count(JobStatus::Pending));
        QVERIFY(watched.failed.isEmpty());
    }

    void aJobTellsWhereItComesFromAndWhereItRuns()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        for (const JobPtr &job : watched.list->jobs) {
            QVERIFY(!job->name.isEmpty() && !job->stage.isEmpty() && !job->ref.isEmpty());
            QVERIFY(job->project && !job->project->fullPath.isEmpty());
            QVERIFY(job->project->instanceRunnersEnabled.has_value());
            QVERIFY(job->project->groupRunnersEnabled.has_value());
            QVERIFY(job->user && !job->user->username.isEmpty());
            QVERIFY(job->queuedAt && *job->queuedAt <= watched.list->readAt);
            QCOMPARE(job->kind, JobKind::Build);
            QCOMPARE(job->runner.has_value(), job->status == JobStatus::Running);
            QCOMPARE(job->manager > 0, job->status == JobStatus::Running);
            QCOMPARE(job->startedAt.has_value(), job->status == JobStatus::Running);
            QVERIFY(job->webPath.contains(QString::number(job->id.number)));
        }
    }

    void runnersThatFailTheirJobsAreSeen()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        const QJsonObject prepared = simulator->prepare(QStringLiteral("failing-runner"));
        const qint64 broken = prepared.value(QLatin1String("runners")).toArray().first().toInteger();
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        const auto seen = [&watched] {
            watched.service.refresh(); // a list does not wait for jobs that ended
            return !failingRunners(watched.list->finished).empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen(), 30000);
        const auto failing = failingRunners(watched.list->finished);
        QCOMPARE(failing.size(), 1U);
        QCOMPARE(failing.front().runner.number, broken);
        QVERIFY(failing.front().failedAtOnce >= FailingRunner::fewestFailures);
    }

    /// Who may see no list of the instance finds them among the jobs of projects, a few in each round.
    void runnersThatFailTheJobsOfProjectsAreSeen()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        const QJsonObject prepared = simulator->prepare(QStringLiteral("failing-runner"));
        const qint64 broken = prepared.value(QLatin1String("runners")).toArray().first().toInteger();
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        WatchedJobs watched(connectionTo(*simulator, "glpat-simulator-auditor"), rhythm);
        watched.begin();
        const auto failing = [&watched] {
            return watched.list ? failingRunners(watched.list->finished) : std::vector<FailingRunner>();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!failing().empty(), 30000);
        QCOMPARE(failing().front().runner.number, broken);
        QCOMPARE(simulator->asked(QStringLiteral("FinishedJobs")), 0);
    }

    void finishedJobsThatTakeLongHoldNothingUp()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:60000,`match`:`FinishedJobs`}]"));
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 20000);
        const int rounds = watched.rounds;
        watched.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds > rounds, 20000);
        QCOMPARE(simulator->asked(QStringLiteral("FinishedJobs")), 1); // and not a second time meanwhile
    }

    /// A round that nobody waited for is given up when somebody does: what it would bring is from before.
    void whoAsksIsNotKeptWaitingByTheBackground()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        WatchedJobs watched(connectionTo(*simulator), rhythm);
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:60000,`match`:`AllJobs`,`times`:2}]"));
        const int asked = simulator->asked(allJobs);
        QTRY_VERIFY_WITH_TIMEOUT(simulator->asked(allJobs) >= asked + 2, 30000); // of the background
        const int rounds = watched.rounds;
        watched.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds > rounds, 30000);
    }

    void withoutFinishedJobsTheQueueIsThereAllTheSame()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        simulator->setFaults(ticks("[{`kind`:`status`,`status`:500,`match`:`FinishedJobs`}]"));
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        QVERIFY(watched.list->finished.empty() && watched.count(JobStatus::Pending) > 0);
    }

    /// GitLab counts to 1,000; so far the list goes, and it says that there are more.
    void aLongQueueIsReadAsFarAsGitLabCounts()
    {
        const auto simulator = startSimulator(withJobs("1300", "0"));
        WatchedJobs watched(connectionTo(*simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        QCOMPARE(watched.count(JobStatus::Pending), mostCounted);
        QCOMPARE(watched.list->pending.count, std::optional(mostCounted + 1));
        QVERIFY(watched.list->pending.kind == Reach::Partial);
        QCOMPARE(waitingCount(*watched.list), std::optional(mostCounted + 1));
    }

    void whoMayNotSeeTheQueueIsToldSo()
    {
        const auto simulator = startSimulator(withJobs("20", "20"));
        WatchedJobs watched(connectionTo(*simulator, "glpat-simulator-user"));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        QVERIFY(watched.list->pending.kind == Reach::Refused && watched.list->running.kind == Reach::Refused);
        QVERIFY(!waitingCount(*watched.list));
        QCOMPARE(simulator->asked(allJobs), 0);
    }

    /// An auditor can read every project, so all that an administrator sees of them comes together.
    void theQueueIsMergedFromProjects()
    {
        const auto simulator = startSimulator(withJobs("150", "40"));
        WatchedJobs merged(connectionTo(*simulator, "glpat-simulator-auditor"));
        merged.begin();
        QTRY_VERIFY_WITH_TIMEOUT(merged.list, 30000);
        QVERIFY(merged.list->pending.kind == Reach::Partial);
        QCOMPARE(merged.list->projects->looked, static_cast<int>(ProjectJobsRound::mostAtFirst));
        for (int refreshes = 0; refreshes < 3 && merged.list->pending.kind != Reach::Whole; ++refreshes) {
            const int rounds = merged.rounds;
            merged.service.refresh(); // somebody waits for the others
            QTRY_VERIFY_WITH_TIMEOUT(merged.rounds > rounds, 30000);
        }
        const JobProjects projects = merged.list->projects.value();
        QCOMPARE(projects.looked, projects.known);
        QVERIFY(!projects.more && projects.refused == 0 && projects.oldestLook > ServerTime());
        WatchedJobs all(connectionTo(*simulator));
        all.begin();
        QTRY_VERIFY_WITH_TIMEOUT(all.list, 30000);
        QVERIFY(!all.list->projects);
        QCOMPARE(ids(merged.list), ids(all.list));
        QCOMPARE(waitingCount(*merged.list), merged.count(JobStatus::Pending));
    }

    void aMemberSeesTheJobsOfHisProjects_data()
    {
        QTest::addColumn<QString>("gitlab");
        QTest::newRow("17.2") << QStringLiteral("17.2");
        QTest::newRow("18.10") << QStringLiteral("18.10");
    }

    void aMemberSeesTheJobsOfHisProjects()
    {
        QFETCH(QString, gitlab);
        const auto simulator = startSimulator(withJobs("150", "40") + QStringList{QStringLiteral("--gitlab"), gitlab});
        WatchedJobs member(connectionTo(*simulator, "glpat-simulator-developer"));
        member.begin();
        QTRY_VERIFY_WITH_TIMEOUT(member.list, 30000);
        const JobProjects projects = member.list->projects.value();
        QVERIFY(simulator->asked(QStringLiteral("ProjectJobs")) >= projects.known);
        QVERIFY(projects.known > 5 && projects.looked == projects.known); // in one round, since they are few
        QVERIFY(member.count(JobStatus::Pending) > 0);
        QVERIFY(std::ranges::is_sorted(
            member.list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; }));
        QVERIFY(member.failed.isEmpty());
    }

    /// The others are shown, and that one is missing; it comes in its turn.
    void aProjectThatCannotBeReadHoldsNobodyUp()
    {
        const auto simulator = startSimulator(withJobs("150", "40"));
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        WatchedJobs member(connectionTo(*simulator, "glpat-simulator-developer"), rhythm);
        member.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(member.finished.count() >= 1, 30000);
        simulator->setFaults(ticks("[{`kind`:`status`,`status`:502,`match`:`ProjectJobs`,`times`:1}]"));
        QSignalSpy troubles(&member.service, &FleetService::jobsFailed);
        QSignalSpy lists(&member.service, &FleetService::jobsChanged);
        member.service.setJobsWatched(true);
        QTRY_VERIFY_WITH_TIMEOUT(!lists.isEmpty(), 30000);
        const auto first = lists.front().front().value<JobListPtr>();
        QVERIFY(first->pending.kind == Reach::Partial);
        QCOMPARE(first->projects->looked, first->projects->known - 1);
        QVERIFY(!waitingCount(*first));
        QTRY_VERIFY_WITH_TIMEOUT(member.list->pending.kind == Reach::Whole, 30000);
        QVERIFY(troubles.isEmpty());
    }

    /// The server answers, but its time ran out: what was seen before stays, and the project is not said to be hidden.
    void aProjectWhoseJobsTimeOutIsNotTakenForEmpty()
    {
        const auto simulator = startSimulator(withJobs("150", "40"));
        WatchedJobs member(connectionTo(*simulator, "glpat-simulator-developer"));
        member.begin();
        QTRY_VERIFY_WITH_TIMEOUT(member.list, 30000);
        const std::set<JobId> before = ids(member.list);
        const int refused = member.list->projects->refused;
        QVERIFY(!before.empty());
        simulator->answerInstead(QStringLiteral("ProjectJobs"),
            ticks("{`data`:{`project`:{`jobs`:null}},"
                  "`errors`:[{`message`:`Timeout on Project.jobs`,`path`:[`project`,`jobs`]}]}"),
            3);
        const int rounds = member.rounds;
        member.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(member.rounds > rounds, 30000);
        QCOMPARE(ids(member.list), before);
        QCOMPARE(member.list->projects->refused, refused);
    }

    void projectsThatCannotBeListedAreAFailure_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("the projects") << QStringLiteral("ActiveProjects");
        QTest::newRow("the jobs of all") << QStringLiteral("ProjectJobs");
    }

    void projectsThatCannotBeListedAreAFailure()
    {
        QFETCH(QString, query);
        const auto simulator = startSimulator(withJobs("20", "20"));
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        rhythm.firstRetry = 20ms;
        WatchedJobs member(connectionTo(*simulator, "glpat-simulator-developer"), rhythm);
        member.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(member.finished.count() >= 1, 30000);
        const auto faults = ticks("[{`kind`:`status`,`status`:502,`match`:`%1`}]");
        simulator->setFaults(QString::fromUtf8(faults).arg(query).toUtf8());
        QSignalSpy troubles(&member.service, &FleetService::jobsFailed);
        member.service.setJobsWatched(true);
        QTRY_VERIFY_WITH_TIMEOUT(!troubles.isEmpty(), 30000);
        QVERIFY(!member.list);
        simulator->setFaults("[]");
        QTRY_VERIFY_WITH_TIMEOUT(member.list, 30000);
    }

    void jobsAreReadWhileSomebodyLooks()
    {
        const auto simulator = startSimulator(withJobs("20", "5"));
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        WatchedJobs watched(connectionTo(*simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        QCOMPARE(simulator->asked(allJobs), 0);
        watched.service.setJobsWatched(true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds >= 3, 30000);
        watched.service.setJobsWatched(false);
        const int rounds = watched.rounds;
        watched.service.refresh(); // of the fleet alone
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 2, 30000);
        QCOMPARE(watched.rounds, rounds);
        watched.service.setJobsWatched(true);
        QTRY_COMPARE_WITH_TIMEOUT(watched.rounds, rounds + 1, 30000);
    }

    /// What was seen of the queue goes into its history; what nobody may see does not.
    void everyLookIsKept()
    {
        const auto simulator = startSimulator(withJobs("20", "5"));
        Test::KeptQueue kept;
        Connection connection = connectionTo(*simulator);
        connection.storeKey = QStringLiteral("any");
        WatchedJobs watched(connection, calmRhythm(), kept.archive());
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        QCOMPARE(kept.samples.size(), 1u);
        QCOMPARE(kept.samples.front().moment, watched.list->readAt);
        QCOMPARE(kept.samples.front().all.pending, watched.count(JobStatus::Pending));
        QCOMPARE(kept.samples.front().all.running, watched.count(JobStatus::Running));
        QCOMPARE(static_cast<qint64>(kept.waits.size()), watched.count(JobStatus::Running));
        Connection asUser = connectionTo(*simulator, "glpat-simulator-user");
        asUser.storeKey = connection.storeKey;
        WatchedJobs refused(asUser, calmRhythm(), kept.archive());
        refused.begin();
        QTRY_VERIFY_WITH_TIMEOUT(refused.list, 30000);
        QCOMPARE(kept.samples.size(), 1u);
    }

    void aFailureIsSaidAndTheJobsComeLater()
    {
        const auto simulator = startSimulator(withJobs("20", "5"));
        Rhythm rhythm = calmRhythm();
        rhythm.jobsEvery = 20ms;
        rhythm.firstRetry = 20ms;
        WatchedJobs watched(connectionTo(*simulator), rhythm);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        simulator->setFaults(ticks("[{`kind`:`status`,`status`:502,`match`:`AllJobs`,`times`:2}]"));
        QSignalSpy troubles(&watched.service, &FleetService::jobsFailed);
        watched.service.setJobsWatched(true);
        QTRY_VERIFY_WITH_TIMEOUT(!troubles.isEmpty(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.list, 30000);
        QVERIFY(watched.failed.isEmpty()); // no walk has ended by that
        QVERIFY(watched.list->pending.kind == Reach::Whole);
    }
};

QTEST_GUILESS_MAIN(TestJobsWatch)
#include "tst_jobswatch.moc"
