// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/requestqueue.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Runnerscope {

RequestQueue::RequestQueue(
    Connection connection, std::chrono::milliseconds patience, Breadth breadth, QObject *parent) :
    QObject(parent),
    m_connection(std::move(connection)),
    m_transport(Transport::load(m_connection.transport, m_connection.address.host())),
    m_patience(patience),
    m_breadth(breadth),
    m_pacing(m_connection.refresh.requestsPerMinute)
{
    if (const auto *transport = std::get_if<Transport>(&m_transport))
        m_network.setProxyFactory(transport->proxyFactory().release()); // the manager takes ownership
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RequestQueue::sendWhatMay);
}

RequestQueue::~RequestQueue()
{
    for (const InFlight &inFlight : m_inFlight)
        inFlight.exchange->abort();
}

PendingRequest *RequestQueue::send(HttpRequest request, Pacing::Urgency urgency)
{
    auto *reply = new PendingRequest(this);
    connect(reply, &PendingRequest::cancelled, this, [this, reply] { forget(reply); });
    m_waiting.push_back({reply, std::move(request), urgency});
    std::stable_partition(m_waiting.begin(), m_waiting.end(),
        [](const Waiting &waiting) { return waiting.urgency == Pacing::Urgency::Foreground; });
    // Later, so that the caller can connect to the reply first.
    QMetaObject::invokeMethod(this, &RequestQueue::sendWhatMay, Qt::QueuedConnection);
    return reply;
}

void RequestQueue::hasten()
{
    for (Waiting &waiting : m_waiting)
        waiting.urgency = Pacing::Urgency::Foreground;
    sendWhatMay();
}

void RequestQueue::setBackgroundHeld(bool held)
{
    m_backgroundHeld = held;
    sendWhatMay();
}

std::chrono::milliseconds RequestQueue::demandedWait() const
{
    return m_pacing.waitBefore(Pacing::Urgency::Foreground, Pacing::Clock::now());
}

bool RequestQueue::maySend(Pacing::Urgency urgency)
{
    if (m_backgroundHeld && urgency == Pacing::Urgency::Background)
        return false;
    const int most = urgency == Pacing::Urgency::Foreground ? m_breadth.foreground : m_breadth.background;
    if (static_cast<int>(m_inFlight.size()) >= most)
        return false;
    const auto wait = m_pacing.waitBefore(urgency, Pacing::Clock::now());
    if (wait.count() > 0)
        m_pause.start(wait);
    return wait.count() <= 0;
}

void RequestQueue::sendWhatMay()
{
    while (!m_waiting.empty() && maySend(m_waiting.front().urgency)) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (const auto *error = std::get_if<FetchError>(&m_transport))
            next.reply->finish(*error);
        else
            exchange(next, std::get<Transport>(m_transport));
    }
}

void RequestQueue::exchange(const Waiting &next, const Transport &transport)
{
    m_pacing.requestSent(Pacing::Clock::now());
    ++m_sent;
    emit next.reply->left();
    auto *exchange = new HttpExchange(m_network, m_connection, transport, next.request, m_patience, this);
    m_inFlight.push_back({next.reply, exchange});
    connect(exchange, &HttpExchange::finished, this,
        [this, reply = next.reply](const HttpResult &result) { take(reply, result); });
}

void RequestQueue::obeyLimits(const HttpAnswer &answer)
{
    m_pacing.limitAnnounced(readRateLimit(answer));
    const ServerTime now = serverTimeOf(answer, fromDateTime(QDateTime::currentDateTimeUtc()));
    if (const auto wait = Runnerscope::demandedWait(answer, now))
        m_pacing.waitDemanded(*wait, Pacing::Clock::now());
}

void RequestQueue::take(PendingRequest *reply, const HttpResult &result)
{
    std::erase_if(m_inFlight, [reply](const InFlight &inFlight) { return inFlight.reply == reply; });
    if (const auto *answer = std::get_if<HttpAnswer>(&result))
        obeyLimits(*answer);
    sendWhatMay();
    reply->finish(result);
}

void RequestQueue::forget(PendingRequest *reply)
{
    std::erase_if(m_waiting, [reply](const Waiting &waiting) { return waiting.reply == reply; });
    const auto found = std::ranges::find(m_inFlight, reply, &InFlight::reply);
    if (found == m_inFlight.end())
        return;
    found->exchange->abort();
    m_inFlight.erase(found);
    QMetaObject::invokeMethod(this, &RequestQueue::sendWhatMay, Qt::QueuedConnection);
}

} // namespace Runnerscope
