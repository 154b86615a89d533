// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/pacing.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;

constexpr int foregroundShare = 2; ///< one half
constexpr int backgroundShare = 4; ///< one quarter

} // namespace

std::chrono::milliseconds Pacing::backgroundGap() const
{
    const int share = m_limit.perMinute ? std::max(1, *m_limit.perMinute / backgroundShare) : m_perMinuteUnannounced;
    return std::chrono::milliseconds(1min) / share;
}

/// When the oldest request of a full half leaves the minute behind.
Pacing::Clock::time_point Pacing::earliestForeground() const
{
    if (!m_limit.perMinute)
        return {};
    const auto share = static_cast<std::size_t>(std::max(1, *m_limit.perMinute / foregroundShare));
    return m_sent.size() < share ? Clock::time_point() : m_sent[m_sent.size() - share] + 1min;
}

std::chrono::milliseconds Pacing::waitBefore(Urgency urgency, Clock::time_point now) const
{
    Clock::time_point earliest = now;
    if (urgency == Urgency::Foreground)
        earliest = std::max(earliest, earliestForeground());
    else if (!m_sent.empty())
        earliest = std::max(earliest, m_sent.back() + backgroundGap());
    if (m_blockedUntil)
        earliest = std::max(earliest, *m_blockedUntil);
    return std::chrono::ceil<std::chrono::milliseconds>(earliest - now);
}

void Pacing::requestSent(Clock::time_point now)
{
    m_sent.push_back(now);
    while (m_sent.front() + 1min < now)
        m_sent.pop_front();
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
