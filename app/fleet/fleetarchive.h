// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/queuearchive.h"
#include "models/domain/fleet.h"
#include "models/domain/runnerhistory.h"
#include "models/domain/storetrouble.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace Runnerscope {

/// Where a FleetService keeps its last fleet from one run of the program to the next. Made, used and destroyed on the
/// service's thread. No function throws, waits for another program, or fails the caller: what goes wrong is said by
/// the trouble listener, and the fleet is then simply not kept.
class FleetArchive
{
public:
    using TroubleListener = std::function<void(const StoreTrouble &)>;

    virtual ~FleetArchive() = default;

    /// Hears of each trouble once, also of one that came up before it was set.
    virtual void setTroubleListener(TroubleListener listener) = 0;

    /// The fleet that was kept last; null when there is none. Every row has the age it was read at.
    virtual FleetPtr load() = 0;
    /// Returns soon: what is much is written bit by bit from the event loop; a newer fleet replaces one that waits.
    /// Rows that share their runner with the fleet kept before are known to be the same.
    virtual void keep(const FleetPtr &fleet) = 0;

    /// What has been seen of a runner in all fleets that were kept; empty when nothing is known.
    virtual RunnerHistory history(RunnerId id) = 0;

    /// Where the history of its queue is kept; it lives as long as this. Null: nowhere.
    virtual QueueArchive *queue() { return nullptr; }

    /// Small texts of the service's own, such as where a walk may start. A missing one is empty.
    virtual QByteArray note(const QString &key) const = 0;
    /// Written together with the next fleet that is kept, so that a note never speaks of rows that are not there.
    virtual void setNote(const QString &key, const QByteArray &value) = 0;
};

} // namespace Runnerscope
