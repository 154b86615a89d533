// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetwriter.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

bool sameValue(const FleetRow &a, const FleetRow &b)
{
    return a.status == b.status && (a.runner == b.runner || *a.runner == *b.runner);
}

} // namespace

FleetWriter::FleetWriter(Database &database, ChunkBook &book, qint64 generation) :
    m_database(database),
    m_book(book),
    m_history(database),
    m_removeChunks(database.prepared(QStringLiteral("DELETE FROM chunk WHERE key > ? AND key < ?"))),
    m_putChunk(
        database.prepared(QStringLiteral("INSERT OR REPLACE INTO chunk (key, generation, rows) VALUES (?, ?, ?)"))),
    m_beginFleet(database.prepared(QStringLiteral("INSERT INTO fleet (id, generation, directory, state) "
                                                  "VALUES (1, 0, 0, ?) ON CONFLICT (id) DO UPDATE SET "
                                                  "state = coalesce(state, excluded.state)"))),
    m_putDirectory(database.prepared(QStringLiteral("UPDATE fleet SET directory = ? WHERE id = 1"))),
    m_putState(database.prepared(QStringLiteral("UPDATE fleet SET generation = ?, state = ? WHERE id = 1"))),
    m_generation(generation)
{
}

void FleetWriter::begin(const FleetPtr &fleet, const QMap<QString, QByteArray> &notes)
{
    const auto units = m_book.plan(fleet, ChunkBook::Clock::now());
    m_units.assign(units.begin(), units.end());
    m_notes = notes;
    // The same once more is not written.
    m_fleet = fleet;
    if (m_units.empty() && encodedState(fleet->coverage) == m_state)
        m_fleet = nullptr;
}

QByteArray FleetWriter::encodedState(Coverage coverage) const
{
    return encodeState({m_fleet->source, coverage, m_fleet->asOf, m_notes});
}

bool FleetWriter::writeSlice(std::chrono::milliseconds budget)
{
    const auto deadline = ChunkBook::Clock::now() + budget;
    Transaction transaction(m_database, Transaction::For::Writing);
    if (!transaction.begun())
        return false;
    do {
        if (m_units.empty())
            break;
        if (!writeUnit(m_units.front()))
            return false;
        m_units.pop_front();
    } while (ChunkBook::Clock::now() < deadline);
    const bool isLast = m_units.empty();
    if (!writeFleetRow(isLast) || !transaction.commit())
        return false;
    if (isLast)
        m_fleet = nullptr;
    return true;
}

bool FleetWriter::hasNews(const ChunkBook::Unit &unit, std::span<const FleetRow> before) const
{
    const auto known = m_book.chunks().find(unit.key);
    const auto next = m_book.chunks().upper_bound(unit.key);
    const bool isOneChunk = known != m_book.chunks().end()
        && (next == m_book.chunks().end() ? ChunkBook::lastKey : next->first) == unit.endKey;
    const auto now = std::span(m_fleet->rows).subspan(unit.begin, unit.end - unit.begin);
    const bool agesAreDue = isOneChunk && known->second.agesBehind;
    return !isOneChunk || agesAreDue || !std::ranges::equal(before, now, sameValue);
}

bool FleetWriter::writeUnit(const ChunkBook::Unit &unit)
{
    const std::vector<FleetRow> before = m_book.rowsBefore(unit);
    const auto rows = std::span(m_fleet->rows).subspan(unit.begin, unit.end - unit.begin);
    if (!hasNews(unit, before)) {
        ChunkBook::Chunk same = m_book.chunks().at(unit.key);
        same.fleet = m_fleet;
        same.begin = unit.begin;
        same.end = unit.end;
        same.agesBehind = true;
        m_book.written(unit, std::move(same));
        return true;
    }
    const QByteArray encoded = encodeRows(unit.key, rows);
    m_removeChunks.bindValue(0, static_cast<qlonglong>(unit.key));
    m_removeChunks.bindValue(1, static_cast<qlonglong>(unit.endKey));
    m_putChunk.bindValue(0, static_cast<qlonglong>(unit.key));
    m_putChunk.bindValue(1, static_cast<qlonglong>(m_generation + 1));
    m_putChunk.bindValue(2, encoded);
    if (!m_history.record(before, rows) || !m_database.execute(m_removeChunks) || !m_database.execute(m_putChunk))
        return false;
    m_book.written(
        unit, {m_fleet, unit.begin, unit.end, m_generation + 1, checksumIn(encoded), ChunkBook::Clock::now(), false});
    return true;
}

bool FleetWriter::writeFleetRow(bool isLast)
{
    // Until a first fleet stands there to its end, what is there is a part of one.
    const Coverage part{Coverage::Kind::Partial, m_fleet->coverage.expected};
    m_beginFleet.bindValue(0, encodedState(part));
    m_putDirectory.bindValue(0, static_cast<qlonglong>(m_book.directory()));
    if (!m_database.execute(m_beginFleet) || !m_database.execute(m_putDirectory))
        return false;
    if (!isLast)
        return true;
    m_state = encodedState(m_fleet->coverage);
    m_putState.bindValue(0, static_cast<qlonglong>(++m_generation));
    m_putState.bindValue(1, m_state);
    return m_database.execute(m_putState);
}

} // namespace Runnerscope
