// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/runner.h"
#include "models/domain/runnerhistory.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace Runnerscope {

/// What this user may do with one runner, as the server itself says.
struct RunnerPermissions
{
    bool read = false;
    bool update = false;
    bool remove = false;
    bool assign = false;

    friend bool operator==(const RunnerPermissions &, const RunnerPermissions &) = default;
};

/// One runner with everything that is too dear to ask for a whole list.
struct RunnerDetails
{
    Runner runner; ///< with every manager, unless managersComplete() says otherwise
    OwnerChain ownerChain; ///< from the top group down to the owner; empty for instance runners
    std::optional<RunnerPermissions> permissions;
    QString webUrl; ///< the runner's page in GitLab; empty where this user has none
    std::optional<RunnerHistory> history; ///< what this computer has seen of it before; none where nothing is recorded
    ServerTime readAt{};
};

/// Null details: the server knows no such runner, or this user may not read it; GitLab does not tell which.
using RunnerAnswer = std::variant<std::optional<RunnerDetails>, FetchError>;

} // namespace Runnerscope
