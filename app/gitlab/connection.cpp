// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/connection.h"

#include <QtGlobal>

namespace Runnerscope {

std::variant<std::optional<Connection>, FetchError> connectionFromEnvironment()
{
    const QString host = qEnvironmentVariable("GITLAB_HOST").trimmed();
    if (host.isEmpty())
        return std::optional<Connection>();
    auto parsed = ServerAddress::parse(host);
    if (const auto *error = std::get_if<FetchError>(&parsed))
        return *error;
    const auto &address = std::get<ServerAddress>(parsed);
    const QByteArray token = qgetenv("GITLAB_TOKEN").trimmed();
    if (token.isEmpty()) {
        FetchError error;
        error.kind = FetchError::Kind::TokenMissing;
        error.host = address.host();
        return error;
    }
    return Connection{address, Secret(token)};
}

} // namespace Runnerscope
