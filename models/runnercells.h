// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/roles.h"

#include <QString>

#include <chrono>

// What stands in the cells of runner tables, as plain text for one line. Callable from any thread.

namespace Runnerscope {

/// Empty where nothing is known or there is nothing to say.
QString runnerCellText(const FleetRow &row, RunnerColumn column);
/// \a age: how long ago the row was read.
QString runnerCellToolTip(const FleetRow &row, RunnerColumn column, std::chrono::seconds age);
/// What a screen reader says of it.
QString runnerCellAccessibleText(const FleetRow &row, RunnerColumn column);
/// Whether the text stands for a value that is missing or of little weight.
bool isRunnerCellMuted(const FleetRow &row, RunnerColumn column);

} // namespace Runnerscope
