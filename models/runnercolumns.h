// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "models/rules/runnerorder.h"

#include <QString>

#include <optional>

// What is the same for all cells of a column of runner tables.

namespace Runnerscope {

/// The caption over the column.
QString runnerColumnTitle(RunnerColumn column);
/// What stands in the column, as a sentence.
QString runnerColumnExplanation(RunnerColumn column);
/// Whether its cells are at the end of the column, below each other digit by digit.
bool isNumericColumn(RunnerColumn column);
Qt::TextElideMode elideModeOf(RunnerColumn column);
/// Nothing for a column that rows are not sorted by.
std::optional<RunnerSortKey> sortKeyOf(RunnerColumn column);

} // namespace Runnerscope
