// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <array>

namespace Runnerscope {

inline constexpr std::size_t runnerColumnCount = static_cast<std::size_t>(RunnerColumn::Count);

using RunnerColumnWidths = std::array<int, runnerColumnCount>;

/// The columns from left to right as the program sets them: what tells whether a runner is well comes first.
inline constexpr std::array<RunnerColumn, runnerColumnCount> defaultColumnOrder{RunnerColumn::Status,
    RunnerColumn::Name, RunnerColumn::Owner, RunnerColumn::Version, RunnerColumn::LastContact, RunnerColumn::Managers,
    RunnerColumn::Running, RunnerColumn::Jobs, RunnerColumn::Type, RunnerColumn::Tags, RunnerColumn::CreatedBy};

/// Widths for a table that is \a available wide, in a font whose digits are \a digit wide.
///
/// Name, owner and tags share what is left over. Where a little is missing, tags give way. Where more is missing the
/// table scrolls, and status, name and owner shrink so that the first five columns stay in sight.
RunnerColumnWidths defaultColumnWidths(int available, int digit);

} // namespace Runnerscope
