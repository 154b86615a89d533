// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/connection.h"

#include <QCryptographicHash>
#include <QtGlobal>

namespace Runnerscope {

namespace {

/// The same for all spellings of one address.
QString storeKeyOf(const ServerAddress &address)
{
    QUrl url = address.base();
    const int usualPort = url.scheme() == QLatin1String("https") ? 443 : 80;
    if (url.port() == usualPort)
        url.setPort(-1);
    const QByteArray hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256);
    constexpr qsizetype hexDigits = 32;
    return QStringLiteral("address-") + QString::fromLatin1(hash.toHex().left(hexDigits));
}

} // namespace

TransportOptions transportOf(const InstanceProfile &profile)
{
    return {profile.caFile, profile.clientCertificateFile, profile.clientKeyFile, profile.proxy, profile.proxyMode};
}

std::variant<Connection, FetchError> connectionFor(const InstanceProfile &profile, const Secret &token)
{
    const auto address = ServerAddress::parse(profile.address);
    if (const auto *error = std::get_if<FetchError>(&address))
        return *error;
    return Connection{
        std::get<ServerAddress>(address), token, transportOf(profile), profile.key, profile.userName, profile.refresh};
}

std::variant<std::optional<Connection>, FetchError> connectionFromEnvironment(const Secret &token, TokenNeed need)
{
    const QString host = qEnvironmentVariable("GITLAB_HOST").trimmed();
    if (host.isEmpty())
        return std::optional<Connection>();
    auto parsed = ServerAddress::parse(host);
    if (const auto *error = std::get_if<FetchError>(&parsed))
        return *error;
    const auto &address = std::get<ServerAddress>(parsed);
    const Secret used = token.isEmpty() ? Secret(qgetenv("GITLAB_TOKEN").trimmed()) : token;
    if (used.isEmpty() && need == TokenNeed::Needed) {
        FetchError error;
        error.kind = FetchError::Kind::TokenMissing;
        error.host = address.host();
        return error;
    }
    return Connection{address, used, {}, storeKeyOf(address), {}, {}};
}

} // namespace Runnerscope
