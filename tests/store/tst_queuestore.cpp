// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history of the queue: kept, thinned, read.
#include "models/rules/queue/queuethinning.h"
#include "models/rules/queue/waitpercentiles.h"
#include "tests/store/queuefixture.h"
#include "tests/support/fleettext.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Test::appendNow;
using Test::numberedSample;
using Test::numberedWait;
using Test::seenBy;
using Test::SeenDepth;

namespace {

constexpr ServerTime start{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};
constexpr Period always{start - 10 * 24h, start + 400 * 24h};
constexpr std::size_t all = 1'000'000;

std::vector<QueueSample> samplesEvery(std::chrono::milliseconds interval, int count, ServerTime from = start)
{
    std::vector<QueueSample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(numberedSample(i, from + i * interval, interval));
    return samples;
}

qint64 jobsIn(const std::vector<WaitSlice> &slices)
{
    qint64 jobs = 0;
    for (const WaitSlice &slice : slices)
        jobs += percentilesOf(slice.waits).jobs;
    return jobs;
}

/// Whether thinning may have made \a exact into \a read.
bool isNear(std::chrono::milliseconds read, std::chrono::milliseconds exact)
{
    const double allowed = std::max(500.0, static_cast<double>(exact.count()) * waitRoundingShare) + 1;
    return std::abs(static_cast<double>((read - exact).count())) <= allowed;
}

bool areNear(const WaitPercentiles &read, const WaitPercentiles &exact)
{
    return read.jobs == exact.jobs && isNear(read.p50, exact.p50) && isNear(read.p90, exact.p90)
        && isNear(read.p95, exact.p95) && isNear(read.p99, exact.p99) && isNear(read.longest, exact.longest);
}

bool has(const QueueFacet &facet, const JobWait &wait)
{
    switch (facet.kind) {
    case FacetKind::All:
        return true;
    case FacetKind::TagSet:
        return !wait.project.isEmpty() && wait.tagSet == facet.name;
    case FacetKind::Group:
        return wait.project.startsWith(facet.name + u'/');
    case FacetKind::Project:
        return wait.project == facet.name;
    case FacetKind::Runner:
        return wait.runner && QString::number(wait.runner->number) == facet.name;
    }
    return false;
}

WaitPercentiles exactPercentiles(const std::vector<JobWait> &waits, const QueueFacet &facet, Period period)
{
    std::vector<std::chrono::milliseconds> waited;
    for (const JobWait &wait : waits) {
        if (has(facet, wait) && wait.startedAt >= period.from && wait.startedAt < period.to)
            waited.push_back(wait.waited());
    }
    return percentilesOf(countsOf(std::move(waited)));
}

QueueSample reconstructed(QueueSample sample)
{
    sample.source = QueueSample::Source::Reconstructed;
    return sample;
}

} // namespace

class TestQueueStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_store.reset(); }

    void whatIsAppendedIsRead()
    {
        const auto samples = samplesEvery(15s, 200);
        appendNow(queue(), samples);
        for (const bool again : {false, true}) {
            for (const QueueFacet &facet : Test::someFacets()) {
                const QueuePoints points = queue().samples(facet, always, all);
                QCOMPARE(points.size(), samples.size());
                for (std::size_t i = 0; i < samples.size(); ++i) {
                    const QueueDepth depth = Test::depthOf(samples[i], facet);
                    QVERIFY(points[i].start == samples[i].moment);
                    QVERIFY(i + 1 == samples.size() || points[i].end == samples[i + 1].moment);
                    QCOMPARE(points[i].pending.high, depth.pending);
                    QCOMPARE(points[i].running.low, depth.running);
                }
            }
            if (!again)
                open();
        }
    }

    void certaintyAndGapsAreKept()
    {
        QueueSample sample = numberedSample(3, start, 15s);
        sample.certainty = {Certainty::Unknown, Certainty::Exact};
        sample.facetCertainty = {Certainty::AtLeast, Certainty::Unknown};
        appendNow(queue(), {sample, reconstructed(numberedSample(4, start + 60s, 15s))});
        const QueuePoints points = queue().samples({}, always, all);
        QVERIFY(points[0].certainty == sample.certainty);
        QVERIFY(queue().samples({FacetKind::Runner, QStringLiteral("1")}, always, all)[0].certainty
            == sample.facetCertainty);
        QVERIFY(points[0].end == start + reachOf(15s)); // and then there is a gap
        QVERIFY(!points[0].reconstructed);
        QVERIFY(points[1].reconstructed);
    }

    void theSameMomentCountsOnce_data()
    {
        QTest::addColumn<std::chrono::hours>("later");
        QTest::newRow("at once") << 0h;
        QTest::newRow("in a block") << 3h;
        QTest::newRow("thinned") << 48h;
    }

    void theSameMomentCountsOnce()
    {
        QFETCH(const std::chrono::hours, later);
        const auto samples = samplesEvery(15s, 50);
        appendNow(queue(), samples);
        appendNow(queue(), {numberedSample(1000, start + later, 15s)});
        const QueuePoints once = queue().samples({}, always, all);
        open(); // as another program
        auto again = samplesEvery(15s, 50);
        for (QueueSample &sample : again)
            sample.all.pending += 100;
        appendNow(queue(), again);
        appendNow(queue(), {numberedSample(1000, start + later, 15s)});
        QVERIFY(queue().samples({}, always, all) == once);
    }

    void reconstructedSamplesFillGapsOnly_data()
    {
        QTest::addColumn<std::chrono::hours>("later");
        QTest::newRow("at once") << 0h;
        QTest::newRow("in a block") << 3h;
    }

    void reconstructedSamplesFillGapsOnly()
    {
        QFETCH(const std::chrono::hours, later);
        // 10 minutes observed, 10 not, 10 observed
        auto samples = samplesEvery(15s, 120, start + 4s);
        samples.erase(samples.begin() + 40, samples.begin() + 80);
        appendNow(queue(), samples);
        appendNow(queue(), {numberedSample(1000, start + 30min + later, 15s)});
        for (int twice = 0; twice < 2; ++twice) {
            std::vector<QueueSample> back;
            for (auto moment = start; moment < start + 30min; moment += 15s)
                back.push_back(reconstructed(numberedSample(7, moment, 15s)));
            appendNow(queue(), back);
            const QueuePoints points = queue().samples({}, {start, start + 30min}, all);
            QCOMPARE(std::ranges::count(points, true, &QueuePoint::reconstructed), 39);
            QCOMPARE(std::ranges::count(points, false, &QueuePoint::reconstructed), 80);
            const ObservedShare share = observedShare(points, {start, start + 30min});
            QVERIFY(share.observed > 0.99);
            QVERIFY(share.reconstructed > 0.31 && share.reconstructed < 0.35);
        }
    }

    void observedSamplesAreStronger()
    {
        appendNow(queue(), {reconstructed(numberedSample(1, start, 15s))});
        appendNow(queue(), {numberedSample(8, start, 15s)});
        const QueuePoints points = queue().samples({}, always, all);
        QCOMPARE(points.size(), std::size_t(1));
        QVERIFY(!points[0].reconstructed);
        QCOMPARE(points[0].pending.high, numberedSample(8, start, 15s).all.pending);
    }

    /// Weeks of looks, with two days missing: every day has the peaks that were seen, and no others.
    void thinningKeepsWhatWasSeen()
    {
        std::mt19937 random(20272);
        std::vector<QueueSample> samples;
        std::chrono::milliseconds observed{0};
        std::chrono::milliseconds interval{0};
        const Period gap{start + 9 * 24h, start + 11 * 24h};
        const Period whole{start, start + 41 * 24h};
        for (ServerTime moment = start; moment < whole.to;) {
            if (samples.size() % 300 == 0) // the window is hidden, or shown again
                interval = std::chrono::minutes(2 + random() % 8);
            if (moment < gap.from || moment >= gap.to) {
                samples.push_back(numberedSample(static_cast<int>(samples.size()), moment, interval));
                observed += interval;
            }
            moment += interval + std::chrono::milliseconds(random() % 2000);
        }
        for (std::size_t i = 0; i < samples.size(); i += 500) {
            const auto from = samples.begin() + static_cast<std::ptrdiff_t>(i);
            const auto to = samples.begin() + static_cast<std::ptrdiff_t>(std::min(i + 500, samples.size()));
            queue().append({from, to}, {});
            followThinning({samples.begin(), to});
        }
        open();
        for (const QueueFacet &facet : Test::someFacets()) {
            const QueuePoints points = queue().samples(facet, always, all);
            QVERIFY(queue().samples(facet, {start, start + 48h}, all).size() <= 48); // of hundreds of looks
            QVERIFY(seenBy(points, always) == seenBy(samples, facet, always));
            for (ServerTime day = start; day < whole.to; day += 24h) {
                if (day >= gap.from && day < gap.to)
                    continue;
                const SeenDepth read = seenBy(points, {day, day + 24h});
                const SeenDepth exact = seenBy(samples, facet, {day, day + 24h});
                // A look holds until the next one, and so into the next day.
                const SeenDepth near = seenBy(samples, facet, {day - 10min, day + 24h});
                QVERIFY(read.pending.high >= exact.pending.high && read.pending.high <= near.pending.high);
                QVERIFY(read.running.high >= exact.running.high && read.running.high <= near.running.high);
                QVERIFY(read.pending.low <= exact.pending.low && read.pending.low >= near.pending.low);
                QVERIFY(read.longestWait >= exact.longestWait && read.longestWait <= near.longestWait);
            }
            QVERIFY(std::ranges::none_of(
                points, [&](const QueuePoint &point) { return point.start > gap.from + 1h && point.end < gap.to; }));
            QVERIFY(queue().samples(facet, always, 100).size() <= 100);
            QVERIFY(seenBy(queue().samples(facet, whole, 100), always) == seenBy(samples, facet, always));
            const double share = observedShare(points, whole).observed;
            const double exactShare =
                static_cast<double>(observed.count()) / static_cast<double>((whole.to - whole.from).count());
            if (facet.kind != FacetKind::Runner) // those have whole days
                QVERIFY2(std::abs(share - exactShare) < 0.01,
                    qPrintable(QStringLiteral("%1 %2").arg(share).arg(exactShare)));
        }
    }

    void theMostRunningIsNeverForgotten()
    {
        QueueSample peak = numberedSample(1, start, 15s);
        peak.all.running = 31;
        peak.facets.push_back({{FacetKind::Runner, QStringLiteral("99")}, {0, 9, {}}});
        appendNow(queue(), {peak});
        peak.moment += 100 * 24h;
        peak.all.running = 30;
        peak.facets.back().depth.running = 8;
        appendNow(queue(), {peak});
        open();
        peak.moment += 15s;
        appendNow(queue(), {peak});
        QVERIFY((queue().mostRunning({}) == RunningPeak{31, start}));
        QVERIFY((queue().mostRunning({FacetKind::Runner, QStringLiteral("99")}) == RunningPeak{9, start}));
        QVERIFY(!queue().mostRunning({FacetKind::Runner, QStringLiteral("100")}));
    }

    void waitsCountOnce()
    {
        const std::vector<JobWait> waits{
            numberedWait(1, start), numberedWait(2, start + 1s), numberedWait(2, start + 1s)};
        appendNow(queue(), {}, waits);
        appendNow(queue(), {}, waits);
        open(); // as another program
        JobWait other = numberedWait(2, start + 5s); // read once more, with another start
        appendNow(queue(), {}, {other, numberedWait(3, start + 5s), waits[0]});
        QCOMPARE(jobsIn(queue().waits({}, always)), 3);
        const auto single = queue().jobWaits({}, always);
        QVERIFY((single == std::vector{waits[0], waits[1], numberedWait(3, start + 5s)}));
    }

    /// Weeks of waits: not one is lost or doubled, and percentiles are those of the waits.
    void percentilesSurviveThinning()
    {
        std::mt19937 random(20273);
        std::vector<JobWait> waits;
        for (int day = 0; day < 50; ++day) {
            std::vector<JobWait> ofDay;
            for (int i = 0; i < 60; ++i) {
                const auto second = static_cast<int>(random() % 86400);
                ofDay.push_back(numberedWait(100 * day + i, start + day * 24h + std::chrono::seconds(second)));
            }
            waits.insert(waits.end(), ofDay.begin(), ofDay.end());
            appendNow(queue(), {numberedSample(day, start + (day + 1) * 24h, 15s)}, ofDay);
        }
        open();
        appendNow(queue(), {numberedSample(0, start + 50 * 24h + 15s, 15s)}, waits); // all of them again
        for (const QueueFacet &facet : Test::someFacets()) {
            for (const Period period :
                {always, Period{start + 3 * 24h, start + 20 * 24h}, Period{start + 44 * 24h, start + 50 * 24h}}) {
                if (facet.kind == FacetKind::Runner && period.from < start + 44 * 24h)
                    continue;
                WaitCounts read;
                for (const WaitSlice &slice : queue().waits(facet, period))
                    addTo(read, slice.waits);
                const WaitPercentiles exact = exactPercentiles(waits, facet, period);
                QVERIFY(areNear(percentilesOf(read), exact));
                const auto byFacet = queue().waitsBy(facet.kind, period);
                const auto found = std::ranges::find(byFacet, facet, &FacetWaits::facet);
                QCOMPARE(found != byFacet.end(), exact.jobs > 0);
                QVERIFY(found == byFacet.end() || areNear(percentilesOf(found->waits), exact));
                if (period.from >= start + 44 * 24h) // as it was
                    QVERIFY(percentilesOf(read) == exact);
            }
        }
    }

    void whoDoesNotWriteReads()
    {
        appendNow(queue(), samplesEvery(15s, 10), {numberedWait(1, start)});
        FleetStore reader(file(), Test::instance);
        QVERIFY(!reader.isWriter());
        appendNow(*reader.queue(), samplesEvery(15s, 20));
        QCOMPARE(reader.queue()->samples({}, always, all).size(), std::size_t(10));
        QCOMPARE(jobsIn(reader.queue()->waits({}, always)), 1);
        appendNow(queue(), {numberedSample(50, start + 1h, 15s)});
        QCOMPARE(reader.queue()->samples({}, always, all).size(), std::size_t(11));
    }

    void nothingIsKeptWhereNothingIs()
    {
        m_store.reset();
        FleetStore nowhere(m_folder->filePath(QStringLiteral("none")), Test::instance, FleetStore::Access::Read);
        appendNow(*nowhere.queue(), samplesEvery(15s, 1));
        QVERIFY(nowhere.queue()->samples({}, always, all).empty());
        QVERIFY(nowhere.queue()->waitsBy(FacetKind::Project, always).empty());
        QVERIFY(!nowhere.queue()->mostRunning({}));
    }

    /// What waits when a store ends is written.
    void theEndIsNotLost()
    {
        queue().append(samplesEvery(15s, 300), {numberedWait(1, start)});
        open();
        QCOMPARE(queue().samples({}, always, all).size(), std::size_t(300));
        QCOMPARE(jobsIn(queue().waits({}, always)), 1);
    }

    void fleetAndQueueShareTheFile()
    {
        appendNow(queue(), samplesEvery(15s, 10));
        Test::keepNow(*m_store, Test::numberedFleet(100, 0));
        appendNow(queue(), {numberedSample(50, start + 1h, 15s)});
        open();
        QVERIFY(Test::sameRows(*m_store->load(), Test::numberedFleet(100, 0)));
        QCOMPARE(queue().samples({}, always, all).size(), std::size_t(11));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }
    QueueStore &queue() { return *m_store->queue(); }

    void open()
    {
        m_store.reset();
        m_store = std::make_unique<FleetStore>(file(), Test::instance);
    }

    /// Whoever reads while samples are thinned sees what was seen.
    void followThinning(const std::vector<QueueSample> &samples)
    {
        const QueueFacet facet = Test::someFacets()[samples.size() / 500 % Test::someFacets().size()];
        const SeenDepth exact = seenBy(samples, facet, always);
        bool written = false;
        for (int turns = 0; queue().isKeeping(); ++turns) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (written && turns % 8 != 0)
                continue;
            const QueuePoints points = queue().samples(facet, always, all);
            written |= !points.empty() && points.back().start == samples.back().moment;
            QVERIFY(!written || seenBy(points, always) == exact);
        }
        QVERIFY(written);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetStore> m_store;
};

QTEST_GUILESS_MAIN(TestQueueStore)
#include "tst_queuestore.moc"
