// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gonecheck.h"

#include "app/gitlab/runnerdecoder.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::size_t perQuestion = 100; ///< RunnerPresence costs 2 for each; the limit is 250

} // namespace

GoneCheck::GoneCheck(GraphQlClient &client, QObject *parent) :
    QObject(parent),
    m_client(client)
{
}

GoneCheck::~GoneCheck()
{
    stop();
}

void GoneCheck::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
}

void GoneCheck::start(
    std::vector<RunnerId> missing, std::vector<RunnerId> witnesses, Proof proof, Pacing::Urgency urgency)
{
    stop();
    m_missing = std::move(missing);
    m_witnesses = std::move(witnesses);
    m_gone.clear();
    m_asked = 0;
    m_urgency = urgency;
    if (m_missing.empty() || (m_witnesses.empty() && proof == Proof::Witnesses))
        end({});
    else
        ask();
}

std::vector<RunnerId> GoneCheck::batch() const
{
    std::vector<RunnerId> ids = m_witnesses;
    const std::size_t count = std::min(perQuestion - m_witnesses.size(), m_missing.size() - m_asked);
    const auto first = m_missing.begin() + static_cast<std::ptrdiff_t>(m_asked);
    ids.insert(ids.end(), first, first + static_cast<std::ptrdiff_t>(count));
    return ids;
}

void GoneCheck::ask()
{
    QStringList ids;
    for (const RunnerId id : batch())
        ids.append(globalRunnerId(id));
    m_reply = m_client.send({QStringLiteral("RunnerPresence"), {}, ids}, m_urgency);
    connect(m_reply, &GraphQlReply::finished, this, &GoneCheck::take);
}

void GoneCheck::take(const GraphQlResult &result)
{
    m_reply.clear();
    const auto *answer = std::get_if<GraphQlData>(&result);
    if (!answer || !answer->errors.isEmpty()) {
        end({});
        return;
    }
    const std::vector<RunnerId> asked = batch();
    const std::vector<JsonValue> runners = repeatedAnswers(answer->data, static_cast<qsizetype>(asked.size()));
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const bool isThere = runners[i].isObject();
        const bool isWitness = i < m_witnesses.size();
        if (isWitness && !isThere) {
            end({});
            return;
        }
        if (!isWitness && !isThere)
            m_gone.push_back(asked[i]);
    }
    m_asked += asked.size() - m_witnesses.size();
    if (m_asked < m_missing.size())
        ask();
    else
        end(std::exchange(m_gone, {}));
}

void GoneCheck::end(const std::vector<RunnerId> &gone)
{
    emit finished(gone);
}

} // namespace Runnerscope
