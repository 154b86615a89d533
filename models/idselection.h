// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/runnerid.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace Runnerscope {

/// A set of things that somebody has chosen one by one or all at once, by their ids. It knows nothing of rows: what
/// leaves the table stays chosen until the choice is cleared.
template <typename Id>
class IdSelection
{
public:
    bool contains(Id id) const { return std::ranges::binary_search(m_ids, id); }
    bool isEmpty() const { return m_ids.empty(); }
    std::size_t size() const { return m_ids.size(); }
    /// Ascending.
    const std::vector<Id> &ids() const { return m_ids; }

    /// \a ids ascend. As fast as a merge.
    void add(std::span<const Id> ids)
    {
        std::vector<Id> all;
        all.reserve(m_ids.size() + ids.size());
        std::ranges::set_union(m_ids, ids, std::back_inserter(all));
        m_ids = std::move(all);
    }
    void remove(std::span<const Id> ids)
    {
        std::vector<Id> rest;
        rest.reserve(m_ids.size());
        std::ranges::set_difference(m_ids, ids, std::back_inserter(rest));
        m_ids = std::move(rest);
    }
    void clear() { m_ids.clear(); }

    friend bool operator==(const IdSelection &, const IdSelection &) = default;

private:
    std::vector<Id> m_ids;
};

using RunnerSelection = IdSelection<RunnerId>;
using JobSelection = IdSelection<JobId>;

} // namespace Runnerscope
