// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/serveraddress.h"
#include "app/secrets/secret.h"
#include "models/domain/instanceprofile.h"

#include <optional>
#include <variant>

namespace Runnerscope {

/// How requests travel to a server.
struct TransportOptions
{
    QString caFile; ///< see InstanceProfile for these
    QString clientCertificateFile;
    QString clientKeyFile;
    QString proxy;
    ProxyMode proxyMode = ProxyMode::System;
};

/// What it takes to talk to one GitLab.
struct Connection
{
    ServerAddress address;
    Secret token;
    TransportOptions transport{};
    QString storeKey{}; ///< names the file in which the fleet is kept; empty: it is not kept
    QString userName{}; ///< whose fleet was kept last; empty until known
    RefreshSettings refresh{};
};

TransportOptions transportOf(const InstanceProfile &profile);

/// To a saved instance, whose key names its store.
std::variant<Connection, FetchError> connectionFor(const InstanceProfile &profile, const Secret &token);

enum class TokenNeed {
    Needed,
    NotNeeded, ///< for somebody who asks no server
};

/// From GITLAB_HOST (a host or a URL) and GITLAB_TOKEN. Nothing when GITLAB_HOST is not set. A \a token that was given
/// in another way takes the place of GITLAB_TOKEN. Its store is named by the address.
std::variant<std::optional<Connection>, FetchError> connectionFromEnvironment(
    const Secret &token = {}, TokenNeed need = TokenNeed::Needed);

} // namespace Runnerscope
