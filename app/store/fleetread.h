// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/chunkbook.h"
#include "app/store/database.h"
#include "app/store/fleetcoding.h"

namespace Runnerscope {

/// What was read of the cache at one moment.
struct FleetRead
{
    enum class Outcome {
        Fleet,
        Nothing, ///< no fleet has been kept
        Damaged,
        Newer, ///< written by a newer program
        Failed, ///< see the failure of the database
    };

    Outcome outcome = Outcome::Nothing;
    FleetPtr fleet;
    FleetState state;
    ChunkBook book; ///< refers to rows of fleet
    qint64 generation = 0; ///< the greatest that is in the file
    qint64 wholeGeneration = 0; ///< of the last fleet that was kept to its end
};

/// Reads what belongs to all rows only. False when there is nothing, or nothing that can be read.
bool readFleetState(Database &database, InstanceId instance, FleetState &state);

/// Reads the fleet. Chunks that are the same as in \a before are taken over from there, so that snapshots share them.
FleetRead readFleet(Database &database, InstanceId instance, const FleetRead &before = {});

} // namespace Runnerscope
