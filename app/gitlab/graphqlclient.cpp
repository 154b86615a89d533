// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlclient.h"

#include "app/gitlab/httppost.h"

#include <QNetworkProxyFactory>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// The system's proxies, but none on the way to this computer itself.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisComputer(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

void GraphQlReply::cancel()
{
    if (std::exchange(m_ended, true))
        return;
    emit cancelled();
    deleteLater();
}

void GraphQlReply::finish(const GraphQlResult &result)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(result);
    deleteLater();
}

GraphQlClient::GraphQlClient(Connection connection, std::chrono::milliseconds patience, QObject *parent) :
    QObject(parent),
    m_connection(std::move(connection)),
    m_patience(patience)
{
    m_network.setProxyFactory(new SystemProxies); // the manager takes ownership
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &GraphQlClient::sendNext);
}

GraphQlClient::~GraphQlClient()
{
    if (m_post)
        m_post->abort();
}

GraphQlReply *GraphQlClient::send(const GraphQlQuery &query, Pacing::Urgency urgency)
{
    auto *reply = new GraphQlReply(this);
    connect(reply, &GraphQlReply::cancelled, this, [this, reply] { forget(reply); });
    m_waiting.push_back({reply, requestBody(query), urgency});
    std::stable_partition(m_waiting.begin(), m_waiting.end(),
        [](const Waiting &waiting) { return waiting.urgency == Pacing::Urgency::Foreground; });
    // Later, so that the caller can connect to the reply first.
    QMetaObject::invokeMethod(this, &GraphQlClient::sendNext, Qt::QueuedConnection);
    return reply;
}

void GraphQlClient::hasten()
{
    for (Waiting &waiting : m_waiting)
        waiting.urgency = Pacing::Urgency::Foreground;
    sendNext();
}

std::chrono::milliseconds GraphQlClient::demandedWait() const
{
    return m_pacing.waitBefore(Pacing::Urgency::Foreground, Pacing::Clock::now());
}

void GraphQlClient::sendNext()
{
    if (m_inFlight || m_waiting.empty())
        return;
    const auto wait = m_pacing.waitBefore(m_waiting.front().urgency, Pacing::Clock::now());
    if (wait.count() > 0) {
        m_pause.start(wait);
        return;
    }
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    post(next);
}

void GraphQlClient::post(const Waiting &next)
{
    m_pacing.requestSent(Pacing::Clock::now());
    m_inFlight = next.reply;
    m_post = new HttpPost(m_network, m_connection, next.body, m_patience, this);
    connect(m_post, &HttpPost::finished, this,
        [this, reply = next.reply](const std::variant<HttpAnswer, FetchError> &answer) { take(reply, answer); });
}

void GraphQlClient::take(GraphQlReply *reply, const std::variant<HttpAnswer, FetchError> &answer)
{
    m_post = nullptr;
    m_inFlight = nullptr;
    GraphQlResult result;
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        result = *error;
    } else {
        const auto &http = std::get<HttpAnswer>(answer);
        m_pacing.limitAnnounced(readRateLimit(http));
        result = readAnswer(http, address().host(), fromDateTime(QDateTime::currentDateTimeUtc()));
    }
    if (const auto *error = std::get_if<FetchError>(&result); error && error->retryAfter)
        m_pacing.waitDemanded(*error->retryAfter, Pacing::Clock::now());
    sendNext();
    reply->finish(result);
}

void GraphQlClient::forget(GraphQlReply *reply)
{
    std::erase_if(m_waiting, [reply](const Waiting &waiting) { return waiting.reply == reply; });
    if (m_inFlight != reply)
        return;
    m_inFlight = nullptr;
    std::exchange(m_post, nullptr)->abort();
    sendNext();
}

} // namespace Runnerscope
