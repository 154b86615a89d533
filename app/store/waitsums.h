// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuetiers.h"
#include "app/store/waitblock.h"
#include "app/store/waitrows.h"

#include <optional>

namespace Runnerscope {

/// Adds up what is counted, so that a long time is read from few rows: the hours of a day, the days of a month. What is
/// added up stays; a sum only saves reading it, and counts only as long as it has all rows of its time.
class WaitSums
{
public:
    explicit WaitSums(WaitRows &rows) :
        m_rows(rows)
    {
    }

    /// Calls \a take(counts), encoded, until all has come that is counted in a tier by what begins in [from, to).
    template <typename Take>
    void read(int tier, qint64 from, qint64 to, Take take);

    /// A row of a tier is about to be put, or to be put once more.
    bool noteRow(int tier, qint64 begin);
    /// Rows of a tier have been removed.
    bool noteRemoval(int tier, qint64 from, qint64 to);

    /// Whether some sum lacks a row.
    bool isDue() { return next().has_value(); }
    /// Adds one row to a sum that lacks it. False: it could not be written.
    bool addOne();

private:
    struct Sum
    {
        qint64 rows = 0; ///< the first ones of its time
        qint64 last = 0; ///< begin of the last one
        QByteArray counts;
    };
    /// A time that has more rows than its sum.
    struct Due
    {
        int tier;
        qint64 begin;
        Sum sum;
    };

    static constexpr int sumTier(int tier) { return tier + static_cast<int>(waitTiers.size()) - 1; }
    static constexpr qint64 sumLength(int tier) { return waitSums[static_cast<std::size_t>(tier) - 1]; }
    static Sum decoded(const QByteArray &bytes, qint64 begin);
    static QByteArray encoded(const Sum &sum, qint64 begin);
    std::optional<Due> next();
    std::optional<Due> next(int tier);
    /// Whether all rows of its time are in it.
    bool isWhole(const Sum &sum, int tier, qint64 begin);

    WaitRows &m_rows;
    bool m_mayLack = true; ///< false: nothing was counted since all sums were whole
};

template <typename Take>
void WaitSums::read(int tier, qint64 from, qint64 to, Take take)
{
    const qint64 length = sumLength(tier);
    qint64 at = from;
    const auto takeRows = [&](qint64 until) {
        for (const auto &[begin, counts] : m_rows.read(tier, at, until))
            take(counts);
    };
    for (const auto &[begin, bytes] : m_rows.read(sumTier(tier), from, to - length + 1)) {
        const Sum sum = decoded(bytes, begin);
        if (!isWhole(sum, tier, begin))
            continue;
        takeRows(begin);
        take(sum.counts);
        at = begin + length;
    }
    takeRows(to);
}

} // namespace Runnerscope
