// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"

#include <QUrl>

#include <variant>

namespace Runnerscope {

/// The base address of a GitLab: scheme, host, port and perhaps a path below which GitLab lives.
class ServerAddress
{
public:
    /// Understands a host ("gitlab.example.com", which means https) and an http or https URL, with or without a
    /// relative path; what follows the base, such as "/api/v4" or a trailing slash, is cut off. A user, a query or a
    /// fragment is refused. Plain http, which shows the token to everybody on the way, is accepted for this computer
    /// only.
    static std::variant<ServerAddress, FetchError> parse(const QString &text);

    /// Without a trailing slash.
    const QUrl &base() const { return m_base; }
    QUrl graphQl() const;
    /// \a path follows /api/v4, such as "/user"; what is percent-encoded in it stays so.
    QUrl rest(const QString &path) const;
    /// Host, and port where it is not the usual one: for people.
    QString host() const;
    /// The host and the path below it: tells two servers on one host apart.
    QString label() const;

    /// Whether scheme, host and port of \a url are those of this server.
    bool isSameOrigin(const QUrl &url) const;

private:
    QUrl m_base;
};

/// Whether the address names the computer that the program runs on.
bool isThisComputer(const QUrl &url);

/// Host, and port where it is not the usual one.
QString hostForPeople(const QUrl &url);

} // namespace Runnerscope
