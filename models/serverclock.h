// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <functional>

namespace Runnerscope {

/// Tells how old something is that was read at a time of the server: by the server's newest answer, and by what has
/// gone by on the desktop's clock since it came. Before the first answer, while a fleet is shown as it was kept, the
/// two clocks are taken to agree.
class ServerClock
{
public:
    using Desktop = std::function<ServerTime()>;

    /// The desktop's clock as it is.
    ServerClock();
    explicit ServerClock(Desktop desktop);

    /// \a fleet has just arrived.
    void follow(const Fleet &fleet);
    std::chrono::seconds ageOf(ServerTime readAt) const;

private:
    Desktop m_desktop;
    OptionalTime m_newest; ///< the answer that m_ahead was taken from
    ServerTime::duration m_ahead{}; ///< by how much the server's clock is ahead of the desktop's
};

} // namespace Runnerscope
