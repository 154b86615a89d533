// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/waitblock.h"

#include <map>
#include <optional>

namespace Runnerscope {

/// The rows of queue_wait. Writes within transactions of the caller. Gone before the file is closed.
class WaitBlocks
{
public:
    explicit WaitBlocks(Database &database);

    /// Puts in those that are not there yet; \a waits ascend by job, begin with one block and end with it. Those of a
    /// time that is counted already are left out: they were there, or come a week too late.
    bool add(qint64 begin, const StoredWaits &waits);
    /// Counts an hour or a day that is old enough at \a now. False: it could not be written.
    bool thinOne(qint64 now);
    bool isThinnable(qint64 now);

    /// Those that begin in [from, to), by time.
    std::map<qint64, QByteArray> rows(int tier, qint64 from, qint64 to);

private:
    std::optional<qint64> due(int tier, qint64 now);
    bool isCounted(qint64 begin);
    bool put(int tier, qint64 begin, const QByteArray &waits);
    bool countInto(int tier, qint64 begin, const CountedWaits &counts);

    Database &m_database;
    QSqlQuery m_one;
    QSqlQuery m_rows;
    QSqlQuery m_put;
    QSqlQuery m_remove;
    QSqlQuery m_first;
};

} // namespace Runnerscope
