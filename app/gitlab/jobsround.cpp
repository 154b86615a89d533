// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobsround.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace Runnerscope {

JobsRound::JobsRound(GraphQlClient &client, InstanceId instance, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(instance),
    m_finished(client, instance)
{
    m_pending.statuses = QStringList{QStringLiteral("PENDING")};
    m_running.statuses = QStringList{QStringLiteral("RUNNING"), QStringLiteral("CANCELING")};
}

JobsRound::~JobsRound()
{
    stop();
}

bool JobsRound::isUnderWay() const
{
    return m_pending.reply || m_running.reply;
}

void JobsRound::stop()
{
    stopLists();
    m_finished.stop();
}

void JobsRound::stopLists()
{
    for (Part *part : {&m_pending, &m_running}) {
        if (part->reply)
            part->reply->cancel();
        part->reply.clear();
    }
}

void JobsRound::start(Pacing::Urgency urgency)
{
    stopLists();
    m_urgency = urgency;
    for (Part *part : {&m_pending, &m_running}) {
        part->jobs.clear();
        part->reach = {JobListReach::Kind::Whole, std::nullopt};
        part->pages = 0;
        ask(*part, {});
    }
    if (!m_finished.isUnderWay())
        m_finished.ask(m_urgency);
}

void JobsRound::ask(Part &part, const QString &after)
{
    QJsonObject variables{{QStringLiteral("statuses"), QJsonArray::fromStringList(part.statuses)}};
    if (!after.isEmpty())
        variables.insert(QStringLiteral("after"), after);
    ++part.pages;
    part.reply = m_client.send({QStringLiteral("AllJobs"), variables, {}}, m_urgency);
    connect(
        part.reply, &GraphQlReply::finished, this, [this, &part](const GraphQlResult &result) { take(part, result); });
}

void JobsRound::take(Part &part, const GraphQlResult &result)
{
    part.reply.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    const JsonValue connection = answer.data.value(QLatin1String("jobs"));
    if (!connection.value(QLatin1String("nodes")).isArray()) {
        const QString trouble = errorBelow(QLatin1String("jobs"), answer.errors);
        fail(badReply(
            m_client.address().label(), trouble.isEmpty() ? QStringLiteral("it holds no page of jobs") : trouble));
        return;
    }
    JobPage page = m_decoder.page(connection);
    m_readAt = answer.serverTime;
    if (part.pages == 1)
        part.reach.count = page.count;
    std::ranges::move(page.jobs, std::back_inserter(part.jobs));
    const bool more = page.hasNextPage && !page.endCursor.isEmpty() && !page.jobs.empty();
    if (page.unreadable > 0 || (more && part.pages >= mostPages))
        part.reach.kind = JobListReach::Kind::Partial;
    if (more && part.pages < mostPages)
        ask(part, page.endCursor);
    else if (!isUnderWay())
        finish();
}

void JobsRound::fail(const FetchError &error)
{
    stop();
    emit failed(error);
}

/// A job that began to run between two pages is in both lists; it runs.
void JobsRound::finish()
{
    auto list = std::make_shared<JobList>();
    list->readAt = m_readAt;
    list->pending = m_pending.reach;
    list->running = m_running.reach;
    QSet<qint64> seen;
    for (Part *part : {&m_running, &m_pending}) {
        for (JobPtr &job : part->jobs) {
            if (!seen.contains(job->id.number)) {
                seen.insert(job->id.number);
                list->jobs.push_back(std::move(job));
            }
        }
        part->jobs.clear();
    }
    list->finished = m_finished.jobs();
    std::ranges::sort(list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    emit finished(list);
}

} // namespace Runnerscope
