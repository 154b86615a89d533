// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetread.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Outcome = FleetRead::Outcome;

struct Entry
{
    qint64 key;
    qint64 generation;
};

class Reading
{
public:
    Reading(Database &database, InstanceId instance, const FleetRead &before) :
        m_database(database),
        m_decoder(instance),
        m_before(before)
    {
    }

    FleetRead run()
    {
        const Transaction moment(m_database, Transaction::For::Reading);
        m_read.outcome = moment.begun() ? readAll() : failed();
        if (m_read.outcome != Outcome::Fleet)
            m_read.book.clear();
        return std::move(m_read);
    }

private:
    Outcome failed() const
    {
        return m_database.failure().kind == SqlFailure::Kind::Damaged ? Outcome::Damaged : Outcome::Failed;
    }

    static Outcome outcomeOf(Decoding decoding)
    {
        return decoding == Decoding::Ok   ? Outcome::Fleet
            : decoding == Decoding::Newer ? Outcome::Newer
                                          : Outcome::Damaged;
    }

    Outcome readAll()
    {
        if (const Outcome outcome = readState(); outcome != Outcome::Fleet)
            return outcome;
        std::vector<Entry> entries;
        if (!readEntries(entries))
            return failed();
        Fleet fleet;
        fleet.source = m_read.state.source;
        fleet.coverage = m_read.state.coverage;
        fleet.asOf = m_read.state.asOf;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const qint64 endKey = i + 1 < entries.size() ? entries[i + 1].key : ChunkBook::lastKey;
            if (const Outcome outcome = readChunk(entries[i], endKey, fleet.rows); outcome != Outcome::Fleet)
                return outcome;
        }
        return finish(std::move(fleet));
    }

    Outcome readState()
    {
        QSqlQuery query =
            m_database.prepared(QStringLiteral("SELECT generation, directory, state FROM fleet WHERE id = 1"));
        if (!m_database.execute(query))
            return failed();
        if (!query.next() || query.isNull(2))
            return Outcome::Nothing;
        m_read.generation = m_read.wholeGeneration = query.value(0).toLongLong();
        m_directory = static_cast<quint64>(query.value(1).toLongLong());
        return outcomeOf(m_decoder.decodeState(query.value(2).toByteArray(), m_read.state));
    }

    bool readEntries(std::vector<Entry> &entries)
    {
        QSqlQuery query = m_database.prepared(QStringLiteral("SELECT key, generation FROM chunk ORDER BY key"));
        if (!m_database.execute(query))
            return false;
        while (query.next())
            entries.push_back({query.value(0).toLongLong(), query.value(1).toLongLong()});
        m_rows = m_database.prepared(QStringLiteral("SELECT rows FROM chunk WHERE key = ?"));
        return true;
    }

    Outcome readChunk(const Entry &entry, qint64 endKey, std::vector<FleetRow> &rows)
    {
        m_read.generation = std::max(m_read.generation, entry.generation);
        ChunkBook::Chunk chunk;
        chunk.generation = entry.generation;
        chunk.begin = rows.size();
        const auto known = m_before.book.chunks().find(entry.key);
        if (known != m_before.book.chunks().end() && known->second.generation == entry.generation) {
            chunk.checksum = known->second.checksum;
            const auto &old = known->second.fleet->rows;
            rows.insert(rows.end(), old.begin() + static_cast<std::ptrdiff_t>(known->second.begin),
                old.begin() + static_cast<std::ptrdiff_t>(known->second.end));
        } else if (const Outcome outcome = decodeChunk(entry.key, chunk.checksum, rows); outcome != Outcome::Fleet) {
            return outcome;
        }
        const auto [begin, end] = rowsWithin(std::span(rows).subspan(chunk.begin), entry.key, endKey);
        if (begin > 0)
            return Outcome::Damaged;
        rows.resize(chunk.begin + end);
        chunk.end = rows.size();
        m_read.book.add(entry.key, chunk);
        return Outcome::Fleet;
    }

    Outcome decodeChunk(qint64 key, quint64 &checksum, std::vector<FleetRow> &rows)
    {
        m_rows.bindValue(0, key);
        if (!m_database.execute(m_rows) || !m_rows.next())
            return failed();
        const QByteArray encoded = m_rows.value(0).toByteArray();
        checksum = checksumIn(encoded);
        const Outcome outcome = outcomeOf(m_decoder.decodeRows(key, encoded, rows));
        m_rows.finish();
        return outcome;
    }

    Outcome finish(Fleet fleet)
    {
        if (m_read.book.directory() != m_directory)
            return Outcome::Damaged;
        for (FleetRow &row : fleet.rows)
            row.kept = true;
        m_read.fleet = shareFleet(std::move(fleet));
        ChunkBook book;
        for (const auto &[key, chunk] : m_read.book.chunks()) {
            ChunkBook::Chunk placed = chunk;
            placed.fleet = m_read.fleet;
            book.add(key, std::move(placed));
        }
        m_read.book = std::move(book);
        return Outcome::Fleet;
    }

    Database &m_database;
    RowDecoder m_decoder;
    const FleetRead &m_before;
    FleetRead m_read;
    QSqlQuery m_rows;
    quint64 m_directory = 0;
};

} // namespace

bool readFleetState(Database &database, InstanceId instance, FleetState &state)
{
    const auto encoded = database.value(QStringLiteral("SELECT state FROM fleet WHERE id = 1"));
    return encoded && RowDecoder(instance).decodeState(encoded->toByteArray(), state) == Decoding::Ok;
}

FleetRead readFleet(Database &database, InstanceId instance, const FleetRead &before)
{
    return Reading(database, instance, before).run();
}

} // namespace Runnerscope
