// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random queues over random fleets: verdicts, lists, queues and single matches against a matcher that looks at each
// runner and each job.
#include "models/rules/jobs/jobqueue.h"
#include "models/rules/jobs/jobrunners.h"
#include "tests/rules/jobs/slowmatcher.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Runnerscope;
using Test::SlowMatch;

namespace {

constexpr int jobsOfAFleet = 20;

std::optional<bool> someSetting(std::mt19937 &random)
{
    if (Test::oneIn(6, random))
        return std::nullopt;
    return !Test::oneIn(4, random);
}

const QStringList &projectPaths()
{
    static const QStringList paths = Test::Words::owners()
        + QStringList{
            QStringLiteral("acme/pay/api/deep"), QStringLiteral("acme/payments/x"), QStringLiteral("alone/x")};
    return paths;
}

const QStringList &wantedTags()
{
    static const QStringList tags = Test::Words::tags()
        + QStringList{QStringLiteral("gpu_a100"), QStringLiteral("dokcer"), QStringLiteral("windows")};
    return tags;
}

JobPtr someJob(qint64 number, std::mt19937 &random)
{
    auto job = std::make_shared<Job>();
    job->id = {InstanceId{1}, number};
    job->status = JobStatus::Pending;
    JobProject project;
    project.fullPath = Test::oneOf(projectPaths(), random);
    project.instanceRunnersEnabled = someSetting(random);
    project.groupRunnersEnabled = someSetting(random);
    job->project = std::make_shared<const JobProject>(project);
    for (std::size_t tags = Test::below(3, random); tags > 0; --tags)
        job->tags.append(Test::oneOf(Test::oneIn(4, random) ? wantedTags() : Test::Words::tags(), random));
    return job;
}

std::vector<JobPtr> someJobs(std::mt19937 &random)
{
    std::vector<JobPtr> jobs;
    for (int i = 1; i <= jobsOfAFleet; ++i)
        jobs.push_back(someJob(static_cast<qint64>((i * 8) % (jobsOfAFleet + 1)), random));
    return jobs;
}

Test::SlowAssignments someAssignments(int runners, std::mt19937 &random)
{
    Test::SlowAssignments known;
    for (int i = 1; i <= runners; ++i) {
        if (Test::oneIn(3, random))
            known.seen.emplace_back(i, Test::oneOf(projectPaths(), random));
        if (Test::oneIn(4, random))
            known.allRead.push_back(i);
    }
    return known;
}

ProjectAssignments assignmentsOf(const Test::SlowAssignments &known)
{
    ProjectAssignments assignments;
    for (const auto &[runner, path] : known.seen)
        assignments.add({InstanceId{1}, runner}, path);
    for (const qint64 runner : known.allRead)
        assignments.add({InstanceId{1}, runner}, {}, true);
    return assignments;
}

MatchResult written(SlowMatch::Answer answer)
{
    return answer == SlowMatch::Yes ? MatchResult::Met
        : answer == SlowMatch::No   ? MatchResult::NotMet
                                    : MatchResult::Unknown;
}

bool sameConditions(const RunnerMatch &match, const SlowMatch &slow)
{
    return match.of(MatchCondition::Scope) == written(slow.serves)
        && match.of(MatchCondition::Protection) == written(slow.protection)
        && (match.of(MatchCondition::Tags) == MatchResult::Met) == slow.tags
        && (match.of(MatchCondition::NotPaused) == MatchResult::Met) == !slow.paused
        && (match.of(MatchCondition::Online) == MatchResult::Met) == slow.online
        && match.missingTags.size() == slow.missing && match.notMet() == slow.notMet();
}

std::vector<std::size_t> rowsWhere(
    const std::vector<SlowMatch> &matches, const std::function<bool(const SlowMatch &)> &is)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < matches.size(); ++row) {
        if (is(matches[row]))
            rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> sortedRows(const std::vector<JobRunner> &runners)
{
    std::vector<std::size_t> rows;
    for (const JobRunner &runner : runners)
        rows.push_back(runner.row);
    std::ranges::sort(rows);
    return rows;
}

qint64 countWhere(const std::vector<SlowMatch> &matches, const std::function<bool(const SlowMatch &)> &is)
{
    return static_cast<qint64>(rowsWhere(matches, is).size());
}

MatchingRunners certainOf(const std::vector<SlowMatch> &matches)
{
    const auto certain = [](const SlowMatch &match) { return match.matches() && match.isCertain(); };
    MatchingRunners counts;
    counts.ready = countWhere(matches, [&](const SlowMatch &m) { return certain(m) && !m.paused && m.online; });
    counts.notOnline = countWhere(matches, [&](const SlowMatch &m) { return certain(m) && !m.paused && !m.online; });
    counts.paused = countWhere(matches, [&](const SlowMatch &m) { return certain(m) && m.paused; });
    return counts;
}

bool nearestFirst(const std::vector<JobRunner> &runners, const std::vector<SlowMatch> &matches)
{
    const auto key = [&](const JobRunner &runner) {
        const SlowMatch &match = matches[runner.row];
        return std::tuple(match.notMet(), match.missing, !match.online);
    };
    return std::ranges::is_sorted(runners, {}, key);
}

bool onlineFirst(const std::vector<JobRunner> &runners, const std::vector<SlowMatch> &matches)
{
    const auto key = [&](const JobRunner &runner) {
        return std::pair(!matches[runner.row].online, !matches[runner.row].isCertain());
    };
    return std::ranges::is_sorted(runners, {}, key);
}

} // namespace

