// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnerordering.h"

#include "models/rules/filter/filterevaluation.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Runnerscope {

FilterMask shownRows(const OrderedRows &rows)
{
    FilterMask mask(rows.positions.size());
    std::ranges::transform(
        rows.positions, mask.begin(), [](quint32 position) { return quint8(position != OrderedRows::hidden); });
    return mask;
}

RunnerOrdering::RunnerOrdering(QObject *parent) :
    QObject(parent),
    m_work([orders = std::make_shared<FleetOrders>()](
               const Request &request) { return std::make_shared<const OrderedRows>(orders->order(request)); },
        [this](const OrderedRowsPtr &rows) { emit ordered(rows); })
{
}

OrderedRows FleetOrders::order(const RunnerOrdering::Request &request)
{
    const Fleet &fleet = *request.fleet;
    m_index.setFleet(request.fleet);
    OrderedRows rows{request.fleet, request.sort, request.filter, {}, counted(fleet), {}, {}, idsOf(fleet)};
    const std::vector<quint32> &all = sorted(fleet, request.sort);
    const FilterMask mask = match(request, rows);
    rows.order.reserve(all.size());
    rows.positions.assign(fleet.rows.size(), OrderedRows::hidden);
    for (const quint32 row : all) {
        if (mask[row] == 0)
            continue;
        rows.positions[row] = static_cast<quint32>(rows.order.size());
        rows.order.push_back(row);
    }
    return rows;
}

FilterMask FleetOrders::match(const RunnerOrdering::Request &request, OrderedRows &rows)
{
    auto matched = evaluate(request.filter, m_index);
    if (const auto *error = std::get_if<FilterError>(&matched)) {
        rows.refusal = *error;
        rows.filter = request.otherwise;
        matched = evaluate(request.otherwise, m_index);
    }
    if (std::holds_alternative<FilterError>(matched)) { // has answered before, of other rows
        rows.filter = {};
        matched = FilterMask(request.fleet->rows.size(), 1);
    }
    return std::get<FilterMask>(std::move(matched));
}

const std::vector<quint32> &FleetOrders::sorted(const Fleet &fleet, RunnerSort sort)
{
    if (m_sortedRevision == fleet.rowsRevision && m_sort == sort)
        return m_sorted;
    m_sorted = sortedRows(sortRanks(fleet, sort.key), sort.order);
    m_sortedRevision = fleet.rowsRevision;
    m_sort = sort;
    return m_sorted;
}

const FleetCounts &FleetOrders::counted(const Fleet &fleet)
{
    if (std::exchange(m_countsRevision, fleet.rowsRevision) != fleet.rowsRevision)
        m_counts = countRunners(fleet);
    return m_counts;
}

const std::shared_ptr<const std::vector<RunnerId>> &FleetOrders::idsOf(const Fleet &fleet)
{
    if (std::exchange(m_idsRevision, fleet.rowsRevision) == fleet.rowsRevision)
        return m_ids;
    auto ids = std::make_shared<std::vector<RunnerId>>();
    ids->reserve(fleet.rows.size());
    std::ranges::transform(fleet.rows, std::back_inserter(*ids), [](const FleetRow &row) { return row.runner->id; });
    m_ids = std::move(ids);
    return m_ids;
}

} // namespace Runnerscope
