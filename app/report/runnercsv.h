// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace Runnerscope {

/// Every runner of a fleet as CSV: a header, then a line each. Columns and values are those of runnerJson(); lists are
/// joined by commas, nothing is an empty cell.
QString runnersCsv(const Fleet &fleet);

} // namespace Runnerscope
