// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/querybook.h"
#include "app/gitlab/requestqueue.h"

#include <QObject>

namespace Runnerscope {

/// One query on its way.
class GraphQlReply : public OnceReply
{
    Q_OBJECT

public:
    using OnceReply::OnceReply;

    /// False while it waits for its turn, or for the server's pace: once it is cancelled then, the server never has it.
    bool hasLeft() const { return m_left; }

signals:
    void finished(const Runnerscope::GraphQlResult &result);

private:
    friend class GraphQlClient;
    void finish(const GraphQlResult &result)
    {
        if (end())
            emit finished(result);
    }

    bool m_left = false;
};

/// Asks one GitLab over GraphQL, in words that this server understands: what it refuses to know is cut from the query,
/// which is then sent again.
class GraphQlClient : public QObject
{
    Q_OBJECT

public:
    explicit GraphQlClient(RequestQueue &queue, QObject *parent = nullptr);

    const ServerAddress &address() const { return m_queue.address(); }
    RequestQueue &queue() const { return m_queue; }
    QueryBook &book() { return m_book; }

    /// The reply is owned by the client and valid until it has ended.
    GraphQlReply *send(const GraphQlQuery &query, Pacing::Urgency urgency);
    /// A mutation, for a person who waits. It is carried out once at most: a request whose answer is lost is not sent
    /// again. \a token: see HttpRequest.
    GraphQlReply *change(const GraphQlQuery &mutation, const Secret &token);

private:
    /// What is asked, and how.
    struct Asking
    {
        GraphQlQuery query;
        Pacing::Urgency urgency = Pacing::Urgency::Foreground;
        bool isChange = false;
        Secret token{};
    };

    void post(GraphQlReply *reply, const Asking &asking);
    void take(GraphQlReply *reply, const Asking &asking, const HttpResult &answer);

    RequestQueue &m_queue;
    QueryBook m_book;
};

} // namespace Runnerscope
