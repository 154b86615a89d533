// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl on its way to a GitLab behind TLS: authorities, client certificates and proxies.
#include "tests/cli/process.h"
#include "tests/support/certificates.h"
#include "tests/support/connectproxy.h"
#include "tests/support/simulator.h"
#include "tests/support/tlsserver.h"

#include <QTest>
#include <QUrl>

using namespace Runnerscope::Test;

namespace {

const QString thisComputer = QStringLiteral("IP:127.0.0.1");

} // namespace

class TestRunnerscopectlTransport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        if (!m_certificates->missing().isEmpty())
            QSKIP(qUtf8Printable(m_certificates->missing()));
        QVERIFY(m_certificates->make(QStringLiteral("server"), thisComputer));
        QVERIFY(m_certificates->make(QStringLiteral("client"), QStringLiteral("DNS:client")));
        m_simulator = std::make_unique<Simulator>();
        QVERIFY(m_simulator->isRunning());
    }

    void unknownAuthoritiesAreRefused()
    {
        const auto server = front();
        const CommandResult status = ask(*server, {});
        QCOMPARE(status.code, 3);
        QCOMPARE(status.out, QByteArray());
        QVERIFY2(status.err.contains("certificate"), status.err.constData());
        QVERIFY(!status.err.contains(m_simulator->token()));
    }

    void authoritiesOfAFileAreTrusted()
    {
        const auto server = front();
        const CommandResult status = ask(*server, {trust()});
        QVERIFY2(status.code == 0, status.err.constData());
    }

    void clientCertificatesAreShown()
    {
        const auto server = front(m_certificates->authority());
        const CommandResult without = ask(*server, {trust()});
        QCOMPARE(without.code, 3);
        QCOMPARE(without.out, QByteArray());
        const CommandResult status = ask(*server,
            {trust(), QStringLiteral("--client-certificate"), m_certificates->certificate(QStringLiteral("client")),
                QStringLiteral("--client-key"), m_certificates->key(QStringLiteral("client"))});
        QVERIFY2(status.code == 0, status.err.constData());
        QVERIFY(!server->client().isEmpty());
    }

    void proxiesAreUsed()
    {
        const auto server = front();
        const ConnectProxy proxy;
        const CommandResult status = ask(*server, {trust(), QStringLiteral("--proxy"), proxy.url()});
        QVERIFY2(status.code == 0, status.err.constData());
        QVERIFY(!proxy.requests().isEmpty());
        for (const QByteArray &line : proxy.requests())
            QVERIFY2(line.startsWith("CONNECT 127.0.0.1:"), line.constData()); // sees no more than the host
    }

    void proxiesThatWantASignInAreSaid()
    {
        const auto server = front();
        ConnectProxy proxy;
        proxy.wantSignIn();
        const CommandResult status = ask(*server, {trust(), QStringLiteral("--proxy"), proxy.url()});
        QCOMPARE(status.code, 3);
        QVERIFY2(status.err.contains("https_proxy"), status.err.constData());
    }

private:
    /// A server with TLS before the simulator.
    std::unique_ptr<TlsServer> front(const QString &clientAuthority = {})
    {
        const QString name = QStringLiteral("server");
        auto server =
            std::make_unique<TlsServer>(m_certificates->certificate(name), m_certificates->key(name), clientAuthority);
        server->standBefore(static_cast<quint16>(QUrl(m_simulator->url()).port()));
        return server;
    }

    QString trust() const { return QStringLiteral("--ca-file=") + m_certificates->authority(); }

    CommandResult ask(const TlsServer &server, const QStringList &options)
    {
        return runnerscopectl(
            QStringList(QStringLiteral("status")) + options, {server.url().toString(), m_simulator->token()});
    }

    std::unique_ptr<Certificates> m_certificates;
    std::unique_ptr<Simulator> m_simulator;
};

QTEST_GUILESS_MAIN(TestRunnerscopectlTransport)
#include "tst_runnerscopectltransport.moc"
