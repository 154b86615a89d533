// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/settings/savedinstances.h"

#include <variant>

namespace Runnerscope {

/// No server is named anywhere.
struct NoInstance
{
};

/// A saved instance, whose token is in the key store under its key; or what the environment names, with its token.
using InstanceChoice = std::variant<InstanceProfile, Connection, NoInstance, FetchError, InstanceTrouble>;

/// Which server to use, the same for both programs: the saved one of that \a name; without a name what GITLAB_HOST and
/// GITLAB_TOKEN say; else the only saved one. \a token is one that was given in another way and is used with
/// GITLAB_HOST instead of GITLAB_TOKEN; empty: none.
InstanceChoice chooseInstance(const SavedInstances::List &saved, const QString &name, const Secret &token = {},
    TokenNeed need = TokenNeed::Needed);

} // namespace Runnerscope
