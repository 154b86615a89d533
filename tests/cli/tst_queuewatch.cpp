// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queuewatch.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;
using namespace Runnerscope::Cli;
using Kind = FetchError::Kind;
using Reach = JobListReach::Kind;

namespace {

/// Does nothing by itself: the test emits what comes of a server.
class SilentService : public FleetService
{
public:
    bool watched = false;

protected:
    void doStart() override { }
    void doRefresh() override { }
    void doSetJobsWatched(bool on) override { watched = on; }
    void doReadRunner(RunnerId, RunnerPromise promise) override { promise->finish(); }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { promise->finish(); }
    void doReadJob(const JobReference &, JobPromise promise) override { promise->finish(); }
};

JobListPtr jobs()
{
    auto list = std::make_shared<JobList>();
    list->readAt = Test::now;
    list->jobs = Test::jobs(u"1 acme/web\n2 acme/web\n3 acme/web status=running");
    list->pending = list->running = {Reach::Whole, 1};
    return list;
}

FetchError errorOf(FetchError::Kind kind)
{
    FetchError error;
    error.kind = kind;
    return error;
}

} // namespace

class TestQueueWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<SilentService> m_service;
    std::unique_ptr<QueueWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_said;
    std::unique_ptr<QSignalSpy> m_ended;

    QString lastSaid() const { return m_said->isEmpty() ? QString() : m_said->last().first().toString(); }

private slots:
    void init()
    {
        m_service = std::make_unique<SilentService>();
        m_watch = std::make_unique<QueueWatch>(*m_service);
        m_said = std::make_unique<QSignalSpy>(m_watch.get(), &QueueWatch::said);
        m_ended = std::make_unique<QSignalSpy>(m_watch.get(), &QueueWatch::ended);
        m_watch->start();
    }

    void cleanup()
    {
        m_watch.reset();
        m_service.reset();
    }

    void looksAreSaidOnlyWhenTheyBegin()
    {
        QTRY_VERIFY(m_service->watched);
        QSignalSpy looked(m_watch.get(), &QueueWatch::looked);
        emit m_service->jobsChanged(jobs());
        emit m_service->jobsChanged(jobs());
        QCOMPARE(m_said->count(), 1);
        QVERIFY2(lastSaid().contains(QStringLiteral("2 wait, 1 run")), qUtf8Printable(lastSaid()));
        QCOMPARE(looked.count(), 2);
        QCOMPARE(looked.last().first().toString(), QStringLiteral("2026-03-25T10:00:00Z 2 wait, 1 run"));
    }

    void anOutageIsSaidOnceAndItsEnd()
    {
        emit m_service->jobsChanged(jobs());
        for (int i = 0; i < 3; ++i)
            emit m_service->jobsFailed(errorOf(Kind::ServerTrouble));
        QCOMPARE(m_said->count(), 2);
        emit m_service->jobsChanged(jobs());
        QCOMPARE(m_said->count(), 3);
        QVERIFY2(lastSaid().contains(QStringLiteral("seen again")), qUtf8Printable(lastSaid()));
        QCOMPARE(m_ended->count(), 0);
    }

    void aServerThatIsNotThereYetIsWaitedFor()
    {
        emit m_service->failed(errorOf(Kind::ConnectionRefused));
        QCOMPARE(m_ended->count(), 0);
        QCOMPARE(m_said->count(), 1);
        emit m_service->jobsChanged(jobs());
        QVERIFY(lastSaid().contains(QStringLiteral("being observed")));
    }

    void runnersThatCannotBeReadAreNoMatter()
    {
        emit m_service->jobsChanged(jobs());
        emit m_service->failed(errorOf(Kind::TimedOut));
        emit m_service->failed(errorOf(Kind::ScopeMissing));
        QCOMPARE(m_said->count(), 1);
        QCOMPARE(m_ended->count(), 0);
    }

    void whatNeedsAPersonEndsIt_data()
    {
        QTest::addColumn<bool>("seenBefore");
        QTest::addColumn<int>("kind");
        QTest::newRow("token lost") << true << int(Kind::Unauthorized);
        QTest::newRow("token never good") << false << int(Kind::Unauthorized);
        QTest::newRow("no scope") << false << int(Kind::ScopeMissing);
        QTest::newRow("no GitLab") << false << int(Kind::NotGitLab);
    }

    void whatNeedsAPersonEndsIt()
    {
        QFETCH(bool, seenBefore);
        QFETCH(int, kind);
        if (seenBefore)
            emit m_service->jobsChanged(jobs());
        emit m_service->jobsFailed(errorOf(static_cast<Kind>(kind)));
        emit m_service->jobsFailed(errorOf(static_cast<Kind>(kind)));
        QCOMPARE(m_ended->count(), 1);
        QVERIFY(m_watch->outcome().code == ExitCode::Unusable);
        QVERIFY(!m_watch->outcome().complaint.isEmpty());
    }

    void aQueueThatCannotBeSeenEndsIt()
    {
        emit m_service->jobsChanged(std::make_shared<JobList>());
        QCOMPARE(m_ended->count(), 1);
        QVERIFY(m_watch->outcome().complaint.contains(QStringLiteral("cannot be seen")));
        QCOMPARE(m_said->count(), 0); // no "0 wait"
    }

    void anotherProgramIsNoReasonToEndAndAFileThatCannotBeWrittenIs()
    {
        using Store = StoreTrouble::Kind;
        emit m_service->storeTroubled({Store::OtherWriter, {}, {}});
        emit m_service->storeTroubled({Store::DiskFull, {}, {}});
        QCOMPARE(m_said->count(), 2);
        QCOMPARE(m_ended->count(), 0);
        emit m_service->storeTroubled({Store::ReadOnly, {}, {}});
        QCOMPARE(m_ended->count(), 1);
        QVERIFY(m_watch->outcome().code == ExitCode::Unusable);
    }
};

QTEST_GUILESS_MAIN(TestQueueWatch)
#include "tst_queuewatch.moc"
