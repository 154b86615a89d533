// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetwalk.h"

namespace Runnerscope {

FleetWalk::FleetWalk(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder)
{
}

void FleetWalk::start(Pacing::Urgency urgency)
{
    if (m_reply)
        m_reply->cancel();
    m_cursor.clear();
    resume(urgency);
}

void FleetWalk::resume(Pacing::Urgency urgency)
{
    m_urgency = urgency;
    m_stage = Stage::Reading;
    requestPage();
}

void FleetWalk::requestPage()
{
    QJsonObject variables;
    if (!m_cursor.isEmpty())
        variables.insert(QStringLiteral("after"), m_cursor);
    m_reply = m_client.send({QStringLiteral("FleetPage"), variables}, m_urgency);
    connect(m_reply, &GraphQlReply::finished, this, &FleetWalk::take);
}

void FleetWalk::take(const GraphQlResult &result)
{
    m_reply.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    const QJsonValue runners = answer.data.value(QLatin1String("runners"));
    if (runners.isObject()) {
        takePage(m_decoder.page(runners.toObject()), answer.serverTime);
        return;
    }
    FetchError error = badReply(QStringLiteral("there is no list of runners in it"));
    if (deniesPermission(answer.errors))
        error.kind = FetchError::Kind::Forbidden;
    fail(error);
}

void FleetWalk::takePage(const RunnerPage &page, ServerTime readAt)
{
    const bool standsStill = page.endCursor.isEmpty() || page.endCursor == m_cursor;
    emit pageRead(page, readAt);
    if (!page.hasNextPage) {
        m_stage = Stage::Idle;
        emit finished();
    } else if (standsStill) {
        fail(badReply(QStringLiteral("the list of runners does not come to an end")));
    } else {
        m_cursor = page.endCursor;
        requestPage();
    }
}

void FleetWalk::fail(const FetchError &error)
{
    m_stage = Stage::Interrupted;
    emit failed(error);
}

FetchError FleetWalk::badReply(const QString &detail) const
{
    FetchError error;
    error.kind = FetchError::Kind::BadReply;
    error.httpStatus = 200;
    error.host = m_client.address().host();
    error.detail = detail;
    return error;
}

} // namespace Runnerscope
