// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlclient.h"

#include <QDateTime>

namespace Runnerscope {

GraphQlClient::GraphQlClient(RequestQueue &queue, QObject *parent) :
    QObject(parent),
    m_queue(queue)
{
}

GraphQlReply *GraphQlClient::send(const GraphQlQuery &query, Pacing::Urgency urgency)
{
    auto *reply = new GraphQlReply(this);
    post(reply, {query, urgency});
    return reply;
}

GraphQlReply *GraphQlClient::change(const GraphQlQuery &mutation, const Secret &token)
{
    auto *reply = new GraphQlReply(this);
    post(reply, {mutation, Pacing::Urgency::Foreground, true, token});
    return reply;
}

void GraphQlClient::post(GraphQlReply *reply, const Asking &asking)
{
    PendingRequest *request =
        m_queue.send({address().graphQl(), m_book.body(asking.query), asking.isChange, asking.token}, asking.urgency);
    reply->m_left = false; // what was refused as a whole before counts for nothing
    connect(request, &PendingRequest::left, reply, [reply] { reply->m_left = true; });
    connect(reply, &OnceReply::cancelled, request, &OnceReply::cancel);
    connect(request, &PendingRequest::finished, reply,
        [this, reply, asking](const HttpResult &answer) { take(reply, asking, answer); });
}

/// A query that was refused as a whole has changed nothing, so that it may be sent again in other words.
void GraphQlClient::take(GraphQlReply *reply, const Asking &asking, const HttpResult &answer)
{
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        reply->finish(*error);
        return;
    }
    JsonDocument refusal;
    const auto now = fromDateTime(QDateTime::currentDateTimeUtc());
    const GraphQlResult result = readAnswer(std::get<HttpAnswer>(answer), address().host(), now, &refusal);
    if (refusal.isValid() && m_book.refused(asking.query, refusal.root().value(QLatin1String("errors"))))
        post(reply, asking);
    else
        reply->finish(result);
}

} // namespace Runnerscope
