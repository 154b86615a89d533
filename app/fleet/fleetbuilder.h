// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace Runnerscope {

/// Merges runners, as they are read, into the next snapshot of a fleet and keeps account of what has changed.
///
/// A runner that reads the same again keeps its place in memory, so that snapshots share it; only its age is renewed.
class FleetBuilder
{
public:
    explicit FleetBuilder(FleetSource source);

    /// Begins a walk over the whole fleet.
    void beginWalk();
    /// Takes runners that were read at \a readAt, in any order; one that was known is replaced where it differs.
    void merge(std::vector<Runner> runners, ServerTime readAt);
    /// Ends a walk that has seen everything: the coverage is whole, and runners that did not come are gone. A walk in
    /// which the server counted more runners than it showed ends without this.
    void endWalk();

    void setExpected(std::optional<qint64> expected);
    void setSource(const FleetSource &source);

    std::size_t size() const { return m_rows.size(); }
    /// How many different runners the walk under way has seen.
    std::size_t seenInWalk() const { return m_seen; }

    /// The snapshot of now, and the difference to the one published before.
    struct Publication
    {
        FleetPtr fleet;
        FleetDelta delta;
    };
    Publication publish();

private:
    struct Entry
    {
        FleetRow row;
        quint64 walk = 0; ///< the walk that saw it last
    };

    Entry *find(RunnerId id);
    void update(Entry &entry, Runner &&runner, ServerTime readAt);
    void insert(std::vector<Entry> added);
    FleetDelta takeDelta();

    FleetSource m_source;
    Coverage m_coverage;
    OptionalTime m_asOf;
    std::vector<Entry> m_rows; ///< by id, ascending
    std::vector<RunnerId> m_changed; ///< since the last publication; may repeat an id
    std::vector<RunnerId> m_added;
    std::vector<RunnerId> m_removed;
    quint64 m_walk = 0;
    std::size_t m_seen = 0;
    quint64 m_rowsRevision = newRowsRevision();
};

} // namespace Runnerscope
