// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/idselection.h"
#include "models/runnerordering.h"

#include <vector>

namespace Runnerscope {

/// The rows of the selected runners that are in the fleet: as they stand in the table, then those that its filter
/// hides. With nothing selected, all rows of the table. Callable from any thread; as long as the fleet is.
std::vector<FleetRow> selectedRows(const OrderedRows &rows, const RunnerSelection &selection);

} // namespace Runnerscope
