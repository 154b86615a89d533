// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way to a server: authorities, client certificates and proxies, against servers that speak TLS.
#include "app/gitlab/transport.h"
#include "tests/support/certificates.h"
#include "tests/support/connectproxy.h"
#include "tests/support/rawserver.h"
#include "tests/support/tlsserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Runnerscope;
using namespace Runnerscope::Test;
using Kind = FetchError::Kind;

namespace {

const QString host = QStringLiteral("git.example.com");
const QString thisComputer = QStringLiteral("IP:127.0.0.1");

/// How one request ended.
struct End
{
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QSslError::SslError> tls;
    std::optional<Kind> trouble;
};

End post(const TransportOptions &options, const QUrl &url)
{
    const auto loaded = Transport::load(options, host);
    if (!std::holds_alternative<Transport>(loaded))
        return {"not loaded", QNetworkReply::InternalServerError, {}, {}};
    const auto &transport = std::get<Transport>(loaded);
    QNetworkAccessManager network;
    network.setProxyFactory(transport.proxyFactory().release());
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    transport.configure(request);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArrayLiteral("{}")));
    End end;
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &network, [&end](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            end.tls.append(error.error());
    });
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000))
        return {"no end", QNetworkReply::TimeoutError, {}, {}};
    end.body = reply->readAll();
    end.error = reply->error();
    end.trouble = Transport::troubleOf(*reply);
    return end;
}

std::optional<FetchError> mistakeIn(const TransportOptions &options)
{
    const auto loaded = Transport::load(options, host);
    const auto *error = std::get_if<FetchError>(&loaded);
    return error ? std::optional(*error) : std::nullopt;
}

TransportOptions trusting(const QString &caFile)
{
    TransportOptions options;
    options.caFile = caFile;
    return options;
}

TransportOptions showing(const QString &certificateFile, const QString &keyFile = {})
{
    TransportOptions options;
    options.clientCertificateFile = certificateFile;
    options.clientKeyFile = keyFile;
    return options;
}

TransportOptions through(const QString &proxy)
{
    TransportOptions options;
    options.proxyMode = ProxyMode::Given;
    options.proxy = proxy;
    return options;
}

