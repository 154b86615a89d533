// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"
#include "app/demo/demojobs.h"
#include "app/fleet/fleetbuilder.h"
#include "models/rules/jobs/jobverdicts.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr quint64 seed = 2026;
/// Within a time at which all the jobs that stay for hours have come.
const ServerTime someTime{std::chrono::floor<std::chrono::hours>(Test::now.time_since_epoch()) / 4 * 4 + 1h};

FleetPtr demoFleet()
{
    const DemoFleet demo(seed, someTime);
    FleetBuilder builder{FleetSource()};
    builder.beginWalk();
    builder.merge(demo.runners(), demo.now());
    builder.endWalk();
    return builder.publish().fleet;
}

} // namespace

class TestDemoJobs : public QObject
{
    Q_OBJECT

private slots:
    void theSameTimeHasTheSameJobs()
    {
        const FleetPtr fleet = demoFleet();
        const JobListPtr a = demoJobs(*fleet, seed, someTime);
        const JobListPtr b = demoJobs(*fleet, seed, someTime);
        QVERIFY(a->jobs.size() > 50);
        QVERIFY(std::ranges::equal(a->jobs, b->jobs, [](const JobPtr &x, const JobPtr &y) { return *x == *y; }));
        QVERIFY(std::ranges::adjacent_find(a->jobs, [](const JobPtr &x, const JobPtr &y) { return x->id <= y->id; })
            == a->jobs.end());
    }

    void jobsComeWaitRunAndEnd()
    {
        const FleetPtr fleet = demoFleet();
        std::map<qint64, std::set<JobStatus>> seen;
        for (auto later = 0s; later < 600s; later += 15s) {
            const JobListPtr list = demoJobs(*fleet, seed, someTime + later);
            for (const JobPtr &job : list->jobs) {
                seen[job->id.number].insert(job->status);
                QVERIFY(*job->queuedAt <= list->readAt);
                if (job->status == JobStatus::Running)
                    QVERIFY(*job->startedAt >= *job->queuedAt && *job->startedAt <= list->readAt);
            }
        }
        const auto both = std::ranges::count_if(seen, [](const auto &entry) { return entry.second.size() == 2; });
        QVERIFY(both > 50);
        QVERIFY(seen.size() > demoJobs(*fleet, seed, someTime)->jobs.size() + 50);
    }

    void jobsRunWhereTheyMay()
    {
        const FleetPtr fleet = demoFleet();
        const JobListPtr list = demoJobs(*fleet, seed, someTime);
        ProjectAssignments assignments;
        int running = 0;
        for (const JobPtr &job : list->jobs) {
            if (job->status != JobStatus::Running)
                continue;
            ++running;
            const FleetRow *row = fleet->find(*job->runner);
            QVERIFY(row && row->status == RunnerStatus::Online && !row->runner->paused);
            assignments.add(*job);
            QVERIFY(matchOf(*row, requestOf(*job), assignments).takes() != MatchResult::NotMet);
        }
        QVERIFY(running > 50);
    }

    void someWaitForReasonsOfTheirOwn()
    {
        const FleetPtr fleet = demoFleet();
        const JobListPtr list = demoJobs(*fleet, seed, someTime);
        const JobVerdictsPtr verdicts = judgeJobs({fleet, list->jobs, {}, {}});
        std::set<JobVerdictCode> codes;
        for (std::size_t job = 0; job < list->jobs.size(); ++job)
            codes.insert(verdicts->code(job));
        QVERIFY(codes.contains(JobVerdictCode::Queued));
        QVERIFY(codes.contains(JobVerdictCode::NoRunnerHasTag));
        QVERIFY(codes.size() >= 4);
    }
};

QTEST_GUILESS_MAIN(TestDemoJobs)
#include "tst_demojobs.moc"
