// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/managercompletion.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::size_t runnersPerRequest = 6; ///< RunnerManagers costs 36 for each; the limit is 250
constexpr std::size_t mostManagers = 10'000;

ManagerPage pageIn(RunnerDecoder &decoder, JsonValue runner)
{
    return decoder.managers(runner.value(QLatin1String("managers")));
}

} // namespace

ManagerCompletion::ManagerCompletion(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder)
{
}

ManagerCompletion::~ManagerCompletion()
{
    stop();
}

void ManagerCompletion::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
    m_waiting.clear();
    m_large.clear();
}

void ManagerCompletion::start(const std::vector<RunnerId> &runners)
{
    stop();
    m_waiting.assign(runners.begin(), runners.end());
    next();
}

void ManagerCompletion::next()
{
    if (!m_large.empty())
        askNextPage();
    else if (!m_waiting.empty())
        askFirstPages();
    else
        emit finished();
}

void ManagerCompletion::askFirstPages()
{
    m_asked.clear();
    QStringList ids;
    while (!m_waiting.empty() && m_asked.size() < runnersPerRequest) {
        m_asked.push_back(m_waiting.front());
        ids.append(globalRunnerId(m_waiting.front()));
        m_waiting.pop_front();
    }
    m_reply = m_client.send({QStringLiteral("RunnerManagers"), {}, ids}, Pacing::Urgency::Background);
    connect(m_reply, &GraphQlReply::finished, this, &ManagerCompletion::takeFirstPages);
}

/// Null when the round has ended with an error.
const GraphQlData *ManagerCompletion::answerIn(const GraphQlResult &result)
{
    m_reply.clear();
    const auto *answer = std::get_if<GraphQlData>(&result);
    if (!answer) {
        stop();
        emit finished();
    }
    return answer;
}

void ManagerCompletion::takeFirstPages(const GraphQlResult &result)
{
    const GraphQlData *answer = answerIn(result);
    if (!answer)
        return;
    const std::vector<JsonValue> runners = repeatedAnswers(answer->data, static_cast<qsizetype>(m_asked.size()));
    for (std::size_t i = 0; i < m_asked.size(); ++i)
        takePage({m_asked[i], {}, {}}, pageIn(m_decoder, runners[i]));
    next();
}

void ManagerCompletion::askNextPage()
{
    const Pool &pool = m_large.front();
    const QJsonObject variables{
        {QStringLiteral("id"), globalRunnerId(pool.id)}, {QStringLiteral("after"), pool.cursor}};
    m_reply = m_client.send({QStringLiteral("RunnerManagers"), variables}, Pacing::Urgency::Background);
    connect(m_reply, &GraphQlReply::finished, this, &ManagerCompletion::takeNextPage);
}

void ManagerCompletion::takeNextPage(const GraphQlResult &result)
{
    const GraphQlData *answer = answerIn(result);
    if (!answer)
        return;
    Pool pool = std::move(m_large.front());
    m_large.pop_front();
    takePage(std::move(pool), pageIn(m_decoder, answer->data.value(QLatin1String("runner"))));
    next();
}

void ManagerCompletion::takePage(Pool pool, ManagerPage page)
{
    const std::size_t before = pool.managers.size();
    for (RunnerManager &manager : page.managers) {
        // Pages go by offset: a host that registers in between shifts one onto the next page.
        if (std::ranges::find(pool.managers, manager.number, &RunnerManager::number) == pool.managers.end())
            pool.managers.push_back(std::move(manager));
    }
    const bool isProgress = pool.managers.size() > before && pool.managers.size() < mostManagers;
    if (page.hasNextPage && !page.endCursor.isEmpty() && isProgress) {
        pool.cursor = page.endCursor;
        m_large.push_back(std::move(pool));
    } else if (!pool.managers.empty()) {
        emit completed(pool.id, pool.managers, page.total);
    }
}

} // namespace Runnerscope
