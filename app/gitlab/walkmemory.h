// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"
#include "app/gitlab/fleetwalk.h"

#include <QStringList>

namespace Runnerscope {

/// What a walk over a fleet leaves to the next one, also to that of the next run of the program.
struct WalkMemory
{
    ListBookmarks bookmarks;
    /// The lists that the fleet was read from: only a walk over the same lists can show that a runner is missing.
    QStringList scope;

    static WalkMemory read(const FleetArchive &archive);
    void write(FleetArchive &archive) const;
};

/// The keys of the lists whose part was not refused.
QStringList scopeOf(const std::vector<RunnerList> &lists, const std::vector<FleetPart> &parts);

} // namespace Runnerscope
