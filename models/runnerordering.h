// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestwork.h"
#include "models/rules/counts.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filtermask.h"
#include "models/rules/runnerorder.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Runnerscope {

/// The rows of a table: which of a fleet's rows, in which order. Immutable, made off the GUI thread.
struct OrderedRows
{
    /// Stands in positions for a row that the filter hides.
    static constexpr quint32 hidden = 0xffffffff;

    FleetPtr fleet;
    RunnerSort sort;
    FilterExpression filter;
    std::optional<FilterError> refusal; ///< another filter was asked for, and cannot be answered
    FleetCounts counts; ///< of the whole fleet, whatever the filter
    std::vector<quint32> order; ///< table row → index into the fleet's rows
    std::vector<quint32> positions; ///< index into the fleet's rows → table row, or hidden
    std::shared_ptr<const std::vector<RunnerId>> ids; ///< of the fleet's rows, side by side in memory
};

using OrderedRowsPtr = std::shared_ptr<const OrderedRows>;

/// The rows of the fleet that the filter does not hide.
FilterMask shownRows(const OrderedRows &rows);

class FleetOrders;

/// Filters and sorts fleets on the global thread pool, one at a time; of several waiting requests only the newest is
/// worked on.
class RunnerOrdering : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        FleetPtr fleet;
        RunnerSort sort;
        FilterExpression filter;
        FilterExpression otherwise; ///< the filter to take when that one cannot be answered
    };

    explicit RunnerOrdering(QObject *parent = nullptr);

    void request(Request request) { m_work.request(std::move(request)); }
    bool isBusy() const { return m_work.isBusy(); }

signals:
    void ordered(const Runnerscope::OrderedRowsPtr &rows);

private:
    NewestWork<Request, OrderedRowsPtr> m_work;
};

/// The work itself, for callers that have a thread to spare; what it prepares of a fleet is kept while the rows stay
/// the same, since people type and sort on. Used by one thread at a time.
class FleetOrders
{
public:
    OrderedRows order(const RunnerOrdering::Request &request);

private:
    FilterMask match(const RunnerOrdering::Request &request, OrderedRows &rows);
    /// All rows of the fleet in order.
    const std::vector<quint32> &sorted(const Fleet &fleet, RunnerSort sort);
    const FleetCounts &counted(const Fleet &fleet);
    const std::shared_ptr<const std::vector<RunnerId>> &idsOf(const Fleet &fleet);

    FilterIndex m_index;
    quint64 m_sortedRevision = 0; ///< of the rows in m_sorted; 0: there are none
    RunnerSort m_sort;
    std::vector<quint32> m_sorted;
    quint64 m_countsRevision = 0;
    FleetCounts m_counts;
    quint64 m_idsRevision = 0;
    std::shared_ptr<const std::vector<RunnerId>> m_ids;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::OrderedRowsPtr)
