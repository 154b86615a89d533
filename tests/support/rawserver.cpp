// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"

#include <utility>

namespace Runnerscope::Test {

RawServer::RawServer(QList<QByteArray> answers, QObject *parent) :
    QTcpServer(parent),
    m_answers(std::move(answers))
{
    connect(this, &QTcpServer::newConnection, this, &RawServer::accept);
    listen(QHostAddress::LocalHost);
}

QString RawServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(serverPort());
}

void RawServer::answer(QTcpSocket *socket)
{
    socket->write(m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.value(0));
    socket->disconnectFromHost();
}

void RawServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray chunk = socket->readAll();
            m_received += chunk;
            const bool whole = chunk.endsWith('}') // the end of every query's body
                || (chunk.startsWith("GET ") && chunk.endsWith("\r\n\r\n"));
            if (!whole)
                return;
            answer(socket);
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

} // namespace Runnerscope::Test
