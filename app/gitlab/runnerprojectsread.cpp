// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerprojectsread.h"

#include "app/gitlab/runnerdecoder.h"

#include <utility>

namespace Runnerscope {

namespace {

QJsonObject variablesOf(const ProjectsQuestion &question)
{
    QJsonObject variables{{QStringLiteral("id"), globalRunnerId(question.runner)}};
    if (!question.search.isEmpty())
        variables.insert(QStringLiteral("search"), question.search);
    if (!question.after.isEmpty())
        variables.insert(QStringLiteral("after"), question.after);
    return variables;
}

} // namespace

RunnerProjectsRead::RunnerProjectsRead(
    GraphQlClient &client, const ProjectsQuestion &question, Promise promise, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_promise(std::move(promise))
{
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_reply)
            m_reply->cancel();
        deleteLater();
    });
    m_watcher.setFuture(m_promise->future());
    m_reply = m_client.send({QStringLiteral("RunnerProjects"), variablesOf(question)}, Pacing::Urgency::Foreground);
    connect(m_reply, &GraphQlReply::finished, this, &RunnerProjectsRead::take);
}

void RunnerProjectsRead::take(const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result)) {
        m_promise->addResult(*error);
    } else {
        const auto &data = std::get<GraphQlData>(result).data;
        m_promise->addResult(decodeProjects(data.value(QLatin1String("runner")).value(QLatin1String("projects"))));
    }
    m_promise->finish();
    deleteLater();
}

} // namespace Runnerscope
