// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitblocks.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr const QueueTier &waitTier(int number)
{
    return waitTiers[static_cast<std::size_t>(number)];
}

bool execute(Database &database, QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    return database.execute(query);
}

void addCounts(CountedWaits &counts, const QByteArray &bytes)
{
    decodeCounts(
        bytes, [](FacetNumber) { return true; },
        [&counts](FacetNumber facet, int waitClass, qint64 jobs) { counts[facet][waitClass] += jobs; });
}

} // namespace

WaitBlocks::WaitBlocks(Database &database) :
    m_database(database),
    m_one(database.prepared(QStringLiteral("SELECT waits FROM queue_wait WHERE tier = ? AND start = ?"))),
    m_rows(database.prepared(QStringLiteral(
        "SELECT start, waits FROM queue_wait WHERE tier = ? AND start >= ? AND start < ? ORDER BY start"))),
    m_put(database.prepared(QStringLiteral("INSERT OR REPLACE INTO queue_wait (tier, start, waits) VALUES (?, ?, ?)"))),
    m_remove(database.prepared(QStringLiteral("DELETE FROM queue_wait WHERE tier = ? AND start >= ? AND start < ?"))),
    m_first(database.prepared(QStringLiteral("SELECT min(start) FROM queue_wait WHERE tier = ?")))
{
}

std::map<qint64, QByteArray> WaitBlocks::rows(int tier, qint64 from, qint64 to)
{
    std::map<qint64, QByteArray> found;
    if (!execute(m_database, m_rows, {tier, from, to}))
        return found;
    while (m_rows.next())
        found.emplace_hint(found.end(), m_rows.value(0).toLongLong(), m_rows.value(1).toByteArray());
    m_rows.finish();
    return found;
}

bool WaitBlocks::isCounted(qint64 begin)
{
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        const qint64 start = floorTo(begin, waitTier(tier).block);
        if (!rows(tier, start, start + 1).empty())
            return true;
    }
    return false;
}

bool WaitBlocks::put(int tier, qint64 begin, const QByteArray &waits)
{
    return execute(m_database, m_put, {tier, begin, waits});
}

bool WaitBlocks::add(qint64 begin, const StoredWaits &waits)
{
    const auto known = rows(0, begin, begin + 1);
    if (known.empty() && isCounted(begin))
        return true;
    const StoredWaits before = known.empty() ? StoredWaits() : decodeWaits(known.begin()->second, begin);
    StoredWaits all;
    // Of the same job the one that is there stays.
    std::ranges::set_union(before, waits, std::back_inserter(all), {}, &StoredWait::job, &StoredWait::job);
    return all.size() == before.size() || put(0, begin, encodeWaits(all, begin));
}

std::optional<qint64> WaitBlocks::due(int tier, qint64 now)
{
    std::optional<qint64> first;
    if (execute(m_database, m_first, {tier}) && m_first.next() && !m_first.isNull(0))
        first = floorTo(m_first.value(0).toLongLong(), waitTier(tier + 1).block);
    m_first.finish();
    if (first && *first + waitTier(tier + 1).block + waitTier(tier).age > now)
        return std::nullopt;
    return first;
}

bool WaitBlocks::isThinnable(qint64 now)
{
    return due(0, now) || due(1, now);
}

bool WaitBlocks::countInto(int tier, qint64 begin, const CountedWaits &counts)
{
    return put(tier, begin, encodeCounts(counts))
        && execute(m_database, m_remove, {tier - 1, begin, begin + waitTier(tier).block});
}

bool WaitBlocks::thinOne(qint64 now)
{
    for (int tier = 0; tier + 1 < static_cast<int>(waitTiers.size()); ++tier) {
        const auto begin = due(tier, now);
        if (!begin)
            continue;
        CountedWaits counts;
        for (const auto &[start, bytes] : rows(tier + 1, *begin, *begin + 1))
            addCounts(counts, bytes);
        for (const auto &[start, bytes] : rows(tier, *begin, *begin + waitTier(tier + 1).block))
            tier == 0 ? count(counts, decodeWaits(bytes, start)) : addCounts(counts, bytes);
        return countInto(tier + 1, *begin, counts);
    }
    return true;
}

} // namespace Runnerscope
