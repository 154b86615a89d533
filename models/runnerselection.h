// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerid.h"

#include <span>
#include <vector>

namespace Runnerscope {

/// A set of runners that somebody has chosen one by one or all at once. It knows nothing of rows: a runner that leaves
/// the fleet stays chosen until the choice is cleared.
class RunnerSelection
{
public:
    bool contains(RunnerId id) const;
    bool isEmpty() const { return m_ids.empty(); }
    std::size_t size() const { return m_ids.size(); }
    /// Ascending.
    const std::vector<RunnerId> &ids() const { return m_ids; }

    /// \a ids ascend. As fast as a merge.
    void add(std::span<const RunnerId> ids);
    void remove(std::span<const RunnerId> ids);
    void clear() { m_ids.clear(); }

    friend bool operator==(const RunnerSelection &, const RunnerSelection &) = default;

private:
    std::vector<RunnerId> m_ids;
};

} // namespace Runnerscope
