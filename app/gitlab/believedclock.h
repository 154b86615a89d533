// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <chrono>
#include <utility>

namespace Runnerscope {

/// How far the clock of a server is ahead of that of this computer. What is kept is thinned by its age, for ever, so
/// one answer with a wrong date must not age it: a clock that is far ahead is believed when it says so twice.
class BelievedClock
{
public:
    static constexpr std::chrono::hours farAhead{24};

    /// The server says that it is \a there, while it is \a here on this computer; whether that is believed.
    bool hear(ServerTime there, ServerTime here)
    {
        const auto ahead = there - here;
        const auto before = std::exchange(m_said, ahead);
        if (ahead >= farAhead && std::chrono::abs(ahead - before) >= farAhead)
            return false;
        m_ahead = ahead;
        return true;
    }

    /// As it was believed last.
    ServerTime::duration ahead() const { return m_ahead; }

private:
    ServerTime::duration m_said{};
    ServerTime::duration m_ahead{};
};

} // namespace Runnerscope
