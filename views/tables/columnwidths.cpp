// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/columnwidths.h"

#include "views/theme/metrics.h"

#include <algorithm>
#include <numeric>
#include <span>

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
    case RunnerColumn::Address:
    case RunnerColumn::Platform:
        return 14;
    case RunnerColumn::CreatedBy:
        return 13;
    case RunnerColumn::Tags:
        return 11;
    case RunnerColumn::Note:
        return 24;
    case RunnerColumn::Executor:
    case RunnerColumn::Timeout:
    case RunnerColumn::TokenExpiry:
    case RunnerColumn::Protected:
    case RunnerColumn::Untagged:
        return 10;
    case RunnerColumn::Version:
        return 8;
    case RunnerColumn::Type:
    case RunnerColumn::Running:
    case RunnerColumn::LastContact:
    case RunnerColumn::Id:
    case RunnerColumn::Created:
    case RunnerColumn::Locked:
    case RunnerColumn::Projects:
        return 7;
    case RunnerColumn::Jobs:
        return 6;
    case RunnerColumn::Managers:
        return 5;
    case RunnerColumn::Check:
        return 2;
    case RunnerColumn::Count:
        break;
    }
    return 0;
}

constexpr int columnWidth(int digits, int digit)
{
    return digits * digit + 2 * Metrics::small;
}

/// The widths of the columns that are shown; the others count as nothing.
class ShownWidths
{
public:
    ShownWidths(RunnerColumnWidths &widths, const RunnerColumnsShown &shown) :
        m_widths(widths),
        m_shown(shown)
    {
    }

    int of(RunnerColumn column) const { return isShown(column) ? m_widths[static_cast<std::size_t>(column)] : 0; }
    bool isShown(RunnerColumn column) const { return m_shown[static_cast<std::size_t>(column)]; }
    int sum(std::span<const RunnerColumn> columns) const
    {
        return std::accumulate(
            columns.begin(), columns.end(), 0, [this](int total, RunnerColumn column) { return total + of(column); });
    }
    void grow(RunnerColumn column, int by)
    {
        if (isShown(column))
            widthOf(m_widths, column) += by;
    }

private:
    RunnerColumnWidths &m_widths;
    const RunnerColumnsShown &m_shown;
};

constexpr std::array firstColumns{RunnerColumn::Check, RunnerColumn::Status, RunnerColumn::Name, RunnerColumn::Owner,
    RunnerColumn::Version, RunnerColumn::LastContact, RunnerColumn::Managers};

/// Shares \a extra pixels out to name, owner and tags, 2 : 2 : 1.
void growColumns(ShownWidths &widths, int extra)
{
    const int fifth = extra / 5;
    widths.grow(RunnerColumn::Owner, 2 * fifth);
    widths.grow(RunnerColumn::Tags, fifth);
    widths.grow(RunnerColumn::Name, extra - 3 * fifth);
}

/// Makes the columns up to the contact fit, as far as they stay readable.
void shrinkColumns(ShownWidths &widths, int available, int digit)
{
    int missing = widths.sum(std::span(firstColumns).first(firstColumns.size() - 1)) - available;
    const auto take = [&](RunnerColumn column, int leastDigits, int share) {
        if (!widths.isShown(column))
            return;
        const int taken = std::clamp(share, 0, widths.of(column) - columnWidth(leastDigits, digit));
        widths.grow(column, -taken);
        missing -= taken;
    };
    take(RunnerColumn::Status, 9, missing);
    take(RunnerColumn::Owner, 7, (missing + 1) / 2);
    take(RunnerColumn::Name, 8, missing);
}

/// Where columns scroll out of sight anyway, name and owner take what the hosts' column leaves over.
void growBesideHosts(ShownWidths &widths, int available)
{
    const int spare = std::max(0, available - widths.sum(firstColumns));
    widths.grow(RunnerColumn::Owner, spare * 2 / 5);
    widths.grow(RunnerColumn::Name, spare - spare * 2 / 5);
}

} // namespace

int checkColumnWidth(int digit)
{
    return columnWidth(digitsFor(RunnerColumn::Check), digit);
}

RunnerColumnWidths defaultColumnWidths(int available, int digit, const RunnerColumnsShown &shown)
{
    RunnerColumnWidths all{};
    for (const RunnerColumn column : defaultColumnOrder)
        widthOf(all, column) = columnWidth(digitsFor(column), digit);
    ShownWidths widths(all, shown);
    const int missing = widths.sum(defaultColumnOrder) - available;
    const int spare = 5 * digit;
    if (missing <= 0)
        growColumns(widths, -missing);
    else if (missing <= spare && widths.isShown(RunnerColumn::Tags))
        widths.grow(RunnerColumn::Tags, -missing);
    else {
        shrinkColumns(widths, available, digit);
        growBesideHosts(widths, available);
    }
    return all;
}

} // namespace Runnerscope
