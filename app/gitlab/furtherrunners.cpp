// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/furtherrunners.h"

#include "app/gitlab/listplan.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::size_t runnersPerRequest = 4; ///< RunnerAgain costs about 60 for each; the limit is 250

} // namespace

FurtherRunners::FurtherRunners(GraphQlClient &graphQl, RestClient &rest, RunnerDecoder &decoder, IsSeen isSeen,
    InstanceId instance, QObject *parent) :
    QObject(parent),
    m_graphQl(graphQl),
    m_rest(rest),
    m_decoder(decoder),
    m_isSeen(std::move(isSeen)),
    m_instance(instance)
{
}

FurtherRunners::~FurtherRunners()
{
    if (m_reply)
        m_reply->cancel();
}

void FurtherRunners::start(Pacing::Urgency urgency)
{
    m_urgency = urgency;
    m_underWay = true;
    m_unseen.clear();
    askNumbers(1);
}

void FurtherRunners::askNumbers(int page)
{
    const QUrlQuery parameters{
        {QStringLiteral("per_page"), QStringLiteral("100")}, {QStringLiteral("page"), QString::number(page)}};
    RestReply *reply = m_rest.get(QStringLiteral("/runners/all"), parameters, m_urgency);
    m_reply = reply;
    connect(reply, &RestReply::finished, this, &FurtherRunners::takeNumbers);
}

void FurtherRunners::takeNumbers(const RestResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &answer = std::get<RestData>(result);
    for (const qint64 number : decodeRunnerNumbers(answer.body.root())) {
        if (const RunnerId id{m_instance, number}; !m_isSeen(id))
            m_unseen.push_back(id);
    }
    if (answer.nextPage)
        askNumbers(*answer.nextPage);
    else
        askRunners();
}

void FurtherRunners::askRunners()
{
    if (m_unseen.empty()) {
        m_underWay = false;
        emit finished();
        return;
    }
    QStringList ids;
    for (std::size_t i = 0; i < std::min(runnersPerRequest, m_unseen.size()); ++i)
        ids.append(globalRunnerId(m_unseen[m_unseen.size() - 1 - i]));
    GraphQlReply *reply = m_graphQl.send({QStringLiteral("RunnerAgain"), {}, ids}, m_urgency);
    m_reply = reply;
    connect(reply, &GraphQlReply::finished, this, &FurtherRunners::takeRunners);
}

void FurtherRunners::takeRunners(const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    const std::size_t count = std::min(runnersPerRequest, m_unseen.size());
    std::vector<Runner> runners;
    for (const JsonValue node : repeatedAnswers(answer.data, static_cast<qsizetype>(count))) {
        if (auto runner = m_decoder.runner(node)) // null: deleted in between
            runners.push_back(std::move(*runner));
    }
    m_unseen.resize(m_unseen.size() - count);
    emit runnersRead(runners, answer.serverTime);
    askRunners();
}

void FurtherRunners::fail(const FetchError &error)
{
    m_underWay = false;
    emit failed(error);
}

} // namespace Runnerscope
