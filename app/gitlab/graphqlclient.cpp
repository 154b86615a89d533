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
    PendingRequest *request = m_queue.send({address().graphQl(), requestBody(query)}, urgency);
    connect(reply, &OnceReply::cancelled, request, &OnceReply::cancel);
    connect(
        request, &PendingRequest::finished, reply, [this, reply](const HttpResult &answer) { take(reply, answer); });
    return reply;
}

void GraphQlClient::take(GraphQlReply *reply, const HttpResult &answer)
{
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        reply->finish(*error);
        return;
    }
    const auto now = fromDateTime(QDateTime::currentDateTimeUtc());
    reply->finish(readAnswer(std::get<HttpAnswer>(answer), address().host(), now));
}

} // namespace Runnerscope
