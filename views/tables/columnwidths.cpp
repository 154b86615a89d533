// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/columnwidths.h"

#include "views/theme/metrics.h"

#include <algorithm>
#include <numeric>

namespace Runnerscope {

namespace {

int &widthOf(RunnerColumnWidths &widths, RunnerColumn column)
{
    return widths[static_cast<std::size_t>(column)];
}

/// In digits, without the padding of a cell.
constexpr int digitsFor(RunnerColumn column)
{
    switch (column) {
    case RunnerColumn::Status:
    case RunnerColumn::Name:
        return 15;
    case RunnerColumn::Owner:
    case RunnerColumn::Tags:
    case RunnerColumn::CreatedBy:
        return 14;
    case RunnerColumn::Version:
        return 8;
    case RunnerColumn::Type:
    case RunnerColumn::Running:
    case RunnerColumn::LastContact:
        return 7;
    case RunnerColumn::Jobs:
        return 6;
    case RunnerColumn::Managers:
        return 5;
    case RunnerColumn::Count:
        break;
    }
    return 0;
}

constexpr int columnWidth(int digits, int digit)
{
    return digits * digit + 2 * Metrics::small;
}

/// Shares \a extra pixels out to name, owner and tags, 2 : 2 : 1.
void growColumns(RunnerColumnWidths &widths, int extra)
{
    const int fifth = extra / 5;
    widthOf(widths, RunnerColumn::Owner) += 2 * fifth;
    widthOf(widths, RunnerColumn::Tags) += fifth;
    widthOf(widths, RunnerColumn::Name) += extra - 3 * fifth;
}

/// Makes the first five columns fit, as far as they stay readable.
void shrinkColumns(RunnerColumnWidths &widths, int available, int digit)
{
    int &status = widthOf(widths, RunnerColumn::Status);
    int &name = widthOf(widths, RunnerColumn::Name);
    int &owner = widthOf(widths, RunnerColumn::Owner);
    const int fixed = widthOf(widths, RunnerColumn::Version) + widthOf(widths, RunnerColumn::LastContact);
    int missing = fixed + status + name + owner - available;
    const auto take = [&missing, digit](int &width, int leastDigits, int share) {
        const int taken = std::clamp(share, 0, width - columnWidth(leastDigits, digit));
        width -= taken;
        missing -= taken;
    };
    take(status, 11, missing);
    take(owner, 8, (missing + 1) / 2);
    take(name, 9, missing);
}

/// Where columns scroll out of sight anyway, name and owner take what the hosts' column leaves over.
void growBesideHosts(RunnerColumnWidths &widths, int available)
{
    int spare = available;
    for (const RunnerColumn column : {RunnerColumn::Status, RunnerColumn::Name, RunnerColumn::Owner,
             RunnerColumn::Version, RunnerColumn::LastContact, RunnerColumn::Managers})
        spare -= widthOf(widths, column);
    spare = std::max(0, spare);
    widthOf(widths, RunnerColumn::Owner) += spare * 2 / 5;
    widthOf(widths, RunnerColumn::Name) += spare - spare * 2 / 5;
}

} // namespace

RunnerColumnWidths defaultColumnWidths(int available, int digit)
{
    RunnerColumnWidths widths{};
    for (const RunnerColumn column : defaultColumnOrder)
        widthOf(widths, column) = columnWidth(digitsFor(column), digit);
    const int missing = std::accumulate(widths.begin(), widths.end(), 0) - available;
    const int spare = 5 * digit;
    if (missing <= 0)
        growColumns(widths, -missing);
    else if (missing <= spare)
        widthOf(widths, RunnerColumn::Tags) -= missing;
    else {
        shrinkColumns(widths, available, digit);
        growBesideHosts(widths, available);
    }
    return widths;
}

} // namespace Runnerscope
