// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <array>

namespace Runnerscope {

inline constexpr std::size_t runnerColumnCount = static_cast<std::size_t>(RunnerColumn::Count);

using RunnerColumnWidths = std::array<int, runnerColumnCount>;

/// The columns from left to right as the program sets them: what tells whether a runner is well comes first.
inline constexpr std::array<RunnerColumn, runnerColumnCount> defaultColumnOrder{RunnerColumn::Check,
    RunnerColumn::Status, RunnerColumn::Name, RunnerColumn::Owner, RunnerColumn::Version, RunnerColumn::LastContact,
    RunnerColumn::Managers, RunnerColumn::Running, RunnerColumn::Jobs, RunnerColumn::Type, RunnerColumn::Tags,
    RunnerColumn::CreatedBy, RunnerColumn::Id, RunnerColumn::Created, RunnerColumn::Executor, RunnerColumn::Platform,
    RunnerColumn::Address, RunnerColumn::Protected, RunnerColumn::Locked, RunnerColumn::Untagged, RunnerColumn::Timeout,
    RunnerColumn::Projects, RunnerColumn::TokenExpiry, RunnerColumn::Note};

/// Whether a column is there before the user chooses others.
constexpr bool isShownByDefault(RunnerColumn column)
{
    return column == RunnerColumn::Check || column <= RunnerColumn::CreatedBy;
}

using RunnerColumnsShown = std::array<bool, runnerColumnCount>;

/// Widths for a table that is \a available wide, in a font whose digits are \a digit wide. Columns that are not
/// \a shown take no part, but have a width for the time that they are.
///
/// Name, owner and tags share what is left over. Where a little is missing, tags give way. Where more is missing the
/// table scrolls, and status, name and owner shrink so that the columns up to the contact stay in sight.
RunnerColumnWidths defaultColumnWidths(int available, int digit, const RunnerColumnsShown &shown);

/// Of the check column, which nobody changes.
int checkColumnWidth(int digit);

} // namespace Runnerscope
