// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/roles.h"

#include <QString>

#include <vector>

namespace Runnerscope {

enum class RowsFormat {
    Text, ///< cells apart by tabs, as spreadsheets paste them
    Markdown,
    Csv,
};

/// Rows as they look in the table, under the captions of its columns. What runners say of themselves is neither markup
/// nor a formula nor a further row in it.
QString rowsText(const std::vector<FleetRow> &rows, const std::vector<RunnerColumn> &columns, RowsFormat format);

} // namespace Runnerscope
