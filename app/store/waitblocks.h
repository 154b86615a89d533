// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/waitblock.h"
#include "app/store/waitsums.h"

#include <map>
#include <optional>

namespace Runnerscope {

/// Waits in a file. Writes within transactions of the caller. Gone before the file is closed.
class WaitBlocks
{
public:
    explicit WaitBlocks(Database &database) :
        m_rows(database)
    {
    }
    Q_DISABLE_COPY_MOVE(WaitBlocks)

    /// Puts in those that are not there yet; \a waits ascend by job, begin with one block and end with it. Those of a
    /// time that is counted already are left out: they were there, or come a week too late.
    bool add(qint64 begin, const StoredWaits &waits);
    /// Counts an hour or a day that is old enough at \a now, or adds one of them to a sum. False: it could not be
    /// written.
    bool thinOne(qint64 now);
    bool isThinnable(qint64 now);

    /// Those that begin in [from, to), by time.
    std::map<qint64, QByteArray> rows(int tier, qint64 from, qint64 to) { return m_rows.read(tier, from, to); }
    /// Calls \a take(counts) until all has come that is counted in hours and days which begin in [from, to).
    template <typename Take>
    void readCounted(qint64 from, qint64 to, Take take)
    {
        for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier)
            m_sums.read(tier, from, to, take);
    }

private:
    std::optional<qint64> due(int tier, qint64 now);
    bool isCounted(qint64 begin);
    bool thinTier(int tier, qint64 begin);
    bool countInto(int tier, qint64 begin, const CountedWaits &counts);

    WaitRows m_rows;
    WaitSums m_sums{m_rows};
};

} // namespace Runnerscope