class TestJobMatchingRandom : public QObject
{
    Q_OBJECT

    std::array<int, jobVerdictCodeCount> m_codes{};
    FleetPtr m_fleet;
    Test::SlowAssignments m_known;
    JobVerdictsPtr m_verdicts;
    std::vector<std::vector<SlowMatch>> m_matches; ///< by job

    void makeFleet(std::mt19937 &random)
    {
        const int runners = static_cast<int>(1 + Test::below(30, random));
        m_fleet = shareFleet(Test::randomFleet(random, runners));
        m_known = someAssignments(runners, random);
        m_verdicts = judgeJobs({m_fleet, someJobs(random), assignmentsOf(m_known), {}});
        m_matches.clear();
        for (const JobPtr &job : m_verdicts->input().jobs)
            m_matches.push_back(Test::slowMatches(*m_fleet, *job, m_known));
    }

    void compareJob(std::size_t job)
    {
        const std::vector<SlowMatch> &matches = m_matches[job];
        const RequestVerdict &verdict = *m_verdicts->verdictOf(job);
        ++m_codes[static_cast<std::size_t>(verdict.code)];
        const JobVerdictCode expected = Test::slowCode(*m_fleet, *m_verdicts->input().jobs[job], matches);
        QCOMPARE(jobVerdictName(verdict.code).toString(), jobVerdictName(expected).toString());
        QCOMPARE(verdict.candidateCount, countWhere(matches, &SlowMatch::isCandidate));
        QCOMPARE(verdict.nearMissCount, countWhere(matches, &SlowMatch::isNearMiss));
        QVERIFY(verdict.certain == certainOf(matches));
        const qint64 matching = countWhere(matches, &SlowMatch::matches);
        QCOMPARE(verdict.certain.total() + verdict.ifProtected.total() + verdict.uncertain.total(), matching);
        const auto serves = [](const SlowMatch &match) { return match.serves != SlowMatch::No; };
        QCOMPARE(verdict.serving, countWhere(matches, serves));
        QCOMPARE(verdict.elsewhere, countWhere(matches, [&](const SlowMatch &m) { return m.tags && !serves(m); }));
        compareLists(job);
    }

    void compareLists(std::size_t job)
    {
        const std::vector<SlowMatch> &matches = m_matches[job];
        const JobRunners runners = runnersFor(*m_verdicts, m_verdicts->requestOfJob(job));
        QVERIFY(sortedRows(runners.candidates) == rowsWhere(matches, &SlowMatch::isCandidate));
        QVERIFY(sortedRows(runners.nearMisses) == rowsWhere(matches, &SlowMatch::isNearMiss));
        QVERIFY(nearestFirst(runners.nearMisses, matches));
        QVERIFY(onlineFirst(runners.candidates, matches));
        const JobRequest request = requestOf(*m_verdicts->input().jobs[job]);
        for (std::size_t row = 0; row < matches.size(); ++row)
            QVERIFY(
                sameConditions(matchOf(m_fleet->rows[row], request, m_verdicts->input().assignments), matches[row]));
    }

    void compareRunner(std::size_t row)
    {
        std::vector<quint32> expected;
        for (quint32 job = 0; job < jobsOfAFleet; ++job) {
            if (m_matches[job][row].matches())
                expected.push_back(job);
        }
        const auto idOf = [this](quint32 job) { return m_verdicts->input().jobs[job]->id; };
        std::ranges::sort(expected, {}, idOf);
        const RunnerJobs jobs = jobsFor(*m_verdicts, row);
        QVERIFY(jobs.jobs == expected);
        QCOMPARE(jobs.count, static_cast<qint64>(expected.size()));
        QCOMPARE(jobs.certain,
            std::ranges::count_if(expected, [&](quint32 job) { return m_matches[job][row].isCertain(); }));
        for (std::size_t at = 0; at < expected.size(); ++at)
            comparePosition(row, expected, at);
    }

    void comparePosition(std::size_t row, const std::vector<quint32> &queue, std::size_t at)
    {
        const RunnerType type = m_fleet->rows[row].runner->type;
        const auto position = queuePosition(*m_verdicts, queue[at], row);
        const bool inOrder = type == RunnerType::Group || type == RunnerType::Project;
        QCOMPARE(position.has_value(), inOrder && !m_fleet->rows[row].runner->paused);
        if (!position)
            return;
        QCOMPARE(position->last, static_cast<qint64>(at + 1));
        qint64 certain = 0;
        for (std::size_t before = 0; before < at; ++before)
            certain += m_matches[queue[before]][row].isCertain() ? 1 : 0;
        QCOMPARE(position->first, certain + 1);
    }

private slots:
    void agrees()
    {
        std::mt19937 random(20260325);
        for (int done = 0; done < CASES && !QTest::currentTestFailed(); done += jobsOfAFleet) {
            makeFleet(random);
            for (std::size_t job = 0; job < jobsOfAFleet && !QTest::currentTestFailed(); ++job)
                compareJob(job);
            for (std::size_t row = 0; row < m_fleet->rows.size() && !QTest::currentTestFailed(); ++row)
                compareRunner(row);
        }
        // A verdict that is never reached would agree easily.
        for (int code = 0; code <= static_cast<int>(JobVerdictCode::NoRunners); ++code)
            QVERIFY2(m_codes[static_cast<std::size_t>(code)] > 0,
                qPrintable(jobVerdictName(static_cast<JobVerdictCode>(code)).toString()));
    }
};

QTEST_GUILESS_MAIN(TestJobMatchingRandom)
#include "tst_jobmatchingrandom.moc"
