// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queueread.h"

#include "app/store/queuecoarsening.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace Runnerscope {

namespace {

/// Reads one facet. What is kept finely is stronger than what is kept coarsely of the same time.
class PointsReader
{
public:
    PointsReader(QueueBlocks &blocks, std::optional<FacetNumber> facet, FacetKind kind, Period period) :
        m_blocks(blocks),
        m_facet(facet),
        m_isAll(kind == FacetKind::All),
        m_from(period.from.time_since_epoch().count()),
        m_to(period.to.time_since_epoch().count()),
        m_tiers(tiersOf(kind))
    {
    }

    QueuePoints read()
    {
        readSamples();
        for (std::size_t i = 0; i < m_tiers.size(); ++i)
            m_stretches[i] = m_blocks.stretches(m_tiers[i], m_from, m_to);
        for (std::size_t i = 0; i < m_tiers.size(); ++i) {
            for (const auto &[begin, stretches] : m_stretches[i])
                readBlock(i, begin, stretches);
        }
        return points();
    }

private:
    struct Entry
    {
        QueueStretch stretch;
        QueueLevel level;
        bool isLook;
    };

    void readSamples()
    {
        constexpr qint64 furthestReach = reachOf(std::chrono::hours(1)).count();
        for (const auto &[moment, bytes] : m_blocks.samples(m_from - furthestReach, m_to)) {
            StoredSample sample;
            if (!decodeSample(bytes, moment, sample))
                continue;
            QueueLevel level;
            const auto found = std::ranges::lower_bound(
                sample.facets, m_facet.value_or(0), {}, [](const auto &entry) { return entry.first; });
            if (m_isAll)
                level = sample.all;
            else if (m_facet && found != sample.facets.end() && found->first == *m_facet)
                level = found->second;
            m_entries.emplace(moment, Entry{sample.look, level, true});
        }
    }

    /// Whether a block is on its way into a coarser tier, and this facet has moved already.
    bool hasMoved(std::size_t tier, qint64 begin, const QByteArray &track) const
    {
        const qint64 end = begin + queueTiers[static_cast<std::size_t>(m_tiers[tier])].block;
        if (!track.isEmpty() || tier + 1 >= m_tiers.size())
            return false;
        return std::ranges::any_of(m_stretches[tier + 1], [&](const auto &block) {
            return std::ranges::any_of(
                block.second, [&](const QueueStretch &s) { return s.at < end && s.end > begin; });
        });
    }

    void readBlock(std::size_t tier, qint64 begin, const Stretches &stretches)
    {
        const int number = m_tiers[tier];
        const QByteArray track = m_facet ? m_blocks.track(number, begin, *m_facet) : QByteArray();
        if (hasMoved(tier, begin, track))
            return;
        const QueueLevels levels = decodeTrack(track, stretches, number, begin);
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            if (!isCovered(stretches[i], number))
                m_entries.emplace(stretches[i].at, Entry{stretches[i], levels[i], number == looksTier});
        }
    }

    /// By something finer. In a stretch of a coarser tier that is so only while its block is moving, or where clocks
    /// were put back.
    bool isCovered(const QueueStretch &stretch, int tier) const
    {
        const auto next = m_entries.lower_bound(stretch.at);
        if (next == m_entries.end())
            return false;
        return tier == looksTier ? next->first == stretch.at : next->first < stretch.end;
    }

    /// Looks hold until the next one; where the next one is told by another tier, it is near enough for one line.
    QueuePoints points()
    {
        QueuePoints points;
        points.reserve(m_entries.size());
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            QueueStretch stretch = entry->second.stretch;
            if (const auto next = std::next(entry); next != m_entries.end())
                joinTo(stretch, entry->second.isLook, next->second);
            if (entry->second.isLook)
                stretch.covered = stretch.end - stretch.at;
            if (stretch.end > m_from && stretch.at < m_to)
                points.push_back(pointOf(stretch, entry->second.level, m_isAll));
        }
        return points;
    }

    static void joinTo(QueueStretch &stretch, bool isLook, const Entry &next)
    {
        const qint64 begin = next.stretch.at;
        const bool isNear = !isLook && next.isLook && begin - stretch.end < next.stretch.end - begin;
        if (stretch.end > begin || isNear)
            stretch.end = begin;
    }

    QueueBlocks &m_blocks;
    std::optional<FacetNumber> m_facet; ///< none: nothing was ever seen of it
    bool m_isAll;
    qint64 m_from;
    qint64 m_to;
    std::array<int, 4> m_tiers;
    std::array<std::map<qint64, Stretches>, 4> m_stretches;
    std::map<qint64, Entry> m_entries;
};

} // namespace

QueuePoints readPoints(QueueBlocks &blocks, QueueFacetBook &facets, const QueueFacet &facet, Period period)
{
    return PointsReader(blocks, facets.find(facet), facet.kind, period).read();
}

std::optional<RunningPeak> readPeak(Database &database, QueueFacetBook &facets, const QueueFacet &facet)
{
    const auto number = facets.find(facet);
    if (!number)
        return std::nullopt;
    QSqlQuery query = database.prepared(QStringLiteral("SELECT running, moment FROM queue_peak WHERE facet = ?"));
    query.bindValue(0, *number);
    if (!database.execute(query) || !query.next())
        return std::nullopt;
    return RunningPeak{query.value(0).toLongLong(), ServerTime(std::chrono::milliseconds(query.value(1).toLongLong()))};
}

} // namespace Runnerscope
