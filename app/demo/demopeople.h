// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorandom.h"
#include "models/domain/user.h"

#include <memory>
#include <vector>

namespace Runnerscope {

/// The accounts that created the runners of the demo fleet. All of them are made up.
class DemoPeople
{
public:
    using UserPtr = std::shared_ptr<const User>;

    DemoPeople();

    const UserPtr &active(DemoRandom &random) const { return random.pick(m_active); }
    /// Blocked, deactivated or banned.
    const UserPtr &gone(DemoRandom &random) const { return random.pick(m_gone); }
    const UserPtr &bot(DemoRandom &random) const { return random.pick(m_bots); }

private:
    std::vector<UserPtr> m_active;
    std::vector<UserPtr> m_gone;
    std::vector<UserPtr> m_bots;
};

} // namespace Runnerscope
