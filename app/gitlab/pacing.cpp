// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/pacing.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;

constexpr int backgroundPerMinute = 60; ///< where the server announces no limit
constexpr int foregroundShare = 2; ///< one half
constexpr int backgroundShare = 4; ///< one quarter

} // namespace

std::chrono::milliseconds Pacing::gap(Urgency urgency) const
{
    const bool foreground = urgency == Urgency::Foreground;
    if (!m_limit.perMinute)
        return foreground ? 0ms : std::chrono::milliseconds(1min) / backgroundPerMinute;
    const int share = std::max(1, *m_limit.perMinute / (foreground ? foregroundShare : backgroundShare));
    return std::chrono::milliseconds(1min) / share;
}

std::chrono::milliseconds Pacing::waitBefore(Urgency urgency, Clock::time_point now) const
{
    Clock::time_point earliest = now;
    if (m_lastSent)
        earliest = std::max(earliest, *m_lastSent + gap(urgency));
    if (m_blockedUntil)
        earliest = std::max(earliest, *m_blockedUntil);
    return std::chrono::ceil<std::chrono::milliseconds>(earliest - now);
}

void Pacing::requestSent(Clock::time_point now)
{
    m_lastSent = now;
}

void Pacing::limitAnnounced(const RateLimit &limit)
{
    if (limit.perMinute)
        m_limit = limit;
}

void Pacing::waitDemanded(std::chrono::seconds wait, Clock::time_point now)
{
    const Clock::time_point until = now + wait;
    m_blockedUntil = m_blockedUntil ? std::max(*m_blockedUntil, until) : until;
}

} // namespace Runnerscope
