// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnerselection.h"

#include <algorithm>
#include <iterator>

namespace Runnerscope {

bool RunnerSelection::contains(RunnerId id) const
{
    return std::ranges::binary_search(m_ids, id);
}

void RunnerSelection::add(std::span<const RunnerId> ids)
{
    std::vector<RunnerId> all;
    all.reserve(m_ids.size() + ids.size());
    std::ranges::set_union(m_ids, ids, std::back_inserter(all));
    m_ids = std::move(all);
}

void RunnerSelection::remove(std::span<const RunnerId> ids)
{
    std::vector<RunnerId> rest;
    rest.reserve(m_ids.size());
    std::ranges::set_difference(m_ids, ids, std::back_inserter(rest));
    m_ids = std::move(rest);
}

} // namespace Runnerscope
