// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/finishedjobs.h"

#include <QJsonArray>

#include <utility>

namespace Runnerscope {

FinishedJobs::FinishedJobs(GraphQlClient &client, InstanceId instance, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(instance)
{
}

FinishedJobs::~FinishedJobs()
{
    stop();
}

void FinishedJobs::ask(Pacing::Urgency urgency)
{
    send({QStringLiteral("FinishedJobs"), {}, {}}, urgency);
}

void FinishedJobs::ask(const QStringList &projects, Pacing::Urgency urgency)
{
    static const QJsonArray statuses{QStringLiteral("SUCCESS"), QStringLiteral("FAILED")};
    for (const QString &path : projects) {
        const QJsonObject variables{{QStringLiteral("path"), path}, {QStringLiteral("statuses"), statuses}};
        send({QStringLiteral("PastProjectJobs"), variables, {}}, urgency);
    }
}

void FinishedJobs::stop()
{
    for (GraphQlReply *reply : std::exchange(m_replies, {}))
        reply->cancel();
}

void FinishedJobs::clear()
{
    stop();
    m_seen = {};
}

void FinishedJobs::send(const GraphQlQuery &query, Pacing::Urgency urgency)
{
    GraphQlReply *reply = m_client.send(query, urgency);
    m_replies.insert(reply);
    connect(reply, &GraphQlReply::finished, this, [this, reply](const GraphQlResult &result) {
        m_replies.remove(reply);
        take(result);
    });
}

void FinishedJobs::take(const GraphQlResult &result)
{
    const auto *answer = std::get_if<GraphQlData>(&result);
    if (!answer)
        return;
    const JsonValue project = answer->data.value(QLatin1String("project"));
    const JsonValue place = project.isObject() ? project : answer->data;
    m_seen.add(m_decoder.page(place.value(QLatin1String("jobs"))).jobs, answer->serverTime);
}

} // namespace Runnerscope
