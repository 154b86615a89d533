// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/serveraddress.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace Runnerscope {

namespace {

/// What may be repeated of an address that is none: no user, no query, no fragment, where tokens hide.
QString harmlessPart(const QString &text)
{
    static const QRegularExpression tail(QStringLiteral("[?#].*$"), QRegularExpression::DotMatchesEverythingOption);
    const QString front = QString(text).remove(tail);
    return front.mid(front.lastIndexOf(u'@') + 1);
}

FetchError badAddress(FetchError::Kind kind, const QString &text)
{
    constexpr qsizetype longestShown = 100;
    FetchError error;
    error.kind = kind;
    error.host = harmlessPart(text).left(longestShown);
    return error;
}

/// Somebody has put the token where the address belongs: it would go out to the name servers.
bool looksLikeToken(const QString &text)
{
    static const QRegularExpression token(QStringLiteral("^(https?://)?gl(pat|oas|dt|rt|cbt|ptt|ft|imt|soat|agent)-"));
    return token.match(text).hasMatch();
}

QUrl withScheme(const QString &text)
{
    const QString url = text.contains(QStringLiteral("://")) ? text : QString(QStringLiteral("https://") + text);
    return QUrl(url, QUrl::StrictMode);
}

bool isUsable(const QUrl &url)
{
    const bool web = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment();
}

/// The path below which GitLab lives: without what people copy along from documentation or a browser.
QString basePath(QString path)
{
    static const QRegularExpression tail(QStringLiteral("(/api(/(v4|graphql))?)?/*$"));
    return path.remove(tail);
}

} // namespace

bool isThisComputer(const QUrl &url)
{
    const QString host = url.host();
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

QString hostForPeople(const QUrl &url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

std::variant<ServerAddress, FetchError> ServerAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    QUrl url = withScheme(trimmed);
    if (looksLikeToken(trimmed))
        return badAddress(FetchError::Kind::BadAddress, QStringLiteral("gl…"));
    if (trimmed.isEmpty() || !isUsable(url))
        return badAddress(FetchError::Kind::BadAddress, trimmed);
    if (url.scheme() == QStringLiteral("http") && !isThisComputer(url))
        return badAddress(FetchError::Kind::InsecureAddress, hostForPeople(url));
    url.setPath(basePath(url.path()));
    ServerAddress address;
    address.m_base = url;
    return address;
}

QUrl ServerAddress::graphQl() const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + QStringLiteral("/api/graphql"));
    return url;
}

QUrl ServerAddress::rest(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + QStringLiteral("/api/v4") + path, QUrl::TolerantMode);
    return url;
}

QString ServerAddress::host() const
{
    return hostForPeople(m_base);
}

QString ServerAddress::label() const
{
    return host() + m_base.path();
}

bool ServerAddress::isSameOrigin(const QUrl &url) const
{
    const auto port = [](const QUrl &u) { return u.port(u.scheme() == QStringLiteral("https") ? 443 : 80); };
    return url.scheme() == m_base.scheme() && url.host() == m_base.host() && port(url) == port(m_base);
}

} // namespace Runnerscope
