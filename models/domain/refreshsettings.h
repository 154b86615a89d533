// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Runnerscope {

/// How often one GitLab is asked without anybody waiting for it. A hidden window takes longer, and a round that does
/// not fit into the requests of a minute stretches.
struct RefreshSettings
{
    int requestsPerMinute = 60; ///< where the server announces no rate limit; else a quarter of that is used
    int visibleSeconds = 15; ///< between two readings of the rows on screen
    int newsSeconds = 60; ///< between two questions for what is new
    int walkMinutes = 30; ///< between two readings of the complete fleet
    int readBackRequests = 200; ///< at most, for jobs that ended while nobody looked; 0: none

    friend bool operator==(const RefreshSettings &, const RefreshSettings &) = default;
};

/// One of the settings and what it may be. The name is that of the settings file and of the reports.
struct RefreshField
{
    const char *name;
    int RefreshSettings::*value;
    int least;
    int most;
};

inline constexpr RefreshField refreshFields[] = {
    {"requestsPerMinute", &RefreshSettings::requestsPerMinute, 1, 600},
    {"visibleSeconds", &RefreshSettings::visibleSeconds, 5, 3600},
    {"newsSeconds", &RefreshSettings::newsSeconds, 15, 3600},
    {"walkMinutes", &RefreshSettings::walkMinutes, 5, 1440},
    {"readBackRequests", &RefreshSettings::readBackRequests, 0, 2000},
};

} // namespace Runnerscope
