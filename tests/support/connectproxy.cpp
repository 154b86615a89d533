// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectproxy.h"

#include <QNetworkProxy>
#include <QUrl>

namespace Runnerscope::Test {

ConnectProxy::ConnectProxy(QObject *parent) :
    QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *client = nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] { begin(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    });
    listen(QHostAddress::LocalHost);
}

QString ConnectProxy::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(serverPort());
}

void ConnectProxy::begin(QTcpSocket *client)
{
    if (!client->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    client->disconnect(this);
    const QByteArray head = client->readAll();
    const QByteArray line = head.left(head.indexOf("\r\n"));
    m_requests.append(line);
    if (m_wantsSignIn) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                      "Content-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    const bool tunnel = line.startsWith("CONNECT ");
    const QString target = QString::fromLatin1(line.split(' ').value(1));
    const QUrl url(tunnel ? QStringLiteral("https://") + target : target);
    join(client, head, url.host(), static_cast<quint16>(url.port(80)), tunnel);
}

void ConnectProxy::join(QTcpSocket *client, const QByteArray &head, const QString &host, quint16 port, bool tunnel)
{
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [client, server, head, tunnel] {
        if (tunnel)
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        else
            server->write(head);
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(host, port);
}

} // namespace Runnerscope::Test
