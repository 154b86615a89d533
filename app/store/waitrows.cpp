// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitrows.h"

#include "app/store/queuetiers.h"

namespace Runnerscope {

namespace {

bool execute(Database &database, QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    return database.execute(query);
}

} // namespace

WaitRows::WaitRows(Database &database) :
    m_database(database),
    m_read(database.prepared(QStringLiteral(
        "SELECT start, waits FROM queue_wait WHERE tier = ? AND start >= ? AND start < ? ORDER BY start"))),
    m_count(database.prepared(
        QStringLiteral("SELECT count(*) FROM queue_wait WHERE tier = ? AND start >= ? AND start < ?"))),
    m_starts(database.prepared(QStringLiteral("SELECT start FROM queue_wait WHERE tier = ?"))),
    m_first(database.prepared(QStringLiteral("SELECT min(start) FROM queue_wait WHERE tier = ?"))),
    m_put(database.prepared(QStringLiteral("INSERT OR REPLACE INTO queue_wait (tier, start, waits) VALUES (?, ?, ?)"))),
    m_remove(database.prepared(QStringLiteral("DELETE FROM queue_wait WHERE tier = ? AND start >= ? AND start < ?")))
{
}

std::map<qint64, QByteArray> WaitRows::read(int tier, qint64 from, qint64 to)
{
    std::map<qint64, QByteArray> found;
    if (!execute(m_database, m_read, {tier, from, to}))
        return found;
    while (m_read.next())
        found.emplace_hint(found.end(), m_read.value(0).toLongLong(), m_read.value(1).toByteArray());
    m_read.finish();
    return found;
}

std::optional<std::pair<qint64, QByteArray>> WaitRows::firstOf(int tier, qint64 from, qint64 to)
{
    std::optional<std::pair<qint64, QByteArray>> row;
    if (execute(m_database, m_read, {tier, from, to}) && m_read.next())
        row.emplace(m_read.value(0).toLongLong(), m_read.value(1).toByteArray());
    m_read.finish();
    return row;
}

qint64 WaitRows::count(int tier, qint64 from, qint64 to)
{
    const bool found = execute(m_database, m_count, {tier, from, to}) && m_count.next();
    const qint64 number = found ? m_count.value(0).toLongLong() : 0;
    m_count.finish();
    return number;
}

std::map<qint64, qint64> WaitRows::countsBy(qint64 length, int tier)
{
    std::map<qint64, qint64> counts;
    if (!execute(m_database, m_starts, {tier}))
        return counts;
    while (m_starts.next())
        ++counts[floorTo(m_starts.value(0).toLongLong(), length)];
    m_starts.finish();
    return counts;
}

std::optional<qint64> WaitRows::first(int tier)
{
    std::optional<qint64> start;
    if (execute(m_database, m_first, {tier}) && m_first.next() && !m_first.isNull(0))
        start = m_first.value(0).toLongLong();
    m_first.finish();
    return start;
}

bool WaitRows::put(int tier, qint64 begin, const QByteArray &waits)
{
    return execute(m_database, m_put, {tier, begin, waits});
}

bool WaitRows::remove(int tier, qint64 from, qint64 to)
{
    return execute(m_database, m_remove, {tier, from, to});
}

} // namespace Runnerscope
