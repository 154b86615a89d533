// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a GitLab tells of the time in which nobody looked at its queue.
#include "tests/gitlab/keptqueue.h"
#include "tests/gitlab/watchedjobs.h"
#include "tests/support/ticks.h"

#include <QTest>

#include <memory>
#include <set>

using namespace Runnerscope;
using Test::connectionTo;
using Test::KeptQueue;
using Test::ticks;
using Test::WatchedJobs;
using namespace std::chrono_literals;

namespace {

const QString pastJobs = QStringLiteral("PastJobs");

/// Some thousand jobs ended in the four hours before.
std::unique_ptr<Test::Simulator> startSimulator(const char *finished = "2400")
{
    return std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("120"),
        QStringLiteral("--frozen"), QStringLiteral("--rate-limit"), QStringLiteral("1000000"),
        QStringLiteral("--pending-jobs"), QStringLiteral("20"), QStringLiteral("--running-jobs"), QStringLiteral("10"),
        QStringLiteral("--finished-jobs"), QString::fromLatin1(finished)});
}

Rhythm readingBack(int requests)
{
    Rhythm rhythm = Test::calmRhythm();
    rhythm.readBackRequests = requests;
    rhythm.jobsEvery = 20ms;
    return rhythm;
}

Connection keptConnection(const Test::Simulator &simulator, const QByteArray &token = {})
{
    Connection connection = connectionTo(simulator, token);
    connection.storeKey = QStringLiteral("any");
    return connection;
}

qint64 reconstructed(const KeptQueue &kept)
{
    return std::ranges::count(kept.samples, QueueSample::Source::Reconstructed, &QueueSample::source);
}

/// A server, somebody who looks at its jobs, and what is kept of that.
struct Recording
{
    explicit Recording(int requests, const QByteArray &token = {}) :
        watched(keptConnection(*simulator, token), readingBack(requests), kept.archive())
    {
    }

    void begin() { watched.begin(); }

    std::unique_ptr<Test::Simulator> simulator = startSimulator();
    KeptQueue kept;
    WatchedJobs watched;
};

} // namespace

class TestQueueRecorder : public QObject
{
    Q_OBJECT

private slots:
    void threeHoursAreReadBackAtTheStart()
    {
        Recording looking(200);
        const auto &[simulator, kept, watched] = looking;
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > 0, 30000);
        const ServerTime now = watched.list->readAt;
        QCOMPARE(reconstructed(kept), 180);
        QVERIFY(kept.samples.front().moment >= now - 3h && kept.samples.front().moment < now - 179min);
        bool anyRan = false;
        for (const QueueSample &sample : kept.samples) {
            const bool past = sample.source == QueueSample::Source::Reconstructed;
            QVERIFY(!past || (sample.moment <= now && sample.certainty.running == Certainty::AtLeast));
            anyRan = anyRan || (past && sample.all.running > 0);
        }
        QVERIFY(anyRan);
        std::set<JobId> waited;
        for (const JobWait &wait : kept.waits)
            waited.insert(wait.job);
        QVERIFY(waited.size() > 1000);
    }

    void whatWasSeenIsNotReadAgain()
    {
        const auto simulator = startSimulator();
        KeptQueue kept;
        {
            WatchedJobs watched(keptConnection(*simulator), readingBack(200), kept.archive());
            watched.begin();
            QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > 0, 30000);
        }
        const qint64 before = reconstructed(kept);
        const int requests = simulator->asked(pastJobs);
        WatchedJobs again(keptConnection(*simulator), readingBack(200), kept.archive());
        again.begin();
        QTRY_VERIFY_WITH_TIMEOUT(again.rounds >= 3, 30000);
        QCOMPARE(reconstructed(kept), before);
        QCOMPARE(simulator->asked(pastJobs), requests);
    }

    /// A closed lid, a network that was away.
    void aGapIsReadBack()
    {
        Recording looking(200);
        const auto &[simulator, kept, watched] = looking;
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > 0, 30000);
        const qint64 before = reconstructed(kept);
        const ServerTime gapFrom = watched.list->readAt;
        simulator->advanceClock(600);
        QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > before, 30000);
        QVERIFY(reconstructed(kept) <= before + 10);
        QVERIFY(kept.samples.back().moment >= gapFrom + 10min);
    }

    /// The rest of the time stays a gap, and is not asked for again and again.
    void itTakesNoMoreRequestsThanAllowed()
    {
        Recording looking(2);
        const auto &[simulator, kept, watched] = looking;
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > 0, 30000);
        const qint64 read = reconstructed(kept);
        QVERIFY(read < 100); // the newest 200 jobs of some thousands
        const int rounds = watched.rounds;
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds >= rounds + 3, 30000);
        QCOMPARE(reconstructed(kept), read);
        QCOMPARE(simulator->asked(pastJobs), 2);
    }

    void nothingIsReadBackWhereThatIsSwitchedOff()
    {
        Recording looking(0);
        const auto &[simulator, kept, watched] = looking;
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds >= 3, 30000);
        QCOMPARE(reconstructed(kept), 0);
    }

    void aFailureLosesNoLook()
    {
        Recording looking(200);
        const auto &[simulator, kept, watched] = looking;
        simulator->setFaults(ticks("[{`kind`:`status`,`status`:500,`match`:`PastJobs`}]"));
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds >= 3, 30000);
        QCOMPARE(reconstructed(kept), 0);
        QVERIFY(static_cast<int>(kept.samples.size()) >= watched.rounds - 1);
        QVERIFY(watched.failed.isEmpty());
    }

    /// It would draw a time in which nothing ran.
    void anAnswerWithoutAListIsNoEmptyPast()
    {
        Recording looking(200);
        const auto &[simulator, kept, watched] = looking;
        simulator->answerInstead(QStringLiteral("PastJobs"),
            ticks("{`data`:{`jobs`:null},`errors`:[{`message`:`Timeout on Query.jobs`,`path`:[`jobs`]}]}"), 100);
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(simulator->asked(pastJobs) >= 1, 30000);
        const int rounds = watched.rounds;
        QTRY_VERIFY_WITH_TIMEOUT(watched.rounds >= rounds + 3, 30000);
        QCOMPARE(reconstructed(kept), 0);
    }

    void aMemberReadsHisProjectsBack()
    {
        Recording looking(200, "glpat-simulator-developer");
        const auto &[simulator, kept, watched] = looking;
        looking.begin();
        QTRY_VERIFY_WITH_TIMEOUT(reconstructed(kept) > 0, 30'000);
        QCOMPARE(simulator->asked(pastJobs), 0);
        std::set<QString> projects;
        for (const JobWait &wait : kept.waits)
            projects.insert(wait.project);
        QVERIFY(projects.size() > 3);
    }
};

QTEST_GUILESS_MAIN(TestQueueRecorder)
#include "tst_queuerecorder.moc"
