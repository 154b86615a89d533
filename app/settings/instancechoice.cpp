// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/instancechoice.h"

#include <utility>

namespace Runnerscope {

InstanceChoice chooseInstance(
    const SavedInstances::List &saved, const QString &name, const Secret &token, TokenNeed need)
{
    if (!name.isEmpty()) {
        const InstanceProfile *profile = saved.find(name);
        return profile ? InstanceChoice(*profile)
                       : InstanceChoice(InstanceTrouble{InstanceTrouble::Kind::NotSaved, name, {}});
    }
    auto named = connectionFromEnvironment(token, need);
    if (auto *error = std::get_if<FetchError>(&named))
        return std::move(*error);
    if (auto &connection = std::get<std::optional<Connection>>(named))
        return std::move(*connection);
    if (saved.profiles.size() == 1)
        return saved.profiles.front();
    return NoInstance{};
}

} // namespace Runnerscope
