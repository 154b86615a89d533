// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/counts.h"
#include "models/rules/runnerfilter.h"
#include "models/rules/runnerorder.h"

#include <QFutureWatcher>
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
    RunnerFilter filter;
    FleetCounts counts; ///< of the whole fleet, whatever the filter
    std::vector<quint32> order; ///< table row → index into the fleet's rows
    std::vector<quint32> positions; ///< index into the fleet's rows → table row, or hidden
};

using OrderedRowsPtr = std::shared_ptr<const OrderedRows>;

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
        RunnerFilter filter;
    };

    explicit RunnerOrdering(QObject *parent = nullptr);

    void request(Request request);
    bool isBusy() const { return m_busy; }

signals:
    void ordered(const Runnerscope::OrderedRowsPtr &rows);

private:
    struct Cache;

    void start(Request request);
    void finish();

    QFutureWatcher<OrderedRowsPtr> m_work;
    std::shared_ptr<Cache> m_cache; ///< used by one pool thread at a time
    std::optional<Request> m_waiting;
    bool m_busy = false;
};

/// The work itself, for callers that have a thread to spare. \a text may be empty when the filter has no text.
OrderedRows orderRows(const RunnerOrdering::Request &request, const SearchText &text, const SortRanks &ranks);

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::OrderedRowsPtr)
