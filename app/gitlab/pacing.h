// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refreshsettings.h"

#include <chrono>
#include <deque>
#include <optional>

namespace Runnerscope {

/// What a server announces of its rate limit with an answer (RateLimit-* headers).
struct RateLimit
{
    std::optional<int> perMinute;

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/// Decides how long a request has to wait, so that the program stays within its share of the server's rate limit.
///
/// Background work takes a quarter of an announced limit, or the requests a minute given where none is announced,
/// evenly spread. Work that a person waits for takes half of an announced limit, as fast as the server answers until
/// half of a minute's requests are used, and is otherwise bounded by the requests in flight only. A demand to wait
/// (Retry-After) binds all requests.
class Pacing
{
public:
    using Clock = std::chrono::steady_clock;

    enum class Urgency { Foreground, Background };

    explicit Pacing(int perMinuteUnannounced = RefreshSettings().requestsPerMinute) :
        m_perMinuteUnannounced(perMinuteUnannounced)
    {
    }

    std::chrono::milliseconds waitBefore(Urgency urgency, Clock::time_point now) const;
    void requestSent(Clock::time_point now);
    void limitAnnounced(const RateLimit &limit);
    void waitDemanded(std::chrono::seconds wait, Clock::time_point now);

private:
    std::chrono::milliseconds backgroundGap() const;
    Clock::time_point earliestForeground() const;

    std::deque<Clock::time_point> m_sent; ///< in the last minute
    std::optional<Clock::time_point> m_blockedUntil;
    RateLimit m_limit;
    int m_perMinuteUnannounced;
};

} // namespace Runnerscope
