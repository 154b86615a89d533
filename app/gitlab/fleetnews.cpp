// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetnews.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int pageSize = 100;
constexpr std::size_t mostLists = 8; ///< in one round; of more, others have their turn in the next

} // namespace

FleetNews::FleetNews(GraphQlClient &client, RunnerDecoder &decoder, IsKnown isKnown, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder),
    m_isKnown(std::move(isKnown))
{
}

FleetNews::~FleetNews()
{
    stop();
}

void FleetNews::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
    m_questions.clear();
}

void FleetNews::expect(const std::vector<RunnerList> &lists, const QHash<QString, qint64> &totals)
{
    stop();
    m_lists = lists;
    std::erase_if(m_lists, [&totals](const RunnerList &list) { return !totals.contains(list.key()); });
    m_totals = totals;
    m_found.clear();
    m_createdIn.clear();
}

void FleetNews::start()
{
    stop();
    m_changed.clear();
    const std::size_t count = std::min(m_lists.size(), mostLists);
    for (std::size_t i = 0; i < count; ++i) {
        const RunnerList &list = m_lists[(m_turn + i) % m_lists.size()];
        m_questions.push_back({list, false, {}});
        m_questions.push_back({list, true, {}});
    }
    m_turn = m_lists.empty() ? 0 : (m_turn + count) % m_lists.size();
    if (m_questions.empty())
        emit finished({});
    else
        ask();
}

void FleetNews::ask()
{
    const Question &question = m_questions.front();
    QJsonObject variables = question.list.variables;
    variables.insert(QStringLiteral("first"), pageSize);
    variables.insert(
        QStringLiteral("sort"), question.byContact ? QStringLiteral("CONTACTED_DESC") : QStringLiteral("CREATED_DESC"));
    if (!question.cursor.isEmpty())
        variables.insert(QStringLiteral("after"), question.cursor);
    m_reply = m_client.send({question.list.operation, variables}, Pacing::Urgency::Background);
    connect(m_reply, &GraphQlReply::finished, this, &FleetNews::take);
}

void FleetNews::take(const GraphQlResult &result)
{
    m_reply.clear();
    const auto page = pageOf(result, m_questions.front().list, m_decoder, m_client.address().host());
    if (const auto *error = std::get_if<FetchError>(&page))
        takeError(*error);
    else
        takePage(std::get<RunnerPage>(page), std::get<GraphQlData>(result).serverTime);
}

/// One list of several that is refused is no failure: the next walk finds out what is left.
void FleetNews::takeError(const FetchError &error)
{
    const RunnerList &list = m_questions.front().list;
    if (error.kind != FetchError::Kind::Forbidden || list.part.kind == FleetPart::Kind::AllRunners) {
        m_questions.clear();
        emit failed(error);
        return;
    }
    m_changed.append(list.key());
    m_questions.pop_front();
    goOn();
}

void FleetNews::takePage(const RunnerPage &page, ServerTime readAt)
{
    Question &question = m_questions.front();
    const bool allNew = noteCreated(question, page);
    emit pageRead(page, readAt);
    if (!question.byContact && allNew && page.hasNextPage && page.endCursor != question.cursor) {
        question.cursor = page.endCursor;
    } else {
        if (!question.byContact && hasChanged(question, page))
            m_changed.append(question.list.key());
        m_questions.pop_front();
    }
    goOn();
}

/// Whether all of the page is new since the walk, so that the next page may hold more of it.
bool FleetNews::noteCreated(Question &question, const RunnerPage &page)
{
    bool allNew = !page.runners.empty();
    for (const Runner &runner : page.runners) {
        const bool isNew = m_found.contains(runner.id) || !m_isKnown(runner.id);
        allNew = allNew && isNew;
        if (!isNew)
            continue;
        m_found.insert(runner.id);
        question.created.insert(runner.id);
    }
    return allNew;
}

bool FleetNews::hasChanged(const Question &question, const RunnerPage &page)
{
    const QString key = question.list.key();
    const auto before = std::exchange(m_createdIn[key], question.created);
    return page.total != m_totals.value(key) + static_cast<qint64>(question.created.size())
        || !std::ranges::includes(question.created, before);
}

void FleetNews::goOn()
{
    if (m_questions.empty())
        emit finished(m_changed);
    else
        ask();
}

} // namespace Runnerscope
