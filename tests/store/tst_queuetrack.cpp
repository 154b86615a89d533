// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history of the queue as bytes.
#include "app/store/queuecoarsening.h"
#include "app/store/waitblock.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Runnerscope;

namespace {

constexpr qint64 begin = 20'000 * Duration::day;

class Dice
{
public:
    explicit Dice(unsigned seed) :
        m_random(seed)
    {
    }

    qint64 below(qint64 limit) { return static_cast<qint64>(m_random() % static_cast<quint64>(limit)); }

    CountCertainty certainty()
    {
        const auto one = [this] { return below(4) ? Certainty::Exact : static_cast<Certainty>(below(3)); };
        return {one(), one()};
    }

    /// A block of a tier, with gaps.
    Stretches stretches(int tier)
    {
        const QueueTier &of = queueTiers[static_cast<std::size_t>(tier)];
        const qint64 unit = tier == looksTier ? 15 * Duration::second : of.width;
        Stretches all;
        for (qint64 at = begin + below(3) * unit; at < begin + of.block && all.size() < 500;
             at += unit * (1 + below(9) / 8)) {
            QueueStretch stretch{at, at + of.width, below(of.width + 1), certainty(), certainty(), below(5) == 0};
            if (tier == looksTier) {
                stretch.at += below(900);
                stretch.end = stretch.at + (below(9) ? 37'500 : below(100'000));
                stretch.covered = 0;
            }
            all.push_back(stretch);
        }
        return all;
    }

