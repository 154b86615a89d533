// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectedrows.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// One mark for each row of the fleet.
std::vector<quint8> marksOf(const std::vector<RunnerId> &ids, const RunnerSelection &selection)
{
    std::vector<quint8> marks(ids.size(), selection.isEmpty());
    auto known = ids.begin();
    for (const RunnerId id : selection.ids()) {
        known = std::find_if(known, ids.end(), [id](RunnerId other) { return other >= id; });
        if (known != ids.end() && *known == id)
            marks[static_cast<std::size_t>(known - ids.begin())] = 1;
    }
    return marks;
}

} // namespace

std::vector<FleetRow> selectedRows(const OrderedRows &rows, const RunnerSelection &selection)
{
    const std::vector<quint8> marks = marksOf(*rows.ids, selection);
    std::vector<FleetRow> selected;
    for (const quint32 row : rows.order) {
        if (marks[row])
            selected.push_back(rows.fleet->rows[row]);
    }
    if (selection.isEmpty())
        return selected;
    for (std::size_t row = 0; row < marks.size(); ++row) {
        if (marks[row] && rows.positions[row] == OrderedRows::hidden)
            selected.push_back(rows.fleet->rows[row]);
    }
    return selected;
}

} // namespace Runnerscope
