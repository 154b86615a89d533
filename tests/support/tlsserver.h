// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace Runnerscope::Test {

/// A web server over TLS on a free port of this computer, which answers every request with "here", or stands
/// before another server.
class TlsServer : public QTcpServer
{
    Q_OBJECT

public:
    /// PEM files. With \a clientAuthority it wants a client certificate of that authority.
    TlsServer(const QString &certificateFile, const QString &keyFile, const QString &clientAuthority = {});

    /// From now on hands everything on to the web server at that port of this computer.
    void standBefore(quint16 port) { m_behind = port; }

    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    /// The name in the certificate of the client that was answered last.
    QString client() const { return m_client; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void answer(QSslSocket *socket);
    void handOn(QSslSocket *socket);
    void noteClient(const QSslSocket &socket);

    QSslConfiguration m_tls;
    QString m_client;
    quint16 m_behind = 0;
};

} // namespace Runnerscope::Test
