// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/gitlab/httpanswer.h"
#include "app/gitlab/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <variant>

namespace Runnerscope {

/// What is asked of a server.
struct HttpRequest
{
    QUrl url;
    std::optional<QByteArray> body{}; ///< JSON to be posted; none: a GET
    /// It makes a change: no server takes it twice. One whose answer was lost may have arrived.
    bool isChange = false;
    Secret token{}; ///< in the place of the one of the connection; empty: that one
};

using HttpResult = std::variant<HttpAnswer, FetchError>;

/// One request and its answer, with redirects on the same origin. Used once; deletes itself after finished(), which
/// comes exactly once, or after abort(), after which nothing comes.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    HttpExchange(QNetworkAccessManager &network, const Connection &connection, const Transport &transport,
        HttpRequest request, std::chrono::milliseconds patience, QObject *parent);

    void abort();

signals:
    void finished(const Runnerscope::HttpResult &answer);

private:
    void send(const QUrl &url);
    QNetworkReply *postOnce(QNetworkRequest &request);
    void readMore();
    void readReply();
    bool follow(const QUrl &target);
    bool isOfTheApi(const QUrl &target) const;
    void end(const HttpResult &answer);
    void endWith(FetchError::Kind kind, const QString &detail = {});
    FetchError networkError() const;

    QNetworkAccessManager &m_network;
    Connection m_connection;
    Transport m_transport;
    HttpRequest m_request;
    QByteArray m_received;
    QString m_tlsTrouble;
    QNetworkReply *m_reply = nullptr; ///< of the latest request; deleted later by this object
    QTimer m_patience;
    int m_redirects = 0;
    bool m_ended = false;
};

} // namespace Runnerscope