    QueueLevel level(int tier)
    {
        if (below(3) == 0)
            return {};
        const auto range = [&] {
            const qint64 low = below(5) ? below(4) : below(100'000);
            return DepthRange{low, tier == looksTier ? low : low + below(20)};
        };
        QueueLevel made{range(), range(), -1};
        if (made.pending.high > 0 && below(9))
            made.longestWait = tier == looksTier ? below(100'000'000) : below(100'000) * Duration::second;
        return made;
    }

    QByteArray damaged(QByteArray bytes)
    {
        for (auto flips = 1 + below(4); flips > 0 && !bytes.isEmpty(); --flips)
            bytes[static_cast<qsizetype>(below(bytes.size()))] = static_cast<char>(below(256));
        if (below(3) == 0)
            bytes.truncate(static_cast<qsizetype>(below(bytes.size() + 1)));
        return bytes;
    }

private:
    std::mt19937_64 m_random;
};

QueueLevels levelsFor(const Stretches &stretches, int tier, Dice &dice)
{
    QueueLevels levels;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        levels.push_back(!levels.empty() && dice.below(3) ? levels.back() : dice.level(tier));
        // A wait that is told by its length goes on.
        if (tier == looksTier && i > 0 && levels.back().longestWait >= 0)
            levels.back().longestWait += stretches[i].at - stretches[i - 1].at;
    }
    return levels;
}

/// Of coarse stretches no wait is the same as one of no length.
QueueLevels asRead(QueueLevels levels, int tier)
{
    for (QueueLevel &level : levels) {
        if (tier != looksTier)
            level.longestWait = std::max<qint64>(0, level.longestWait);
    }
    return levels;
}

StoredWaits waits(Dice &dice)
{
    StoredWaits all;
    for (qint64 job = 1; all.size() < 300; job += 1 + dice.below(40))
        all.push_back({job, begin + dice.below(600'000), dice.below(90'000'000), dice.below(3) * dice.below(100),
            dice.below(9), dice.below(1000), dice.below(90'000)});
    return all;
}

CountedWaits countsIn(const QByteArray &bytes)
{
    CountedWaits counts;
    decodeCounts(
        bytes, [](FacetNumber) { return true; },
        [&](FacetNumber facet, int waitClass, qint64 jobs) { counts[facet][waitClass] += jobs; });
    return counts;
}

} // namespace

class TestQueueTrack : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreReadAsTheyWereWritten_data()
    {
        QTest::addColumn<int>("tier");
        for (int tier = 0; tier < static_cast<int>(queueTiers.size()); ++tier)
            QTest::addRow("tier %d", tier) << tier;
    }

    void blocksAreReadAsTheyWereWritten()
    {
        QFETCH(const int, tier);
        Dice dice(20267);
        for (int round = 0; round < 100; ++round) {
            const Stretches stretches = dice.stretches(tier);
            QVERIFY(decodeStretches(encodeStretches(stretches, tier, begin), tier, begin) == stretches);
            const QueueLevels levels = levelsFor(stretches, tier, dice);
            QVERIFY(decodeTrack(encodeTrack(stretches, levels, tier, begin), stretches, tier, begin)
                == asRead(levels, tier));
        }
    }

    void nothingTakesNoRoom()
    {
        Dice dice(1);
        const Stretches stretches = dice.stretches(1);
        QVERIFY(encodeTrack(stretches, QueueLevels(stretches.size()), 1, begin).isEmpty());
        QVERIFY(decodeTrack({}, stretches, 1, begin) == asRead(QueueLevels(stretches.size()), looksTier));
    }

    /// What stood still at the end of what was written is not carried on into what came later.
    void laterStretchesAreEmpty()
    {
        Stretches stretches{
            {begin, begin + Duration::minute}, {begin + Duration::minute, begin + 2 * Duration::minute}};
        const QByteArray track = encodeTrack(stretches, {{{1, 1}, {2, 2}, 0}, {{1, 1}, {2, 2}, 0}}, 1, begin);
        stretches.push_back({begin + 2 * Duration::minute, begin + 3 * Duration::minute});
        const QueueLevels levels = decodeTrack(track, stretches, 1, begin);
        QVERIFY((levels[1].running == DepthRange{2, 2}));
        QVERIFY((levels[2].running == DepthRange{0, 0}));
    }

    void coarseStretchesHoldWhatFineOnesDid()
    {
        Dice dice(20268);
        for (int round = 0; round < 200; ++round) {
            const int tier = static_cast<int>(dice.below(3));
            const Stretches fine = dice.stretches(tier);
            const QueueLevels levels = levelsFor(fine, tier, dice);
            const qint64 width = queueTiers[static_cast<std::size_t>(tier) + 1].width;
            const Coarsening coarsening = coarsen(fine, tier, begin, width);
            const QueueLevels coarse = coarsened(levels, fine, coarsening, true);
            QCOMPARE(coarse.size(), coarsening.stretches.size());
            QVERIFY(std::ranges::is_sorted(coarsening.stretches, std::ranges::less_equal(), &QueueStretch::at));
            for (std::size_t i = 0; i < fine.size(); ++i) {
                const auto into =
                    std::ranges::find(coarsening.stretches, floorTo(fine[i].at, width), &QueueStretch::at);
                QVERIFY(into != coarsening.stretches.end());
                QVERIFY(into->covered <= width);
                const QueueLevel &level = coarse[static_cast<std::size_t>(into - coarsening.stretches.begin())];
                if (fine[i].certainty.pending != Certainty::Unknown)
                    QVERIFY(level.pending.low <= levels[i].pending.low && level.pending.high >= levels[i].pending.high);
                QVERIFY(level.longestWait >= levels[i].longestWait);
            }
        }
    }

    void samplesAreReadAsTheyWereWritten()
    {
        Dice dice(20269);
        StoredSample sample{{begin, begin + 37'500, 0, dice.certainty(), dice.certainty(), true}, dice.level(0), {}};
        for (FacetNumber facet = 1; facet < 500; facet += 1 + dice.below(9))
            sample.facets.emplace_back(facet, dice.level(0));
        StoredSample read;
        QVERIFY(decodeSample(encodeSample(sample), begin, read));
        QVERIFY(read.look == sample.look);
        QVERIFY(read.all == sample.all);
        QVERIFY(read.facets == sample.facets);
    }

    void waitsAreReadAsTheyWereWritten()
    {
        Dice dice(20270);
        const StoredWaits all = waits(dice);
        QVERIFY(decodeWaits(encodeWaits(all, begin), begin) == all);
        CountedWaits counts;
        count(counts, all);
        QVERIFY(countsIn(encodeCounts(counts)) == counts);
        qint64 jobs = 0;
        for (const auto &[number, waiting] : counts.at(0))
            jobs += waiting;
        QCOMPARE(jobs, std::ranges::count(all, 0, &StoredWait::project));
    }

    /// Whatever the bytes: no crash, no end of memory, nothing out of order.
    void damagedBytesDoNoHarm()
    {
        Dice dice(20271);
        const Stretches stretches = dice.stretches(1);
        const StoredWaits all = waits(dice);
        CountedWaits counts;
        count(counts, all);
        const QByteArray track = encodeTrack(stretches, levelsFor(stretches, 1, dice), 1, begin);
        StoredSample sample{stretches.front(), dice.level(0), {{3, dice.level(0)}, {9, dice.level(0)}}};
        for (int round = 0; round < 3000; ++round) {
            const Stretches read = decodeStretches(dice.damaged(encodeStretches(stretches, 1, begin)), 1, begin);
            QVERIFY(std::ranges::is_sorted(read, std::ranges::less(), &QueueStretch::at));
            QVERIFY(read.size() <= 720);
            QCOMPARE(decodeTrack(dice.damaged(track), stretches, 1, begin).size(), stretches.size());
            decodeTrack(dice.damaged(track), stretches, looksTier, begin);
            StoredSample other;
            decodeSample(dice.damaged(encodeSample(sample)), begin, other);
            decodeWaits(dice.damaged(encodeWaits(all, begin)), begin);
            countsIn(dice.damaged(encodeCounts(counts)));
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueTrack)
#include "tst_queuetrack.moc"
