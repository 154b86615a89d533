// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/runner.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

/// What a fleet was read from.
struct FleetSource
{
    InstanceId instance{};
    QString label; ///< for people: the host, or the name of the demo fleet
    QString webUrl; ///< base address of the server; empty for the demo fleet
    QString serverVersion; ///< empty until known
    QString userName; ///< whom the token belongs to; empty until known
    bool demo = false;
    bool cached = false; ///< no server has answered in this run of the program: as it was kept on this computer

    friend bool operator==(const FleetSource &, const FleetSource &) = default;
};

/// One row of a fleet: the runner, the server's time of the answer that brought it, and its status at that time.
struct FleetRow
{
    RunnerPtr runner;
    ServerTime readAt{};
    RunnerStatus status = RunnerStatus::Offline;
    bool kept = false; ///< as it was kept on this computer: nothing has been read of it in this run of the program
};

/// A number that no other set of rows in this run of the program has. Callable from any thread.
quint64 newRowsRevision();

/// An immutable snapshot of a fleet, shared between threads. Unchanged rows are shared between snapshots.
struct Fleet
{
    /// The same in two snapshots whose rows differ in nothing but their age. A copy keeps it.
    quint64 rowsRevision = newRowsRevision();
    FleetSource source;
    Coverage coverage;
    std::vector<FleetRow> rows; ///< by id, ascending, each id once
    OptionalTime asOf; ///< server's time of the newest answer; none while nothing was read

    const FleetRow *find(RunnerId id) const;
    /// Index into rows, or nothing.
    std::optional<std::size_t> indexOf(RunnerId id) const;
};

using FleetPtr = std::shared_ptr<const Fleet>;

/// Wraps a snapshot so that its last owner, whichever thread it lives on, does not pay for its destruction: that is
/// done by QThreadPool's global pool.
FleetPtr shareFleet(Fleet fleet);

/// What distinguishes a snapshot from the one published before it. Ids ascend. The age of rows is no difference.
struct FleetDelta
{
    std::vector<RunnerId> added;
    std::vector<RunnerId> changed; ///< any field, or the status
    std::vector<RunnerId> removed;

    bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::FleetPtr)
Q_DECLARE_METATYPE(Runnerscope::FleetDelta)
