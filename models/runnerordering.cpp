// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnerordering.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace Runnerscope {

/// What filtering and sorting prepare of a fleet, kept while its rows stay the same: people type and sort on.
struct RunnerOrdering::Cache
{
    quint64 textRevision = 0; ///< of the rows in text; 0: there is none
    SearchText text;
    quint64 ranksRevision = 0;
    RunnerSortKey ranksKey = RunnerSortKey::Id;
    SortRanks ranks;

    const SearchText &textFor(const Request &request)
    {
        const bool searches = !request.filter.text.trimmed().isEmpty();
        const quint64 wanted = searches ? request.fleet->rowsRevision : 0;
        if (std::exchange(textRevision, wanted) != wanted)
            text = searches ? SearchText(*request.fleet) : SearchText();
        return text;
    }

    const SortRanks &ranksFor(const Request &request)
    {
        if (ranksRevision != request.fleet->rowsRevision || ranksKey != request.sort.key)
            ranks = sortRanks(*request.fleet, request.sort.key);
        ranksRevision = request.fleet->rowsRevision;
        ranksKey = request.sort.key;
        return ranks;
    }
};

RunnerOrdering::RunnerOrdering(QObject *parent) :
    QObject(parent),
    m_cache(std::make_shared<Cache>())
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
        promise->addResult(
            std::make_shared<const OrderedRows>(orderRows(request, cache->textFor(request), cache->ranksFor(request))));
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

OrderedRows orderRows(const RunnerOrdering::Request &request, const SearchText &text, const SortRanks &ranks)
{
    OrderedRows rows{request.fleet, request.sort, request.filter, countRunners(*request.fleet), {}, {}};
    rows.order = matchingRows(*request.fleet, text, request.filter);
    sortRows(rows.order, ranks, request.sort.order);
    rows.positions.assign(request.fleet->rows.size(), OrderedRows::hidden);
    for (std::size_t position = 0; position < rows.order.size(); ++position)
        rows.positions[rows.order[position]] = static_cast<quint32>(position);
    return rows;
}

} // namespace Runnerscope
