// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waittable.h"

#include "models/rules/queue/jobfacets.h"

namespace Runnerscope {

WaitTargets::WaitTargets(FacetKind kind, const QHash<FacetNumber, QueueFacet> &numbers)
{
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        m_of.insert(it.key(), targetsOf(kind, *it));
    if (kind == FacetKind::All)
        m_of.insert(0, {place({})}); // of projects that are not known
}

std::vector<FacetNumber> WaitTargets::numbers() const
{
    std::vector<FacetNumber> ascending(m_of.keyBegin(), m_of.keyEnd());
    std::ranges::sort(ascending);
    return ascending;
}

std::size_t WaitTargets::place(const QueueFacet &facet)
{
    const auto known = m_places.constFind(facet);
    if (known != m_places.cend())
        return *known;
    m_facets.push_back(facet);
    return *m_places.insert(facet, m_facets.size() - 1);
}

std::vector<std::size_t> WaitTargets::targetsOf(FacetKind kind, const QueueFacet &facet)
{
    if (kind != FacetKind::Group)
        return {place(kind == FacetKind::All ? QueueFacet{} : facet)};
    std::vector<std::size_t> groups;
    for (const QString &group : groupsAbove(facet.name))
        groups.push_back(place({FacetKind::Group, group}));
    return groups;
}

} // namespace Runnerscope
