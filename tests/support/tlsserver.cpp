// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsserver.h"

#include "tests/support/certificates.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

namespace Runnerscope::Test {

TlsServer::TlsServer(const QString &certificateFile, const QString &keyFile, const QString &clientAuthority)
{
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
    m_tls.setPrivateKey(QSslKey(contentOf(keyFile), QSsl::Ec));
    m_tls.setPeerVerifyMode(clientAuthority.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!clientAuthority.isEmpty())
        m_tls.setCaCertificates(QSslCertificate::fromPath(clientAuthority));
    listen(QHostAddress::LocalHost);
}

QUrl TlsServer::url(const QString &host) const
{
    return QUrl(QStringLiteral("https://%1:%2/").arg(host).arg(serverPort()));
}

void TlsServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(m_tls);
    if (m_behind > 0)
        connect(socket, &QSslSocket::encrypted, this, [this, socket] { handOn(socket); });
    else
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { answer(socket); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
}

void TlsServer::answer(QSslSocket *socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    socket->readAll();
    noteClient(*socket);
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere");
    socket->disconnectFromHost();
}

void TlsServer::noteClient(const QSslSocket &socket)
{
    const QStringList names = socket.peerCertificate().subjectInfo(QSslCertificate::CommonName);
    m_client = names.isEmpty() ? QString() : names.first();
}

void TlsServer::handOn(QSslSocket *socket)
{
    noteClient(*socket);
    auto *behind = new QTcpSocket(socket);
    behind->setProxy(QNetworkProxy::NoProxy);
    connect(behind, &QTcpSocket::connected, socket, [socket, behind] { behind->write(socket->readAll()); });
    connect(socket, &QSslSocket::readyRead, behind, [socket, behind] {
        if (behind->state() == QTcpSocket::ConnectedState)
            behind->write(socket->readAll());
    });
    connect(behind, &QTcpSocket::readyRead, socket, [socket, behind] { socket->write(behind->readAll()); });
    connect(behind, &QTcpSocket::disconnected, socket, &QSslSocket::disconnectFromHost);
    connect(behind, &QTcpSocket::errorOccurred, socket, &QSslSocket::disconnectFromHost);
    behind->connectToHost(QHostAddress(QHostAddress::LocalHost), m_behind);
}

} // namespace Runnerscope::Test
