// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace Runnerscope::Test {

/// An HTTP proxy on a free port of this computer: tunnels by CONNECT, and sends other requests on with their whole
/// address to the host they name.
class ConnectProxy : public QTcpServer
{
    Q_OBJECT

public:
    explicit ConnectProxy(QObject *parent = nullptr);

    QString url() const;
    /// Every request is answered with 407.
    void wantSignIn() { m_wantsSignIn = true; }
    /// The first lines of the requests so far.
    QList<QByteArray> requests() const { return m_requests; }

private:
    void begin(QTcpSocket *client);
    void join(QTcpSocket *client, const QByteArray &head, const QString &host, quint16 port, bool tunnel);

    QList<QByteArray> m_requests;
    bool m_wantsSignIn = false;
};

} // namespace Runnerscope::Test
