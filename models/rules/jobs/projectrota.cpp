// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/projectrota.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Indexes = std::vector<std::size_t>;

/// Those asked longest ago first; of the rest the order stays.
Indexes inTurn(std::span<const ProjectTurn> turns, bool hadJobs)
{
    Indexes found;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (turns[i].hadJobs == hadJobs)
            found.push_back(i);
    }
    std::ranges::stable_sort(found, {}, [turns](std::size_t i) { return turns[i].lastRound; });
    return found;
}

} // namespace

std::vector<std::size_t> projectsToAsk(std::span<const ProjectTurn> turns, std::size_t most)
{
    Indexes chosen = inTurn(turns, true);
    const Indexes others = inTurn(turns, false);
    const bool anyNew = !others.empty() && turns[others.front()].lastRound == 0;
    const std::size_t kept = anyNew ? (most + 1) / 2 : (most + 3) / 4; // places of the others, if they need them
    chosen.resize(std::min(chosen.size(), most - std::min(others.size(), kept)));
    const std::size_t left = std::min(others.size(), most - chosen.size());
    chosen.insert(chosen.end(), others.begin(), others.begin() + static_cast<std::ptrdiff_t>(left));
    return chosen;
}

} // namespace Runnerscope
