// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/pacing.h"
#include "app/gitlab/query.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace Runnerscope {

class HttpPost;

/// One query on its way. Ends exactly once, with finished(), and deletes itself then; after cancel() nothing is heard
/// of it.
class GraphQlReply : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void cancel();

signals:
    void finished(const Runnerscope::GraphQlResult &result);
    void cancelled();

private:
    friend class GraphQlClient;
    void finish(const GraphQlResult &result);
    bool m_ended = false;
};

/// Sends queries to one GitLab, one at a time and paced: what a person waits for first, the rest in turn.
///
/// The token goes to the origin of the connection only: a redirect is followed on the same origin, as a POST, while it
/// leads to a GraphQL endpoint, and is an error otherwise. No cookies are kept.
class GraphQlClient : public QObject
{
    Q_OBJECT

public:
    GraphQlClient(Connection connection, std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~GraphQlClient() override;

    const ServerAddress &address() const { return m_connection.address; }

    /// The reply is owned by the client and valid until it has ended.
    GraphQlReply *send(const GraphQlQuery &query, Pacing::Urgency urgency);

    /// From now on a person waits for all that waits here.
    void hasten();

    /// How long a foreground request would have to wait now.
    std::chrono::milliseconds demandedWait() const;

private:
    struct Waiting
    {
        GraphQlReply *reply;
        QByteArray body;
        Pacing::Urgency urgency;
    };

    void sendNext();
    void post(const Waiting &next);
    void take(GraphQlReply *reply, const std::variant<HttpAnswer, FetchError> &answer);
    void forget(GraphQlReply *reply);

    Connection m_connection;
    std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
    Pacing m_pacing;
    QTimer m_pause; ///< runs while the next query must wait
    std::deque<Waiting> m_waiting;
    HttpPost *m_post = nullptr; ///< the one in flight
    GraphQlReply *m_inFlight = nullptr;
};

} // namespace Runnerscope
