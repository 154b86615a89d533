// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitsums.h"

#include "app/store/bytes.h"

namespace Runnerscope {

WaitSums::Sum WaitSums::decoded(const QByteArray &bytes, qint64 begin)
{
    ByteReader reader(bytes.constData(), bytes.size());
    Sum sum;
    sum.rows = static_cast<qint64>(reader.number());
    sum.last = wrappingSum(begin, static_cast<qint64>(reader.number()));
    sum.counts = reader.bytes();
    return reader.ok() ? sum : Sum();
}

QByteArray WaitSums::encoded(const Sum &sum, qint64 begin)
{
    ByteWriter writer;
    writer.number(static_cast<quint64>(sum.rows));
    writer.number(static_cast<quint64>(sum.last - begin));
    writer.bytes(sum.counts);
    return writer.written();
}

bool WaitSums::isWhole(const Sum &sum, int tier, qint64 begin)
{
    return sum.rows > 0 && m_rows.count(tier, begin, begin + sumLength(tier)) == sum.rows;
}

bool WaitSums::noteRow(int tier, qint64 begin)
{
    m_mayLack = true;
    const qint64 start = floorTo(begin, sumLength(tier));
    const auto known = m_rows.read(sumTier(tier), start, start + 1);
    if (known.empty() || decoded(known.begin()->second, start).last < begin)
        return true;
    return m_rows.remove(sumTier(tier), start, start + 1); // it has this row already, or later ones
}

bool WaitSums::noteRemoval(int tier, qint64 from, qint64 to)
{
    return m_rows.remove(sumTier(tier), floorTo(from, sumLength(tier)), to);
}

std::optional<WaitSums::Due> WaitSums::next()
{
    if (!m_mayLack)
        return std::nullopt;
    for (int tier = 1; tier <= static_cast<int>(waitSums.size()); ++tier) {
        if (auto due = next(tier))
            return due;
    }
    m_mayLack = false;
    return std::nullopt;
}

std::optional<WaitSums::Due> WaitSums::next(int tier)
{
    const qint64 length = sumLength(tier);
    for (const auto &[begin, rows] : m_rows.countsBy(length, tier)) {
        const auto known = m_rows.read(sumTier(tier), begin, begin + 1);
        Sum sum = known.empty() ? Sum() : decoded(known.begin()->second, begin);
        if (sum.rows == rows)
            continue;
        // A program that knew nothing of sums may have written in between.
        if (sum.rows > 0 && m_rows.count(tier, begin, sum.last + 1) != sum.rows)
            sum = {};
        return Due{tier, begin, sum};
    }
    return std::nullopt;
}

bool WaitSums::addOne()
{
    auto due = next();
    if (!due)
        return true;
    const qint64 from = due->sum.rows > 0 ? due->sum.last + 1 : due->begin;
    const auto row = m_rows.firstOf(due->tier, from, due->begin + sumLength(due->tier));
    if (!row)
        return false;
    CountedWaits counts;
    addCounts(counts, due->sum.counts);
    addCounts(counts, row->second);
    const Sum sum{due->sum.rows + 1, row->first, encodeCounts(counts)};
    return m_rows.put(sumTier(due->tier), due->begin, encoded(sum, due->begin));
}

} // namespace Runnerscope
