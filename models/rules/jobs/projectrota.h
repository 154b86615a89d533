// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace Runnerscope {

/// What is remembered of a project whose jobs are read in its turn.
struct ProjectTurn
{
    QString path;
    int lastRound = 0; ///< in which it was asked last, counted from 1; 0: never
    bool hadJobs = false; ///< that waited or ran when it was asked last
};

/// The next projects to ask, at most \a most of them, as indexes into \a turns, which are ordered by how likely they
/// have jobs. Those that had jobs come first, with three of four places at most while others wait for their turn, and
/// with half of them while some were never asked; among equals the one asked longest ago. So every project is asked
/// again and again however many have jobs.
std::vector<std::size_t> projectsToAsk(std::span<const ProjectTurn> turns, std::size_t most);

} // namespace Runnerscope
