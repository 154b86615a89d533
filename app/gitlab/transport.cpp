// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/transport.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>
#include <utility>

namespace Runnerscope {

namespace {

using Kind = FetchError::Kind;

template <typename T>
using OrKind = std::variant<T, Kind>;

constexpr qint64 largestFile = qint64(1024) * 1024;

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisComputer(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

class OneProxy : public QNetworkProxyFactory
{
public:
    explicit OneProxy(QNetworkProxy proxy) :
        m_proxy(std::move(proxy))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {m_proxy}; }

private:
    QNetworkProxy m_proxy;
};

/// Empty when the file cannot be read or is larger than any of its kind.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.read(largestFile + 1);
    return content.size() > largestFile ? QByteArray() : content;
}

QList<QSslCertificate> certificatesIn(const QByteArray &pem)
{
    QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    return certificates;
}

/// OpenSSL would ask for the password on the terminal.
bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || pem.contains("Proc-Type: 4,ENCRYPTED");
}

OrKind<QSslKey> keyIn(const QByteArray &pem)
{
    if (isEncrypted(pem))
        return Kind::ClientKeyEncrypted;
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return Kind::ClientKeyUnusable;
}

/// Both halves of a pair contain the same numbers: modulus and exponent, or the point on the curve. Qt itself notices
/// only when it connects, and has no error of its own for it.
bool isPair(const QSslCertificate &certificate, const QSslKey &key)
{
    constexpr qsizetype telling = 64; // bytes, which end the public half
    return key.toDer().contains(certificate.publicKey().toDer().right(telling));
}

OrKind<QNetworkProxy> proxyFrom(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || text.contains(u'@'))
        return Kind::ProxyWithPassword;
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isSocks = url.scheme() == QLatin1String("socks5");
    const bool isBare =
        (url.path().isEmpty() || url.path() == QLatin1String("/")) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || (!isHttp && !isSocks) || !isBare || url.host().isEmpty() || url.port() <= 0)
        return Kind::BadProxy;
    return QNetworkProxy(
        isHttp ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, url.host(), static_cast<quint16>(url.port()));
}

} // namespace

std::variant<Transport, FetchError> Transport::load(const TransportOptions &options, const QString &host)
{
    Transport transport;
    transport.m_proxyMode = options.proxyMode;
    std::optional<Mistake> mistake = transport.trust(options.caFile);
    if (!mistake)
        mistake = transport.identify(options.clientCertificateFile, options.clientKeyFile);
    if (!mistake && options.proxyMode == ProxyMode::Given)
        mistake = transport.goThrough(options.proxy);
    if (!mistake)
        return transport;
    FetchError error;
    error.kind = mistake->kind;
    error.host = host;
    error.detail = QDir::toNativeSeparators(mistake->file);
    return error;
}

std::optional<Transport::Mistake> Transport::trust(const QString &caFile)
{
    if (caFile.isEmpty())
        return std::nullopt;
    const QList<QSslCertificate> added = certificatesIn(contentOf(caFile));
    if (added.isEmpty())
        return Mistake{Kind::CaFileUnusable, caFile};
    m_authorities = QSslConfiguration::systemCaCertificates() + added;
    return std::nullopt;
}

std::optional<Transport::Mistake> Transport::identify(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty())
        return keyFile.isEmpty() ? std::nullopt : std::optional<Mistake>({Kind::ClientCertificateUnusable, {}});
    m_clientChain = certificatesIn(contentOf(certificateFile));
    if (m_clientChain.isEmpty())
        return Mistake{Kind::ClientCertificateUnusable, certificateFile};
    const QString &file = keyFile.isEmpty() ? certificateFile : keyFile;
    const OrKind<QSslKey> key = keyIn(contentOf(file));
    if (const auto *kind = std::get_if<Kind>(&key))
        return Mistake{*kind, file};
    m_clientKey = std::get<QSslKey>(key);
    if (!isPair(m_clientChain.first(), m_clientKey))
        return Mistake{Kind::ClientKeyMismatch, file};
    return std::nullopt;
}

std::optional<Transport::Mistake> Transport::goThrough(const QString &proxy)
{
    const OrKind<QNetworkProxy> parsed = proxyFrom(proxy);
    if (const auto *kind = std::get_if<Kind>(&parsed))
        return Mistake{*kind, {}};
    m_proxy = std::get<QNetworkProxy>(parsed);
    return std::nullopt;
}

void Transport::configure(QNetworkRequest &request) const
{
    if (m_authorities.isEmpty() && m_clientChain.isEmpty())
        return;
    QSslConfiguration tls = request.sslConfiguration();
    if (!m_authorities.isEmpty())
        tls.setCaCertificates(m_authorities);
    if (!m_clientChain.isEmpty()) {
        tls.setLocalCertificateChain(m_clientChain);
        tls.setPrivateKey(m_clientKey);
    }
    request.setSslConfiguration(tls);
}

std::unique_ptr<QNetworkProxyFactory> Transport::proxyFactory() const
{
    switch (m_proxyMode) {
    case ProxyMode::System:
        break;
    case ProxyMode::None:
        return std::make_unique<OneProxy>(QNetworkProxy(QNetworkProxy::NoProxy));
    case ProxyMode::Given:
        return std::make_unique<OneProxy>(m_proxy);
    }
    return std::make_unique<SystemProxies>();
}

std::optional<FetchError::Kind> Transport::troubleOf(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return Kind::ProxySignInWanted;
    // Qt hands on what OpenSSL says of the server's last word. TLS 1.2 has no word of its own for a missing
    // certificate.
    static const QRegularExpression alert(QStringLiteral(
        "alert (certificate (required|revoked|expired|unknown)|(bad|unsupported) certificate|unknown ca)"));
    return alert.match(reply.errorString()).hasMatch() ? std::optional(Kind::ClientCertificateWanted) : std::nullopt;
}

} // namespace Runnerscope
