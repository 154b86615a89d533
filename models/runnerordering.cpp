// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnerordering.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace Runnerscope {

/// The search text of the fleet that was searched last; kept while people type, dropped when they stop searching.
struct RunnerOrdering::SearchCache
{
    FleetPtr fleet;
    SearchText text;

    const SearchText &textFor(const Request &request)
    {
        const FleetPtr wanted = request.filter.text.trimmed().isEmpty() ? nullptr : request.fleet;
        if (fleet != wanted) {
            text = wanted ? SearchText(*wanted) : SearchText();
            fleet = wanted;
        }
        return text;
    }
};

RunnerOrdering::RunnerOrdering(QObject *parent) :
    QObject(parent),
    m_cache(std::make_shared<SearchCache>())
{
    connect(&m_work, &QFutureWatcherBase::finished, this, &RunnerOrdering::finish);
}

void RunnerOrdering::request(Request request)
{
    if (m_busy)
        m_waiting = std::move(request);
    else
        start(std::move(request));
}

void RunnerOrdering::start(Request request)
{
    m_busy = true;
    auto promise = std::make_shared<QPromise<OrderedRowsPtr>>();
    m_work.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, request = std::move(request), cache = m_cache] {
        promise->start();
        promise->addResult(std::make_shared<const OrderedRows>(orderRows(request, cache->textFor(request))));
        promise->finish();
    });
}

void RunnerOrdering::finish()
{
    const OrderedRowsPtr rows = m_work.result();
    m_busy = false;
    if (m_waiting)
        start(*std::exchange(m_waiting, std::nullopt));
    emit ordered(rows);
}

OrderedRows orderRows(const RunnerOrdering::Request &request, const SearchText &text)
{
    OrderedRows rows{
        request.fleet, request.sort, request.filter, request.generation, countRunners(*request.fleet), {}, {}};
    rows.order = matchingRows(*request.fleet, text, request.filter);
    sortRows(rows.order, *request.fleet, request.sort);
    rows.positions.assign(request.fleet->rows.size(), OrderedRows::hidden);
    for (std::size_t position = 0; position < rows.order.size(); ++position)
        rows.positions[rows.order[position]] = static_cast<quint32>(position);
    return rows;
}

} // namespace Runnerscope
