// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace Runnerscope {

/// Of \a all things, \a marked are marked; \a drawn of them are drawn blindly. How likely it is that at least \a hits
/// of these are marked.
double chanceOfAtLeast(int hits, int drawn, int marked, int all);

/// How many jobs finished on a host, and how many of those failed.
struct FailureShare
{
    int finished = 0;
    int failed = 0;
};

/// How many of the hosts, from the first on, are the trouble: they fail at least twice as often as the others, and
/// would do so by chance in less than one of a hundred fleets of hosts that are alike. \a hosts: the highest share
/// first, each with at least one job. 0: none can be told from the others.
std::size_t suspectHosts(const std::vector<FailureShare> &hosts);

} // namespace Runnerscope
