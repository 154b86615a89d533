// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fleet.h"

#include "models/domain/retire.h"

#include <algorithm>
#include <atomic>

namespace Runnerscope {

quint64 newRowsRevision()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

std::optional<std::size_t> Fleet::indexOf(RunnerId id) const
{
    const auto found = std::ranges::lower_bound(rows, id, {}, [](const FleetRow &row) { return row.runner->id; });
    if (found == rows.end() || found->runner->id != id)
        return std::nullopt;
    return static_cast<std::size_t>(found - rows.begin());
}

const FleetRow *Fleet::find(RunnerId id) const
{
    const auto index = indexOf(id);
    return index ? &rows[*index] : nullptr;
}

FleetPtr shareFleet(Fleet fleet)
{
    return shareRetiring(std::make_unique<const Fleet>(std::move(fleet)));
}

} // namespace Runnerscope
