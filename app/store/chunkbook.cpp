// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/chunkbook.h"

#include "app/store/bytes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::size_t most = 2 * ChunkBook::usualSize;
constexpr std::size_t fewest = ChunkBook::usualSize / 4;

std::span<const FleetRow> rowsOf(const ChunkBook::Chunk &chunk)
{
    return std::span(chunk.fleet->rows).subspan(chunk.begin, chunk.end - chunk.begin);
}

bool sameButForAge(const FleetRow &a, const FleetRow &b)
{
    return a.runner == b.runner && a.status == b.status;
}

bool sameAge(const FleetRow &a, const FleetRow &b)
{
    return a.readAt == b.readAt;
}

/// Appends the units for a stretch of runners, the highest first: until the lowest is written, an old chunk with its
/// key speaks for what is below.
void appendUnits(std::vector<ChunkBook::Unit> &units, const ChunkBook::Unit &stretch, const Fleet &fleet)
{
    const std::size_t size = stretch.end - stretch.begin;
    const std::size_t parts = size <= most ? 1 : (size + ChunkBook::usualSize - 1) / ChunkBook::usualSize;
    qint64 endKey = stretch.endKey;
    std::size_t end = stretch.end;
    for (std::size_t part = parts; part-- > 0;) {
        const std::size_t begin = stretch.begin + size * part / parts;
        const qint64 key = part == 0 ? stretch.key : fleet.rows[begin].runner->id.number;
        units.push_back({key, endKey, begin, end});
        endKey = key;
        end = begin;
    }
}

} // namespace

std::pair<std::size_t, std::size_t> rowsWithin(std::span<const FleetRow> rows, qint64 key, qint64 endKey)
{
    const auto number = [](const FleetRow &row) { return row.runner->id.number; };
    const auto begin = std::ranges::lower_bound(rows, key, {}, number);
    const auto end =
        endKey == ChunkBook::lastKey ? rows.end() : std::ranges::lower_bound(begin, rows.end(), endKey, {}, number);
    return {static_cast<std::size_t>(begin - rows.begin()), static_cast<std::size_t>(end - rows.begin())};
}

std::vector<ChunkBook::Unit> ChunkBook::plan(const FleetPtr &fleet, Clock::time_point now)
{
    std::vector<Unit> units;
    const std::span<const FleetRow> rows(fleet->rows);
    if (m_chunks.empty())
        appendUnits(units, {0, lastKey, 0, rows.size()}, *fleet);
    std::size_t begin = 0;
    for (auto it = m_chunks.begin(); it != m_chunks.end();) {
        auto &[key, chunk] = *it;
        const auto keyAfter = [this](auto at) { return at == m_chunks.end() ? lastKey : at->first; };
        qint64 endKey = keyAfter(++it);
        std::size_t end = begin + rowsWithin(rows.subspan(begin), key, endKey).second;
        if (std::ranges::equal(rowsOf(chunk), rows.subspan(begin, end - begin), sameButForAge)) {
            chunk.agesBehind =
                chunk.agesBehind || !std::ranges::equal(rowsOf(chunk), rows.subspan(begin, end - begin), sameAge);
            chunk.fleet = fleet;
            chunk.begin = begin;
            chunk.end = end;
            if (chunk.agesBehind && now - chunk.written >= ageLag)
                units.push_back({key, endKey, begin, end});
        } else {
            while (end - begin < fewest && it != m_chunks.end()) { // takes the next one in
                endKey = keyAfter(++it);
                end = begin + rowsWithin(rows.subspan(begin), key, endKey).second;
            }
            appendUnits(units, {key, endKey, begin, end}, *fleet);
        }
        begin = end;
    }
    return units;
}

std::vector<FleetRow> ChunkBook::rowsBefore(const Unit &unit) const
{
    std::vector<FleetRow> result;
    auto it = m_chunks.upper_bound(unit.key);
    if (it != m_chunks.begin())
        --it;
    for (; it != m_chunks.end() && it->first < unit.endKey; ++it) {
        const auto next = std::next(it);
        const qint64 chunkEnd = next == m_chunks.end() ? lastKey : next->first;
        const std::span<const FleetRow> rows = rowsOf(it->second);
        const auto [begin, end] = rowsWithin(rows, std::max(it->first, unit.key), std::min(chunkEnd, unit.endKey));
        result.insert(result.end(), rows.begin() + static_cast<std::ptrdiff_t>(begin),
            rows.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return result;
}

void ChunkBook::written(const Unit &unit, Chunk chunk)
{
    m_chunks.erase(m_chunks.lower_bound(unit.key), m_chunks.lower_bound(unit.endKey));
    add(unit.key, std::move(chunk));
}

quint64 ChunkBook::directory() const
{
    quint64 sum = fnvOffsetBasis;
    for (const auto &[key, chunk] : m_chunks) {
        std::array<char, 2 * sizeof(quint64)> entry{};
        qToLittleEndian(key, entry.data());
        qToLittleEndian(chunk.checksum, entry.data() + sizeof(quint64));
        sum = fnv1a(sum, entry.data(), entry.size());
    }
    return sum;
}

} // namespace Runnerscope
