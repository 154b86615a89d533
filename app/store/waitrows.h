// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <utility>

namespace Runnerscope {

/// The rows of queue_wait, whatever they hold. Writes within transactions of the caller. Gone before the file is
/// closed.
class WaitRows
{
public:
    explicit WaitRows(Database &database);

    /// Those that begin in [from, to), by time.
    std::map<qint64, QByteArray> read(int tier, qint64 from, qint64 to);
    /// The first of these.
    std::optional<std::pair<qint64, QByteArray>> firstOf(int tier, qint64 from, qint64 to);
    /// How many these are.
    qint64 count(int tier, qint64 from, qint64 to);
    std::optional<qint64> first(int tier);
    /// How many rows there are in each time of \a length, by its begin.
    std::map<qint64, qint64> countsBy(qint64 length, int tier);

    bool put(int tier, qint64 begin, const QByteArray &waits);
    bool remove(int tier, qint64 from, qint64 to);

private:
    Database &m_database;
    QSqlQuery m_read;
    QSqlQuery m_count;
    QSqlQuery m_starts;
    QSqlQuery m_first;
    QSqlQuery m_put;
    QSqlQuery m_remove;
};

} // namespace Runnerscope
