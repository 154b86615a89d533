// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which runner may take which job: what the program makes of the fleets and queues of a server, against what that
// server says of every pair.
#include "models/rules/jobs/jobrunners.h"
#include "tests/gitlab/watchedjobs.h"

#include <QJsonArray>
#include <QTest>

#include <set>

using namespace Runnerscope;

namespace {

/// How often the program said what, over all pairs.
struct Tally
{
    qint64 takes = 0;
    qint64 doesNot = 0;
    qint64 unknown = 0;
};

} // namespace

class TestMatcherAgrees : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    JobVerdictsPtr m_verdicts;
    QJsonObject m_truth; ///< of the server, by job
    Tally m_all;

    /// A fleet with its queue, as an administrator reads them; everything stands still.
    void read(int seed)
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--seed"), QString::number(seed),
            QStringLiteral("--runners"), QStringLiteral("500"), QStringLiteral("--pending-jobs"), QStringLiteral("150"),
            QStringLiteral("--running-jobs"), QStringLiteral("80"), QStringLiteral("--frozen"),
            QStringLiteral("--situations"), QStringLiteral("all")});
        QVERIFY(m_simulator->isRunning());
        Test::WatchedJobs watched(Test::connectionTo(*m_simulator));
        watched.begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched.list && !watched.finished.isEmpty(), 30'000);
        ProjectAssignments assignments;
        for (const JobPtr &job : watched.list->jobs)
            assignments.add(*job);
        m_verdicts = judgeJobs({watched.fleet, watched.list->jobs, assignments, {}});
        m_truth = m_simulator->ask(QStringLiteral("matches")).value(QLatin1String("jobs")).toObject();
    }

    /// A pair that is not certain is so for a reason that the server alone can settle.
    static bool isExcused(const RunnerMatch &match)
    {
        return match.of(MatchCondition::Protection) == MatchResult::Unknown
            || match.scope == ScopeReason::AssignmentsNotKnown;
    }

    void comparePair(const Job &job, std::size_t row, bool truth, bool isProtected)
    {
        const Fleet &fleet = m_verdicts->fleet();
        const RunnerMatch match = matchOf(fleet.rows[row], requestOf(job), m_verdicts->input().assignments);
        const QString pair =
            QStringLiteral("job %1, runner %2").arg(job.id.number).arg(fleet.rows[row].runner->id.number);
        switch (match.takes()) {
        case MatchResult::Met:
            ++m_all.takes;
            QVERIFY2(truth, qUtf8Printable(pair));
            return;
        case MatchResult::NotMet:
            ++m_all.doesNot;
            QVERIFY2(!truth, qUtf8Printable(pair));
            return;
        case MatchResult::Unknown:
            ++m_all.unknown;
            QVERIFY2(isExcused(match), qUtf8Printable(pair));
            if (match.of(MatchCondition::Scope) == MatchResult::Met)
                QVERIFY2(truth == isProtected, qUtf8Printable(pair)); // all else is met
            return;
        }
    }

    /// Whoever takes it for the server is a candidate of the program, and its verdict does not say the contrary.
    void compareVerdict(std::size_t job, const std::set<qint64> &takers)
    {
        const RequestVerdict *verdict = m_verdicts->verdictOf(job);
        if (!verdict)
            return;
        QVERIFY(verdict->candidateCount >= static_cast<qint64>(takers.size()));
        if (verdict->certain.ready > 0)
            QVERIFY(!takers.empty());
        if (verdict->candidateCount == 0)
            QVERIFY(takers.empty());
        const JobRunners runners = runnersFor(*m_verdicts, m_verdicts->requestOfJob(job));
        if (runners.candidates.size() >= JobRunners::mostListed)
            return;
        std::set<qint64> listed;
        for (const JobRunner &runner : runners.candidates)
            listed.insert(m_verdicts->fleet().rows[runner.row].runner->id.number);
        QVERIFY(std::ranges::includes(listed, takers));
    }

    void compareJob(std::size_t number)
    {
        const Job &job = *m_verdicts->input().jobs[number];
        const QJsonObject truth = m_truth.value(QString::number(job.id.number)).toObject();
        QVERIFY(!truth.isEmpty());
        std::set<qint64> takers;
        const QJsonArray runners = truth.value(QLatin1String("runners")).toArray();
        for (const QJsonValue runner : runners)
            takers.insert(runner.toInteger());
        const bool isProtected = truth.value(QLatin1String("protected")).toBool();
        for (std::size_t row = 0; row < m_verdicts->fleet().rows.size() && !QTest::currentTestFailed(); ++row)
            comparePair(job, row, takers.contains(m_verdicts->fleet().rows[row].runner->id.number), isProtected);
        compareVerdict(number, takers);
    }

private slots:
    void onRandomFleets_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed)
            QTest::addRow("fleet %d", seed) << seed;
    }

    void onRandomFleets()
    {
        QFETCH(const int, seed);
        read(seed);
        int compared = 0;
        for (std::size_t job = 0; job < m_verdicts->input().jobs.size() && !QTest::currentTestFailed(); ++job) {
            if (m_verdicts->input().jobs[job]->status != JobStatus::Pending)
                continue;
            compareJob(job);
            ++compared;
        }
        QVERIFY(compared >= 100);
    }

    /// A matcher that never commits itself would agree easily.
    void cleanupTestCase()
    {
        QVERIFY(m_all.takes > 1'000);
        QVERIFY(m_all.doesNot > 10 * m_all.unknown);
    }
};

QTEST_GUILESS_MAIN(TestMatcherAgrees)

#include "tst_matcheragrees.moc"
