// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/serverclock.h"

#include <utility>

namespace Runnerscope {

ServerClock::ServerClock() :
    ServerClock([] { return std::chrono::floor<ServerTime::duration>(std::chrono::system_clock::now()); })
{
}

ServerClock::ServerClock(Desktop desktop) :
    m_desktop(std::move(desktop))
{
}

void ServerClock::follow(const Fleet &fleet)
{
    if (fleet.source.cached) {
        m_newest.reset();
        m_ahead = {};
    } else if (fleet.asOf && fleet.asOf != m_newest) {
        m_newest = fleet.asOf;
        m_ahead = *fleet.asOf - m_desktop();
    }
}

std::chrono::seconds ServerClock::ageOf(ServerTime readAt) const
{
    return ageAt(readAt, m_desktop() + m_ahead);
}

} // namespace Runnerscope
