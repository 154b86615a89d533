// SPDX-License-Identifier: GPL-3.0-or-later
//
// Waits of a long time are added up in the file: what is read of them is what was counted, whatever the time.
#include "app/store/waitblocks.h"
#include "models/rules/queue/waitpercentiles.h"
#include "tests/store/queuefixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Test::appendNow;
using Test::numberedSample;
using Test::numberedWait;

namespace {

constexpr ServerTime start{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};
constexpr int days = 140;
constexpr Period always{start - 10 * 24h, start + 400 * 24h};

WaitCounts countsOf(const std::vector<WaitSlice> &slices)
{
    WaitCounts counts;
    for (const WaitSlice &slice : slices)
        addTo(counts, slice.waits);
    return counts;
}

} // namespace

class TestWaitSums : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        std::mt19937 random(20281);
        for (int day = 0; day < days; ++day) {
            const ServerTime begin = start + day * 24h;
            std::vector<JobWait> waits;
            for (int i = 0; i < 30; ++i)
                waits.push_back(numberedWait(100 * day + i, begin + std::chrono::seconds(random() % 86400)));
            appendNow(queue(), {numberedSample(day, begin + 24h, 15s)}, waits);
        }
    }

    void aSumIsWhatItsPartsAre()
    {
        for (const int from : {-1, 0, 1, 31, 33, 60, 95, 110, 131}) {
            for (const auto length : {20h, 33 * 24h, 70 * 24h, 200 * 24h})
                compare({start + from * 24h + 5h, start + from * 24h + 5h + length});
        }
        QCOMPARE(percentilesOf(countsOf(queue().waits({}, always))).jobs, 30 * days);
        QVERIFY2(rowsRead() < rowsCounted() / 6, QByteArray::number(rowsRead()).constData());
    }

    /// As when a program wrote that knows no sums.
    void whereRowsAreGoneTheSumCountsForNothing()
    {
        change("DELETE FROM queue_wait WHERE rowid IN (SELECT rowid FROM queue_wait WHERE tier = 1 ORDER BY start "
               "LIMIT 3) OR rowid IN (SELECT rowid FROM queue_wait WHERE tier = 2 ORDER BY start LIMIT 3)");
        compare(always);
        QVERIFY(percentilesOf(countsOf(queue().waits({}, always))).jobs < 30 * days);
        goOn();
        compare(always);
        QVERIFY(rowsRead() < rowsCounted() / 6);
    }

    void whereRowsHaveComeTheSumCountsForNothing()
    {
        change("INSERT INTO queue_wait SELECT 2, min(start) - 86400000, (SELECT waits FROM queue_wait WHERE tier = 2 "
               "LIMIT 1) FROM queue_wait WHERE tier = 2");
        compare(always);
        QVERIFY(percentilesOf(countsOf(queue().waits({}, always))).jobs > 30 * days);
        goOn();
        compare(always);
        QVERIFY(rowsRead() < rowsCounted() / 6);
    }

    /// A file from before there were any.
    void sumsAreMadeOfWhatIsThere()
    {
        change("DELETE FROM queue_wait WHERE tier > 2");
        compare(always);
        QCOMPARE(rowsRead(), rowsCounted());
        goOn();
        compare(always);
        QVERIFY(rowsRead() < rowsCounted() / 6);
    }

    /// A damaged file may name a project by any number; the others are counted all the same.
    void anyNumberOfAFacetIsRead()
    {
        const WaitCounts before = countsOf(queue().waits({}, always));
        change("INSERT INTO queue_facet (number, kind, name) VALUES (4611686018427387904, 3, 'far/off'), "
               "(-5, 3, 'below/zero')");
        for (const FacetKind kind : {FacetKind::All, FacetKind::TagSet, FacetKind::Group, FacetKind::Project})
            QVERIFY(!queue().waitsBy(kind, always).empty());
        QCOMPARE(percentilesOf(queue().waitsBy(FacetKind::All, always).front().waits).jobs, percentilesOf(before).jobs);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }
    QueueStore &queue() { return *m_store->queue(); }

    void open()
    {
        m_store.reset();
        m_store = std::make_unique<FleetStore>(file(), Test::instance);
    }

    /// While no program has the file.
    void change(const char *sql)
    {
        m_store.reset();
        Database database;
        QVERIFY(database.open(file(), Database::Access::Write));
        QVERIFY(database.run(QString::fromLatin1(sql)));
        open();
    }

    void goOn() { appendNow(queue(), {numberedSample(0, start + days * 24h + 15s, 15s)}); }

    /// What is counted by facet, which is where sums are read, with what is counted hour by hour and day by day.
    void compare(Period period)
    {
        for (const QueueFacet &facet : Test::someFacets()) {
            if (facet.kind == FacetKind::Runner)
                continue; // not counted
            const WaitCounts parts = countsOf(queue().waits(facet, period));
            const auto sums = queue().waitsBy(facet.kind, period);
            const auto sum = std::ranges::find(sums, facet, &FacetWaits::facet);
            const WaitCounts found = sum == sums.end() ? WaitCounts() : sum->waits;
            if (period.to - period.from <= longestExact)
                QVERIFY(found == parts);
            else
                QVERIFY(isRounded(percentilesOf(found), percentilesOf(parts)));
        }
    }

    static bool isNear(std::chrono::milliseconds a, std::chrono::milliseconds b)
    {
        const double share = 2 * waitRoundingShare * static_cast<double>(std::max(a, b).count());
        return std::abs(static_cast<double>((a - b).count())) <= std::max(share, 1000.0);
    }

    static bool isRounded(const WaitPercentiles &a, const WaitPercentiles &b)
    {
        return a.jobs == b.jobs && isNear(a.p50, b.p50) && isNear(a.p90, b.p90) && isNear(a.p95, b.p95)
            && isNear(a.p99, b.p99) && isNear(a.longest, b.longest);
    }

    qint64 rowsRead()
    {
        Database database;
        qint64 rows = 0;
        if (database.open(file(), Database::Access::Read)) {
            const auto countOf = [](ServerTime time) { return qint64(time.time_since_epoch().count()); };
            WaitBlocks(database).readCounted(
                countOf(always.from), countOf(always.to), [&rows](const auto &) { ++rows; });
        }
        return rows;
    }

    qint64 rowsCounted()
    {
        Database database;
        return database.open(file(), Database::Access::Read)
            ? database.value(QStringLiteral("SELECT count(*) FROM queue_wait WHERE tier IN (1, 2)"))->toLongLong()
            : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetStore> m_store;
};

QTEST_GUILESS_MAIN(TestWaitSums)
#include "tst_waitsums.moc"
