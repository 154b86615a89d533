// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <optional>
#include <variant>

namespace Runnerscope {

/// TransportOptions made usable: files read, proxy understood. A value, for use on any one thread at a time.
class Transport
{
public:
    /// Reads the files, each of at most 1 MiB. \a host is that of the server, for the error. An error names the file at
    /// fault in its detail; the text of a proxy is not repeated.
    static std::variant<Transport, FetchError> load(const TransportOptions &options, const QString &host);

    /// What a TLS connection trusts beside the authorities of the system, and by what it shows who the client is.
    void configure(QNetworkRequest &request) const;

    /// For one QNetworkAccessManager, which takes ownership. The proxies of the system are not used on the way to this
    /// computer itself; a proxy that was given is.
    std::unique_ptr<QNetworkProxyFactory> proxyFactory() const;

    /// What only the way to the server can have caused: ProxySignInWanted or ClientCertificateWanted. Nothing for any
    /// other end of a reply.
    static std::optional<FetchError::Kind> troubleOf(const QNetworkReply &reply);

private:
    struct Mistake
    {
        FetchError::Kind kind;
        QString file;
    };

    Transport() = default;

    std::optional<Mistake> trust(const QString &caFile);
    std::optional<Mistake> identify(const QString &certificateFile, const QString &keyFile);
    std::optional<Mistake> goThrough(const QString &proxy);

    QList<QSslCertificate> m_authorities; ///< those of the system among them; empty: just those
    QList<QSslCertificate> m_clientChain;
    QSslKey m_clientKey;
    QNetworkProxy m_proxy; ///< of ProxyMode::Given
    ProxyMode m_proxyMode = ProxyMode::System;
};

} // namespace Runnerscope
