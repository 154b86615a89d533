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
    post(reply, query, urgency);
    return reply;
}

void GraphQlClient::post(GraphQlReply *reply, const GraphQlQuery &query, Pacing::Urgency urgency)
{
    PendingRequest *request = m_queue.send({address().graphQl(), m_book.body(query)}, urgency);
    connect(reply, &OnceReply::cancelled, request, &OnceReply::cancel);
    connect(request, &PendingRequest::finished, reply,
        [this, reply, query, urgency](const HttpResult &answer) { take(reply, query, urgency, answer); });
}

void GraphQlClient::take(
    GraphQlReply *reply, const GraphQlQuery &query, Pacing::Urgency urgency, const HttpResult &answer)
{
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        reply->finish(*error);
        return;
    }
    JsonDocument refusal;
    const auto now = fromDateTime(QDateTime::currentDateTimeUtc());
    const GraphQlResult result = readAnswer(std::get<HttpAnswer>(answer), address().host(), now, &refusal);
    if (refusal.isValid() && m_book.refused(query, refusal.root().value(QLatin1String("errors"))))
        post(reply, query, urgency);
    else
        reply->finish(result);
}

} // namespace Runnerscope
