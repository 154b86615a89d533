// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/restclient.h"

#include <QDateTime>

namespace Runnerscope {

namespace {

RestResult readRest(const HttpAnswer &answer, const QString &host, ServerTime now)
{
    const ServerTime serverTime = serverTimeOf(answer, now);
    if (answer.status < 200 || answer.status > 299 || !answer.redirectTarget.isEmpty())
        return errorOfStatus(answer, host, serverTime);
    const auto json = readJson(answer, host);
    if (const auto *error = std::get_if<FetchError>(&json))
        return *error;
    RestData data{std::get<JsonDocument>(json), std::nullopt, headerNumber(answer.total), serverTime};
    if (const auto next = headerNumber(answer.nextPage); next && *next > 1 && *next < 1'000'000)
        data.nextPage = static_cast<int>(*next);
    return data;
}

} // namespace

RestClient::RestClient(RequestQueue &queue, QObject *parent) :
    QObject(parent),
    m_queue(queue)
{
}

RestReply *RestClient::get(const QString &path, const QUrlQuery &parameters, Pacing::Urgency urgency)
{
    auto *reply = new RestReply(this);
    QUrl url = m_queue.address().rest(path);
    url.setQuery(parameters);
    PendingRequest *request = m_queue.send({url}, urgency);
    connect(reply, &OnceReply::cancelled, request, &OnceReply::cancel);
    connect(
        request, &PendingRequest::finished, reply, [this, reply](const HttpResult &answer) { take(reply, answer); });
    return reply;
}

void RestClient::take(RestReply *reply, const HttpResult &answer)
{
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        reply->finish(*error);
        return;
    }
    const auto now = fromDateTime(QDateTime::currentDateTimeUtc());
    reply->finish(readRest(std::get<HttpAnswer>(answer), m_queue.address().host(), now));
}

} // namespace Runnerscope
