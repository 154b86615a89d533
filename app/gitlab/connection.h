// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/serveraddress.h"
#include "app/secrets/secret.h"

#include <optional>
#include <variant>

namespace Runnerscope {

/// What it takes to talk to one GitLab.
struct Connection
{
    ServerAddress address;
    Secret token;
};

/// From GITLAB_HOST (a host or a URL) and GITLAB_TOKEN. Nothing when GITLAB_HOST is not set.
std::variant<std::optional<Connection>, FetchError> connectionFromEnvironment();

} // namespace Runnerscope