QByteArray plainAnswer()
{
    return QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere");
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        if (!m_certificates->missing().isEmpty())
            QSKIP(qUtf8Printable(m_certificates->missing()));
        QVERIFY(m_certificates->make(QStringLiteral("server"), thisComputer));
        QVERIFY(m_certificates->make(QStringLiteral("other"), QStringLiteral("DNS:other.invalid")));
        QVERIFY(m_certificates->make(QStringLiteral("old"), thisComputer, -1));
        QVERIFY(m_certificates->make(QStringLiteral("client"), QStringLiteral("DNS:client")));
        QVERIFY(m_certificates->make(QStringLiteral("rsa"), QStringLiteral("DNS:client"), 365, Certificates::Key::Rsa));
    }

    void unknownAuthoritiesAreRefused()
    {
        const TlsServer server(certificate("server"), key("server"));
        const End end = post({}, server.url());
        QCOMPARE(end.error, QNetworkReply::SslHandshakeFailedError);
        QVERIFY(end.body.isEmpty());
    }

    void authoritiesOfAFileAreTrusted()
    {
        const TlsServer server(certificate("server"), key("server"));
        QCOMPARE(post(trusting(m_certificates->authority()), server.url()).body, QByteArray("here"));
        const QString several = m_certificates->file(QStringLiteral("several.pem"),
            contentOf(certificate("other")) + "# a word between\n" + contentOf(m_certificates->authority()));
        QCOMPARE(post(trusting(several), server.url()).body, QByteArray("here"));
        QCOMPARE(post(trusting(certificate("other")), server.url()).error, QNetworkReply::SslHandshakeFailedError);
    }

    void theSystemsAuthoritiesStayTrusted()
    {
        const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
        if (system.isEmpty())
            QSKIP("This computer has no certificate authorities.");
        QNetworkRequest request;
        std::get<Transport>(Transport::load(trusting(m_certificates->authority()), host)).configure(request);
        QVERIFY(request.sslConfiguration().caCertificates().contains(system.first()));
    }

    void certificatesOfOthersAreRefused()
    {
        const TlsServer server(certificate("other"), key("other"));
        const End end = post(trusting(m_certificates->authority()), server.url());
        QCOMPARE(end.error, QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(end.tls, QList{QSslError::HostNameMismatch});
    }

    void expiredCertificatesAreRefused()
    {
        const TlsServer server(certificate("old"), key("old"));
        const End end = post(trusting(m_certificates->authority()), server.url());
        QCOMPARE(end.error, QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(end.tls, QList{QSslError::CertificateExpired});
    }

    void clientCertificatesAreShown_data()
    {
        QTest::addColumn<QString>("certificateFile");
        QTest::addColumn<QString>("keyFile");
        QTest::newRow("EC") << certificate("client") << key("client");
        QTest::newRow("RSA") << certificate("rsa") << key("rsa");
        const QString both = m_certificates->file(
            QStringLiteral("both.pem"), contentOf(certificate("client")) + contentOf(key("client")));
        QTest::newRow("one file") << both << QString();
    }

    void clientCertificatesAreShown()
    {
        QFETCH(QString, certificateFile);
        QFETCH(QString, keyFile);
        const TlsServer server(certificate("server"), key("server"), m_certificates->authority());
        TransportOptions options = showing(certificateFile, keyFile);
        options.caFile = m_certificates->authority();
        QCOMPARE(post(options, server.url()).body, QByteArray("here"));
        QCOMPARE(server.client(), QStringLiteral("test"));
    }

    void missingClientCertificatesAreAsked()
    {
        QProcess server; // OpenSSL's own, which says what it misses; Qt's just hangs up
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(QStringLiteral("openssl"),
            {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
                QStringLiteral("-cert"), certificate("server"), QStringLiteral("-key"), key("server"),
                QStringLiteral("-CAfile"), m_certificates->authority(), QStringLiteral("-Verify"), QStringLiteral("1"),
                QStringLiteral("-verify_return_error")});
        QByteArray said;
        const QRegularExpression listening(QStringLiteral("ACCEPT 127\\.0\\.0\\.1:(\\d+)"));
        QTRY_VERIFY_WITH_TIMEOUT(listening.match(QString::fromUtf8(said += server.readAll())).hasMatch(), 30000);
        const QString port = listening.match(QString::fromUtf8(said)).captured(1);
        const QUrl url(QStringLiteral("https://127.0.0.1:") + port);
        const End end = post(trusting(m_certificates->authority()), url);
        server.kill();
        server.waitForFinished();
        QVERIFY(end.body.isEmpty());
        QVERIFY(end.trouble == Kind::ClientCertificateWanted);
    }

    void mistakesNameTheFile_data()
    {
        QTest::addColumn<QString>("caFile");
        QTest::addColumn<QString>("certificateFile");
        QTest::addColumn<QString>("keyFile");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("file");
        const QString none = m_certificates->path(QStringLiteral("none.pem"));
        const QString text = m_certificates->file(QStringLiteral("text.pem"), "no certificate");
        const QString large = m_certificates->file(
            QStringLiteral("large.pem"), QByteArray(2 * 1024 * 1024, '#') + contentOf(m_certificates->authority()));
        const QString encrypted = m_certificates->encryptedKey(QStringLiteral("client"));
        const auto row = [](const char *name, const QStringList &files, Kind kind, const QString &file) {
            QTest::newRow(name) << files[0] << files[1] << files[2] << static_cast<int>(kind) << file;
        };
        row("no CA file", {none, {}, {}}, Kind::CaFileUnusable, none);
        row("CA file of text", {text, {}, {}}, Kind::CaFileUnusable, text);
        row("large CA file", {large, {}, {}}, Kind::CaFileUnusable, large);
        row("a folder", {m_certificates->path({}), {}, {}}, Kind::CaFileUnusable, m_certificates->path({}));
        row("no certificate", {{}, none, {}}, Kind::ClientCertificateUnusable, none);
        row("key without certificate", {{}, {}, key("client")}, Kind::ClientCertificateUnusable, {});
        row("certificate without key", {{}, certificate("client"), {}}, Kind::ClientKeyUnusable, certificate("client"));
        row("no key", {{}, certificate("client"), none}, Kind::ClientKeyUnusable, none);
        row("encrypted key", {{}, certificate("client"), encrypted}, Kind::ClientKeyEncrypted, encrypted);
        row("key of another", {{}, certificate("client"), key("other")}, Kind::ClientKeyMismatch, key("other"));
        row("RSA key of another", {{}, certificate("client"), key("rsa")}, Kind::ClientKeyMismatch, key("rsa"));
    }

    void mistakesNameTheFile()
    {
        QFETCH(QString, caFile);
        QFETCH(QString, certificateFile);
        QFETCH(QString, keyFile);
        QFETCH(int, kind);
        QFETCH(QString, file);
        TransportOptions options = showing(certificateFile, keyFile);
        options.caFile = caFile;
        const auto mistake = mistakeIn(options);
        QVERIFY(mistake);
        QCOMPARE(static_cast<int>(mistake->kind), kind);
        QCOMPARE(mistake->host, host);
        QCOMPARE(mistake->detail, file);
    }

    void proxyAddresses_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<int>("kind"); // -1: none
        const auto row = [](const char *proxy, int kind) {
            QTest::newRow(proxy) << QString::fromLatin1(proxy) << kind;
        };
        constexpr int bad = static_cast<int>(Kind::BadProxy);
        constexpr int password = static_cast<int>(Kind::ProxyWithPassword);
        row("http://proxy.example.com:3128", -1);
        row("http://proxy.example.com:3128/", -1);
        row("socks5://127.0.0.1:1080", -1);
        row("http://[::1]:3128", -1);
        row("", bad);
        row("proxy.example.com", bad);
        row("proxy.example.com:3128", bad);
        row("http://proxy.example.com", bad);
        row("https://proxy.example.com:3128", bad);
        row("ftp://proxy.example.com:3128", bad);
        row("http://:3128", bad);
        row("http://proxy.example.com:99999", bad);
        row("http://proxy.example.com:0", bad);
        row("http://proxy.example.com:3128/path", bad);
        row("http://proxy.example.com:3128?query", bad);
        row("http://anna:sesame@proxy.example.com:3128", password);
        row("http://anna@proxy.example.com:3128", password);
        row("anna:sesame@proxy.example.com:3128", password);
    }

    void proxyAddresses()
    {
        QFETCH(QString, proxy);
        QFETCH(int, kind);
        const auto mistake = mistakeIn(through(proxy));
        QCOMPARE(mistake ? static_cast<int>(mistake->kind) : -1, kind);
        QVERIFY(!mistake || mistake->detail.isEmpty());
    }

    void aGivenProxyIsUsedEvenForThisComputer()
    {
        const TlsServer server(certificate("server"), key("server"));
        const ConnectProxy proxy;
        TransportOptions options = through(proxy.url());
        options.caFile = m_certificates->authority();
        QCOMPARE(post(options, server.url()).body, QByteArray("here"));
        QCOMPARE(proxy.requests().size(), 1);
        QCOMPARE(proxy.requests().first(),
            QStringLiteral("CONNECT 127.0.0.1:%1 HTTP/1.1").arg(server.serverPort()).toUtf8());
    }

    void plainRequestsGoThroughTheProxyToo()
    {
        const RawServer server({plainAnswer()});
        const ConnectProxy proxy;
        QCOMPARE(post(through(proxy.url()), QUrl(server.url())).body, QByteArray("here"));
        QCOMPARE(proxy.requests().size(), 1);
    }

    void theSystemsProxyIsNotUsedForThisComputer()
    {
        const RawServer server({plainAnswer()});
        qputenv("http_proxy", "http://127.0.0.1:9"); // where nobody listens
        const End direct = post({}, QUrl(server.url()));
        TransportOptions none;
        none.proxyMode = ProxyMode::None;
        const End without = post(none, QUrl(server.url()));
        const auto factory = std::get<Transport>(Transport::load({}, host)).proxyFactory();
        const auto proxies = factory->queryProxy(QNetworkProxyQuery(QUrl(QStringLiteral("http://git.example.com/"))));
        qunsetenv("http_proxy");
        QCOMPARE(direct.body, QByteArray("here"));
        QCOMPARE(without.body, QByteArray("here"));
        QCOMPARE(proxies.first().port(), 9);
    }

    void noProxyMeansNone()
    {
        TransportOptions options;
        options.proxyMode = ProxyMode::None;
        options.proxy = QStringLiteral("is not looked at");
        qputenv("http_proxy", "http://127.0.0.1:9");
        const auto factory = std::get<Transport>(Transport::load(options, host)).proxyFactory();
        const auto proxies = factory->queryProxy(QNetworkProxyQuery(QUrl(QStringLiteral("http://git.example.com/"))));
        qunsetenv("http_proxy");
        QCOMPARE(proxies.size(), 1);
        QCOMPARE(proxies.first().type(), QNetworkProxy::NoProxy);
    }

    void proxiesThatWantASignInAreTold()
    {
        const TlsServer server(certificate("server"), key("server"));
        ConnectProxy proxy;
        proxy.wantSignIn();
        const End end = post(through(proxy.url()), server.url());
        QVERIFY(end.trouble == Kind::ProxySignInWanted);
        const End plain = post(through(proxy.url()), QUrl(QStringLiteral("http://127.0.0.1:9/")));
        QVERIFY(plain.trouble == Kind::ProxySignInWanted);
    }

private:
    QString certificate(const char *name) const { return m_certificates->certificate(QLatin1String(name)); }
    QString key(const char *name) const { return m_certificates->key(QLatin1String(name)); }

    std::unique_ptr<Certificates> m_certificates;
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
