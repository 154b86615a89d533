// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/pastjobsread.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Runnerscope {

PastJobsRead::PastJobsRead(GraphQlClient &client, InstanceId instance, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(instance)
{
}

PastJobsRead::~PastJobsRead()
{
    stop();
}

void PastJobsRead::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
}

void PastJobsRead::start(const Question &question)
{
    stop();
    m_question = question;
    m_answer = {{}, question.since};
    m_requests = 0;
    ask({});
}

void PastJobsRead::ask(const QString &after)
{
    static const QJsonArray statuses{QStringLiteral("SUCCESS"), QStringLiteral("FAILED"), QStringLiteral("CANCELED")};
    const bool ofInstance = m_question.projects.isEmpty();
    QJsonObject variables{{QStringLiteral("statuses"), statuses}};
    if (!ofInstance)
        variables.insert(QStringLiteral("path"), m_question.projects.front());
    if (!after.isEmpty())
        variables.insert(QStringLiteral("after"), after);
    ++m_requests;
    const QString name = ofInstance ? QStringLiteral("PastJobs") : QStringLiteral("PastProjectJobs");
    m_reply = m_client.send({name, variables, {}}, Pacing::Urgency::Background);
    connect(m_reply, &GraphQlReply::finished, this, &PastJobsRead::take);
}

void PastJobsRead::take(const GraphQlResult &result)
{
    m_reply.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        emit failed(*error);
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    const bool ofInstance = m_question.projects.isEmpty();
    const QLatin1String root(ofInstance ? "jobs" : "project");
    const JsonValue found = answer.data.value(root);
    const JsonValue list = ofInstance ? found : found.value(QLatin1String("jobs"));
    if (!list.isObject()) { // a project may hide its jobs; nothing else is an empty past
        const QString trouble = errorBelow(root, answer.errors, Denials::AreNone);
        if (ofInstance || !trouble.isEmpty()) {
            emit failed(badReply(m_client.address().label(), trouble));
            return;
        }
    }
    JobPage page = m_decoder.page(list);
    const bool more = page.hasNextPage && !page.endCursor.isEmpty() && !hasReached(page);
    const ServerTime oldest =
        page.jobs.empty() ? m_question.since : page.jobs.back()->createdAt.value_or(m_question.since);
    std::ranges::move(page.jobs, std::back_inserter(m_answer.jobs));
    if (more && m_requests < m_question.mostRequests)
        ask(page.endCursor);
    else
        endOfList(more ? oldest : m_question.since);
}

bool PastJobsRead::hasReached(const JobPage &page) const
{
    return page.jobs.empty() || page.jobs.back()->createdAt.value_or(ServerTime()) < m_question.since;
}

/// Of a project that could not be read whole, as of one that was not read at all, some jobs are missing.
void PastJobsRead::endOfList(ServerTime reached)
{
    if (m_question.projects.size() > 1 && m_requests < m_question.mostRequests) {
        m_question.projects.removeFirst();
        ask({});
        return;
    }
    if (m_question.projects.isEmpty())
        m_answer.reached = std::max(m_answer.reached, reached);
    emit finished(std::exchange(m_answer, {}));
}

} // namespace Runnerscope
