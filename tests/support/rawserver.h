// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

namespace Runnerscope::Test {

/// Answers requests with given bytes, whatever they ask, and remembers what it was sent. For answers that no HTTP
/// library would give, and for a second origin that must not hear a token.
class RawServer : public QTcpServer
{
    Q_OBJECT

public:
    /// The first answer goes to the first request, and so on; the last one to all that follow. An answer goes out as it
    /// is, status line and all; the connection is closed behind it.
    explicit RawServer(QList<QByteArray> answers, QObject *parent = nullptr);

    QString url() const;
    /// Everything that was received, connection after connection.
    QByteArray received() const { return m_received; }
    int connections() const { return m_connections; }

private:
    void accept();

    void answer(QTcpSocket *socket);

    QList<QByteArray> m_answers;
    QByteArray m_received;
    int m_connections = 0;
};

} // namespace Runnerscope::Test
