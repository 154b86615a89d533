// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/gitlab/graphqlanswer.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <variant>

namespace Runnerscope {

/// One POST of a query, with its redirects on the same origin. Used once; deletes itself after finished(), which comes
/// exactly once, or after abort(), after which nothing comes.
class HttpPost : public QObject
{
    Q_OBJECT

public:
    HttpPost(QNetworkAccessManager &network, const Connection &connection, QByteArray body,
        std::chrono::milliseconds patience, QObject *parent);

    void abort();

signals:
    void finished(const std::variant<Runnerscope::HttpAnswer, Runnerscope::FetchError> &answer);

private:
    void send(const QUrl &url);
    void readMore();
    void readReply();
    bool follow(const QUrl &target);
    void end(const std::variant<HttpAnswer, FetchError> &answer);
    void endWith(FetchError::Kind kind, const QString &detail = {});
    FetchError networkError() const;

    QNetworkAccessManager &m_network;
    Connection m_connection;
    QByteArray m_body;
    QByteArray m_received;
    QString m_tlsTrouble;
    QNetworkReply *m_reply = nullptr; ///< of the latest request; deleted later by this object
    QTimer m_patience;
    int m_redirects = 0;
    bool m_ended = false;
};

} // namespace Runnerscope
