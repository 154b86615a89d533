// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetdifference.h"

namespace Runnerscope {

FleetDelta differenceOf(const Fleet &before, const Fleet &after)
{
    FleetDelta delta;
    auto old = before.rows.begin();
    for (const FleetRow &row : after.rows) {
        for (; old != before.rows.end() && old->runner->id < row.runner->id; ++old)
            delta.removed.push_back(old->runner->id);
        if (old == before.rows.end() || old->runner->id != row.runner->id) {
            delta.added.push_back(row.runner->id);
            continue;
        }
        const bool sameFields = old->runner == row.runner || *old->runner == *row.runner;
        if (!sameFields || old->status != row.status)
            delta.changed.push_back(row.runner->id);
        ++old;
    }
    for (; old != before.rows.end(); ++old)
        delta.removed.push_back(old->runner->id);
    return delta;
}

} // namespace Runnerscope
