// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/requestqueue.h"
#include "models/domain/refreshsettings.h"

#include <chrono>

namespace Runnerscope {

/// How often and how patiently a GitLab is asked. Tests shorten it.
struct Rhythm
{
    std::chrono::milliseconds pulsesEvery{std::chrono::seconds(15)}; ///< the rows on screen
    std::chrono::milliseconds jobsEvery{std::chrono::seconds(15)}; ///< jobs that wait and run, while they are looked at
    std::chrono::milliseconds newsEvery{std::chrono::minutes(1)}; ///< what is new in the fleet
    std::chrono::milliseconds walkEvery{std::chrono::minutes(30)}; ///< the complete fleet
    std::chrono::milliseconds patience{std::chrono::seconds(40)}; ///< for one answer; GitLab itself gives up at 30 s
    std::chrono::milliseconds firstRetry{std::chrono::seconds(5)}; ///< doubles with each failure in a row, up to…
    std::chrono::milliseconds slowestRetry{std::chrono::minutes(10)};
    std::chrono::milliseconds publishEvery{250}; ///< at least, while a walk is under way
    int readBackRequests = 200; ///< at most, for what was missed of the queue; 0: nothing is read back
    RequestQueue::Breadth breadth{};
    int slowFactor = 4; ///< of FleetPace::Slow
};

/// The usual one, as often as \a settings say.
inline Rhythm rhythmOf(const RefreshSettings &settings)
{
    Rhythm rhythm;
    rhythm.pulsesEvery = std::chrono::seconds(settings.visibleSeconds);
    rhythm.jobsEvery = rhythm.pulsesEvery;
    rhythm.newsEvery = std::chrono::seconds(settings.newsSeconds);
    rhythm.readBackRequests = settings.readBackRequests;
    rhythm.walkEvery = std::chrono::minutes(settings.walkMinutes);
    return rhythm;
}

} // namespace Runnerscope
