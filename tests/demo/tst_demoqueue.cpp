// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"
#include "app/demo/demofleetservice.h"
#include "app/demo/demojobs.h"
#include "app/demo/demoqueue.h"
#include "app/fleet/fleetbuilder.h"
#include "models/rules/queue/depthtally.h"
#include "models/rules/queue/queuethinning.h"
#include "models/rules/queue/waitpercentiles.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <algorithm>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr quint64 seed = 2026;
const ServerTime someTime = Test::now;

FleetPtr demoFleet()
{
    const DemoFleet demo(seed, someTime);
    FleetBuilder builder{FleetSource()};
    builder.beginWalk();
    builder.merge(demo.runners(), demo.now());
    builder.endWalk();
    return builder.publish().fleet;
}

QueueSample sampleAt(const Fleet &fleet, ServerTime moment)
{
    DepthTally tally;
    const JobListPtr list = demoJobs(fleet, seed, moment);
    for (const JobPtr &job : list->jobs)
        job->status == JobStatus::Pending ? tally.addPending(*job) : tally.addRunning(*job);
    return tally.sampleAt(moment);
}

QueueDepth depthOf(const QueueSample &sample, const QueueFacet &facet)
{
    const auto found = std::ranges::find(sample.facets, facet, &FacetDepth::facet);
    return facet.kind == FacetKind::All ? sample.all : found == sample.facets.end() ? QueueDepth() : found->depth;
}

} // namespace

class TestDemoQueue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fleet = demoFleet();
        m_queue.follow(*m_fleet, someTime);
    }

    void everyPointIsWhatTheJobsWere()
    {
        const QueueSample now = sampleAt(*m_fleet, someTime);
        std::vector<QueueFacet> facets{{}};
        for (const FacetKind kind : {FacetKind::TagSet, FacetKind::Group, FacetKind::Project, FacetKind::Runner}) {
            const auto one = std::ranges::find(now.facets, kind, [](const FacetDepth &f) { return f.facet.kind; });
            QVERIFY(one != now.facets.end());
            facets.push_back(one->facet);
        }
        for (const QueueFacet &facet : facets) {
            const QueuePoints points = m_queue.samples(facet, {someTime - 3h, someTime}, 8);
            QVERIFY(points.size() > 5);
            for (const QueuePoint &point : points) {
                const QueueDepth depth = depthOf(sampleAt(*m_fleet, point.start), facet);
                QCOMPARE(point.pending.high, depth.pending);
                QCOMPARE(point.running.high, depth.running);
                QVERIFY(point.longestWait == (depth.oldestQueuedAt ? point.start - *depth.oldestQueuedAt : 0ms));
            }
            QVERIFY(someTime - points.back().end < 25min);
        }
    }

    void someDaysAreKnownAndSomeHoursNobodyLooked()
    {
        const Period week{someTime - 7 * 24h, someTime};
        const QueuePoints points = m_queue.samples({}, week, 2000);
        QVERIFY(points.size() > 1000 && points.size() <= 2000);
        const ObservedShare share = observedShare(points, week);
        QVERIFY(share.observed > 0.8 && share.observed < 0.99);
        QVERIFY(share.reconstructed > 0.01 && share.reconstructed < 0.2);
        const auto [low, high] = std::ranges::minmax(points, {}, [](const QueuePoint &p) { return p.running.high; });
        QVERIFY(high.running.high > low.running.high * 3 / 2); // there are days and nights
        QVERIFY(m_queue.samples({}, {someTime - 100 * 24h, someTime - 90 * 24h}, 100).empty());
    }

    void peakIsTheMostOfAllPoints()
    {
        const auto peak = m_queue.mostRunning({});
        QVERIFY(peak);
        for (const QueuePoint &point : m_queue.samples({}, {someTime - 7 * 24h, someTime}, 500))
            QVERIFY(point.running.high <= peak->running + peak->running / 10);
        QVERIFY(!m_queue.mostRunning({FacetKind::Project, QStringLiteral("never/seen")}));
    }

    void waitsByFacetAreThoseOfTheFacet()
    {
        const Period day{someTime - 24h, someTime};
        for (const FacetKind kind :
            {FacetKind::All, FacetKind::TagSet, FacetKind::Group, FacetKind::Project, FacetKind::Runner}) {
            const auto all = m_queue.waitsBy(kind, day);
            QVERIFY(!all.empty());
            WaitCounts sum;
            for (const WaitSlice &slice : m_queue.waits(all.back().facet, day))
                addTo(sum, slice.waits);
            QVERIFY(sum == all.back().waits);
        }
    }

    void serviceAnswersTheSameTwice()
    {
        QueueQuestion question;
        question.by = FacetKind::Group;
        question.mostPoints = 300;
        std::vector<QueueHistory> histories;
        for (int i = 0; i < 2; ++i) {
            DemoFleetService service({seed, someTime, 0ms});
            const auto future = service.readQueue(question);
            QTRY_VERIFY(future.isFinished());
            const auto history = std::get<std::optional<QueueHistory>>(future.result());
            QVERIFY(history && !history->points.empty() && !history->waits.empty() && history->mostRunning);
            QVERIFY(history->period == (Period{someTime - 24h, someTime}));
            histories.push_back(*history);
        }
        QVERIFY(histories[0] == histories[1]);
    }

    void whatGoesOnIsAddedAndTheOldestLeaves()
    {
        DemoQueue queue(seed, someTime);
        queue.follow(*m_fleet, someTime);
        queue.follow(*m_fleet, someTime + 6 * 24h);
        QVERIFY(!queue.samples({}, {someTime + 5 * 24h, someTime + 6 * 24h}, 100).empty());
        QVERIFY(queue.samples({}, {someTime - 8 * 24h, someTime - 7 * 24h}, 100).empty());
    }

private:
    FleetPtr m_fleet;
    DemoQueue m_queue{seed, someTime};
};

QTEST_GUILESS_MAIN(TestDemoQueue)
#include "tst_demoqueue.moc"
