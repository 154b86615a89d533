// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <chrono>
#include <limits>
#include <map>
#include <span>
#include <vector>

namespace Runnerscope {

/// Knows which rows stand in which chunk of the file, and from that which chunks have to be written for another fleet.
///
/// A chunk speaks for the runners from its key up to the key of the next chunk; rows of it beyond count as not there.
/// So chunks can be written one after the other, and after each of them every runner stands in the file once.
class ChunkBook
{
public:
    using Clock = std::chrono::steady_clock;

    /// Rows that stand in the file.
    struct Chunk
    {
        FleetPtr fleet;
        std::size_t begin = 0; ///< in its rows
        std::size_t end = 0;
        qint64 generation = 0;
        quint64 checksum = 0;
        Clock::time_point written{};
        bool agesBehind = false; ///< rows are younger in fleet than in the file
    };
    /// One chunk to be written. Other chunks with keys between key and endKey go.
    struct Unit
    {
        qint64 key = 0;
        qint64 endKey = 0;
        std::size_t begin = 0; ///< in the rows of the new fleet
        std::size_t end = 0;
    };

    static constexpr qint64 lastKey = std::numeric_limits<qint64>::max();
    static constexpr std::size_t usualSize = 256;
    /// A chunk of which only ages have changed is written again when it is as old as this.
    static constexpr std::chrono::minutes ageLag{10};

    const std::map<qint64, Chunk> &chunks() const { return m_chunks; }
    void clear() { m_chunks.clear(); }
    void add(qint64 key, Chunk chunk) { m_chunks.insert_or_assign(key, std::move(chunk)); }

    /// What must be written, in this order, until the file holds \a fleet. Chunks that need not be written refer to it
    /// from then on.
    std::vector<Unit> plan(const FleetPtr &fleet, Clock::time_point now);
    /// The rows that the file has for the runners of \a unit.
    std::vector<FleetRow> rowsBefore(const Unit &unit) const;
    void written(const Unit &unit, Chunk chunk);

    /// A checksum over all chunks, so that none can be missing, old or twice.
    quint64 directory() const;

private:
    std::map<qint64, Chunk> m_chunks;
};

/// The rows of \a rows, which ascend, from \a key up to before \a endKey, as positions.
std::pair<std::size_t, std::size_t> rowsWithin(std::span<const FleetRow> rows, qint64 key, qint64 endKey);

} // namespace Runnerscope
