// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/serveraddress.h"
#include "models/rules/errorwording.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

namespace Runnerscope::Fuzz {

namespace {

void checkUsable(const ServerAddress &address)
{
    const QUrl endpoint = address.graphQl();
    require(endpoint.isValid() && !endpoint.host().isEmpty(), "an accepted address leads somewhere");
    require(address.isSameOrigin(address.base()) && address.isSameOrigin(endpoint), "queries go to the server named");
    require(endpoint.userInfo().isEmpty() && !endpoint.hasQuery() && !endpoint.hasFragment(),
        "an address carries no user, query or fragment");
    require(endpoint.scheme() == QStringLiteral("https")
            || (endpoint.scheme() == QStringLiteral("http") && isThisComputer(endpoint)),
        "tokens travel encrypted or stay on this computer");
    require(endpoint.path().endsWith(QStringLiteral("/api/graphql")), "queries go to the endpoint");
    require(!address.label().isEmpty(), "a server has a name for people");
}

void checkStable(const ServerAddress &address)
{
    const auto again = ServerAddress::parse(address.base().toString(QUrl::FullyEncoded));
    const auto *same = std::get_if<ServerAddress>(&again);
    require(same && same->isSameOrigin(address.base()), "an address reads back as the same server");
}

} // namespace

void address(const QByteArray &input)
{
    const auto parsed = ServerAddress::parse(QString::fromUtf8(input));
    if (const auto *error = std::get_if<FetchError>(&parsed)) {
        require(error->host.size() <= 300, "complaints are short");
        require(!error->host.contains(u'@') && !error->host.contains(u'?'), "complaints repeat no user and no query");
        require(!explain(*error, Retry::Never).sentence.isEmpty(), "complaints have words");
        return;
    }
    checkUsable(std::get<ServerAddress>(parsed));
    checkStable(std::get<ServerAddress>(parsed));
}

} // namespace Runnerscope::Fuzz
