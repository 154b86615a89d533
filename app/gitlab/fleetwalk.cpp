// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetwalk.h"

namespace Runnerscope {

namespace {

/// Two million runners: no GitLab has as many.
constexpr qsizetype mostPages = 20'000;
constexpr int mostFailures = 8; ///< at the same page
constexpr std::chrono::minutes longestPause{15}; ///< after which too many rows of the walk would be too old

/// Lists and the end of a walk are believed only when the server says them in so many words.
bool isWholePage(const QJsonObject &connection)
{
    return connection.value(QLatin1String("nodes")).isArray()
        && connection.value(QLatin1String("pageInfo")).toObject().value(QLatin1String("hasNextPage")).isBool();
}

} // namespace

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
    m_passed.clear();
    m_failures = 0;
    m_lastPage = Pacing::Clock::now();
    resume(urgency);
}

bool FleetWalk::canResume() const
{
    return isInterrupted() && m_mayPass && m_failures <= mostFailures
        && Pacing::Clock::now() - m_lastPage < longestPause;
}

void FleetWalk::hasten()
{
    m_urgency = Pacing::Urgency::Foreground;
    m_client.queue().hasten();
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
    const QJsonObject runners = answer.data.value(QLatin1String("runners")).toObject();
    const QString trouble = errorBelow(QStringLiteral("runners"), answer.errors);
    if (trouble.isEmpty() && isWholePage(runners)) {
        takePage(m_decoder.page(runners), answer.serverTime);
        return;
    }
    FetchError error = badReply(
        m_client.address().host(), trouble.isEmpty() ? QStringLiteral("it holds no page of runners") : trouble);
    if (deniesPermission(answer.errors))
        error.kind = FetchError::Kind::Forbidden;
    else if (!trouble.isEmpty())
        error.kind = FetchError::Kind::PartialReply;
    fail(error);
}

void FleetWalk::takePage(const RunnerPage &page, ServerTime readAt)
{
    const bool goesInCircles = page.endCursor.isEmpty() || m_passed.contains(page.endCursor);
    if (page.hasNextPage && (goesInCircles || m_passed.size() >= mostPages)) {
        fail(badReply(m_client.address().host(), QStringLiteral("the list of runners does not come to an end")));
        m_mayPass = false;
        return;
    }
    m_failures = 0;
    m_lastPage = Pacing::Clock::now();
    emit pageRead(page, readAt);
    if (!page.hasNextPage) {
        m_stage = Stage::Idle;
        emit finished();
        return;
    }
    m_cursor = page.endCursor;
    m_passed.insert(m_cursor);
    requestPage();
}

void FleetWalk::fail(const FetchError &error)
{
    m_stage = Stage::Interrupted;
    m_mayPass = isTransient(error.kind);
    ++m_failures;
    emit failed(error);
}

} // namespace Runnerscope
