// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/pulseround.h"

#include "app/gitlab/runnerdecoder.h"

#include <algorithm>

namespace Runnerscope {

PulseRound::PulseRound(GraphQlClient &client, QObject *parent) :
    QObject(parent),
    m_client(client)
{
}

PulseRound::~PulseRound()
{
    stop();
}

void PulseRound::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
}

void PulseRound::start(const std::vector<RunnerId> &runners)
{
    stop();
    m_asked.assign(
        runners.begin(), runners.begin() + static_cast<std::ptrdiff_t>(std::min(runners.size(), mostRunners)));
    QStringList ids;
    for (const RunnerId id : m_asked)
        ids.append(globalRunnerId(id));
    if (ids.isEmpty())
        return;
    m_reply = m_client.send({QStringLiteral("RunnerPulse"), {}, ids}, Pacing::Urgency::Background);
    connect(m_reply, &GraphQlReply::finished, this, &PulseRound::take);
}

void PulseRound::take(const GraphQlResult &result)
{
    m_reply.clear();
    const auto *answer = std::get_if<GraphQlData>(&result);
    if (!answer || !answer->errors.isEmpty() || !answersAll(answer->data, static_cast<qsizetype>(m_asked.size())))
        return; // the next round of reading the fleet says what is wrong
    const std::vector<JsonValue> runners = repeatedAnswers(answer->data, static_cast<qsizetype>(m_asked.size()));
    std::vector<RunnerPulse> pulses;
    std::vector<RunnerId> missing;
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        if (const auto pulse = decodePulse(m_asked[i], runners[i]))
            pulses.push_back(*pulse);
        else
            missing.push_back(m_asked[i]);
    }
    emit pulsesRead(pulses, answer->serverTime);
    if (!missing.empty())
        emit missed(missing);
}

} // namespace Runnerscope
