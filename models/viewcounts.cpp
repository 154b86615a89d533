// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewcounts.h"

#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"

#include <QHash>

#include <memory>
#include <utility>

namespace Runnerscope {

namespace {

/// The work itself. What it knows of a fleet is kept while the rows stay the same. Used by one thread at a time.
class ViewCounting
{
public:
    std::vector<ViewCount> count(const FleetPtr &fleet, const std::vector<FilterExpression> &views)
    {
        if (std::exchange(m_revision, fleet->rowsRevision) != fleet->rowsRevision)
            m_known.clear();
        m_index.setFleet(fleet);
        QHash<QString, ViewCount> asked; // what nobody asks for any more is forgotten
        std::vector<ViewCount> counts;
        for (const FilterExpression &view : views) {
            const auto known = m_known.constFind(view.text());
            counts.push_back(known == m_known.cend() ? countOne(view) : *known);
            m_known.insert(view.text(), counts.back());
            asked.insert(view.text(), counts.back());
        }
        m_known.swap(asked);
        return counts;
    }

private:
    ViewCount countOne(const FilterExpression &view)
    {
        auto matched = evaluate(view, m_index);
        if (auto *error = std::get_if<FilterError>(&matched))
            return std::move(*error);
        return countOf(std::get<FilterMask>(matched));
    }

    FilterIndex m_index;
    quint64 m_revision = 0; ///< of the rows that m_known speaks of
    QHash<QString, ViewCount> m_known; ///< by the text of the filter
};

} // namespace

ViewCounts::ViewCounts(QObject *parent) :
    QObject(parent),
    m_work(
        [counting = std::make_shared<ViewCounting>()](const Request &request) {
            return Result{request.fleet->source.instance, request.views, counting->count(request.fleet, request.views)};
        },
        [this](const Result &result) { take(result); })
{
}

void ViewCounts::request(const FleetPtr &fleet, const std::vector<FilterExpression> &views)
{
    if (m_revision == fleet->rowsRevision && m_views == views)
        return;
    if (m_views != views || m_instance != fleet->source.instance)
        m_counts.clear();
    m_revision = fleet->rowsRevision;
    m_instance = fleet->source.instance;
    m_views = views;
    m_work.request({fleet, views});
}

/// Of rows that are no longer the newest, too: where rows change faster than they are counted, there are counts.
void ViewCounts::take(const Result &result)
{
    const bool isAskedFor = result.instance == m_instance && result.views == m_views;
    if (!isAskedFor || result.counts == m_counts)
        return;
    m_counts = result.counts;
    emit counted();
}

} // namespace Runnerscope
