// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/runnerpulse.h"
#include "models/domain/fleet.h"

#include <functional>

namespace Runnerscope {

/// Merges runners, as they are read, into the next snapshot of a fleet and keeps account of what has changed.
///
/// A runner that reads the same again keeps its place in memory, so that snapshots share it; only its age is renewed.
class FleetBuilder
{
public:
    explicit FleetBuilder(FleetSource source);

    /// Begins with a fleet that was kept from an earlier run, in place of what is there.
    void seed(const Fleet &kept);

    /// Begins a walk over the whole fleet, or over a part of it.
    void beginWalk();
    /// Takes runners that were read at \a readAt, in any order; one that was known is replaced where it differs. Lists
    /// bring the newest managers of a runner only: older ones that are known stay.
    void merge(std::vector<Runner> runners, ServerTime readAt);
    /// Takes what was read again of runners that are known; others are ignored.
    void mergePulses(const std::vector<RunnerPulse> &pulses, ServerTime readAt);
    /// Takes all managers of a runner that is known. Its age stays that of its other fields.
    void mergeManagers(RunnerId id, std::vector<RunnerManager> managers, int managerCount);
    /// Runners that the walk under way has not seen.
    std::vector<RunnerId> unseen() const;
    /// Those of them that were read last before that time.
    std::vector<RunnerId> unseenSince(ServerTime time) const;
    /// A few runners that the walk under way has seen, one of each type.
    std::vector<RunnerId> someSeen() const;
    /// Takes runners out that are known to be gone.
    void remove(const std::vector<RunnerId> &gone);
    /// Takes all out.
    void clear();
    /// Ends a walk over a fleet that cannot hide anything: what it has not seen is gone, and the fleet is whole.
    void endWalk();

    void setCoverage(const Coverage &coverage) { m_coverage = coverage; }
    const Coverage &coverage() const { return m_coverage; }
    void setSource(const FleetSource &source);

    std::size_t size() const { return m_rows.size(); }
    OptionalTime asOf() const { return m_asOf; }
    /// How many different runners the walk under way has seen.
    std::size_t seenInWalk() const { return m_seen; }
    /// Whether the walk under way has seen that one.
    bool hasSeen(RunnerId id) const;
    /// Null when there is none.
    RunnerPtr find(RunnerId id) const;
    /// Calls \a visit with every runner, by id.
    void forEach(const std::function<void(const Runner &)> &visit) const;

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

    std::optional<std::size_t> indexOf(RunnerId id) const;
    Entry *entryOf(RunnerId id);
    void replace(Entry &entry, Runner &&runner, ServerTime readAt);
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
