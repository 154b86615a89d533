// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerjobsread.h"

#include "app/gitlab/runnerdecoder.h"

#include <utility>

namespace Runnerscope {

namespace {

using Key = QLatin1String;

JobPtr withReason(const JobPtr &job, const QString &reason)
{
    Job known = *job;
    known.failureReason = reason;
    return std::make_shared<const Job>(std::move(known));
}

} // namespace

RunnerJobsRead::RunnerJobsRead(
    GraphQlClient &client, RestClient &rest, RunnerId runner, Promise promise, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_rest(rest),
    m_decoder(runner.instance),
    m_promise(std::move(promise))
{
    m_jobs.runner = runner;
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_jobsReply)
            m_jobsReply->cancel();
        if (m_reasonsReply)
            m_reasonsReply->cancel();
        deleteLater();
    });
    m_watcher.setFuture(m_promise->future());
    askForJobs();
    askForReasons();
}

void RunnerJobsRead::askForJobs()
{
    const QJsonObject variables{{QStringLiteral("id"), globalRunnerId(m_jobs.runner)}};
    m_jobsReply = m_client.send({QStringLiteral("RunnerJobs"), variables}, Pacing::Urgency::Foreground);
    connect(m_jobsReply, &GraphQlReply::finished, this, [this](const GraphQlResult &result) {
        takeJobs(result);
        finish();
    });
}

void RunnerJobsRead::askForReasons()
{
    const QUrlQuery newest{{QStringLiteral("order_by"), QStringLiteral("id")},
        {QStringLiteral("sort"), QStringLiteral("desc")}, {QStringLiteral("status"), QStringLiteral("failed")},
        {QStringLiteral("per_page"), QStringLiteral("100")}};
    m_reasonsReply =
        m_rest.get(QStringLiteral("/runners/%1/jobs").arg(m_jobs.runner.number), newest, Pacing::Urgency::Foreground);
    connect(m_reasonsReply, &RestReply::finished, this, [this](const RestResult &result) {
        takeReasons(result);
        finish();
    });
}

/// GitLab does not tell a runner that is not there from one whose jobs are nobody's business here.
void RunnerJobsRead::takeJobs(const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result)) {
        m_error = *error;
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    m_jobs.readAt = answer.serverTime;
    const JsonValue jobs = answer.data.value(Key("runner")).value(Key("jobs"));
    if (jobs.value(Key("nodes")).isArray()) {
        takeRuns(jobs);
        return;
    }
    const QString trouble = errorBelow(Key("runner"), answer.errors, Denials::AreNone);
    m_jobs.refused = trouble.isEmpty();
    if (!trouble.isEmpty()) {
        m_error = badReply(m_client.address().host(), trouble);
        m_error->kind = FetchError::Kind::PartialReply;
    }
}

void RunnerJobsRead::takeRuns(JsonValue jobs)
{
    for (const JsonValue node : jobs.value(Key("nodes"))) {
        if (JobPtr job = m_decoder.job(node))
            m_jobs.runs.push_back(
                {std::move(job), {}, node.value(Key("runnerManager")).value(Key("systemId")).toString()});
    }
    m_jobs.more = jobs.value(Key("pageInfo")).value(Key("hasNextPage")).toBool();
}

void RunnerJobsRead::takeReasons(const RestResult &result)
{
    const auto *answer = std::get_if<RestData>(&result);
    if (!answer)
        return;
    for (const JsonValue entry : answer->body.root()) {
        if (const JobPtr job = m_decoder.restJob(entry); job && !job->failureReason.isEmpty())
            m_reasons.insert(job->id.number, job->failureReason);
    }
}

void RunnerJobsRead::finish()
{
    if (--m_open > 0)
        return;
    for (JobRun &run : m_jobs.runs) {
        if (const QString reason = m_reasons.value(run.job->id.number); !reason.isEmpty())
            run.job = withReason(run.job, reason);
    }
    m_watcher.disconnect(this);
    m_promise->addResult(
        m_error ? RunnerJobsAnswer(*m_error) : RunnerJobsAnswer(std::make_shared<const TakenJobs>(std::move(m_jobs))));
    m_promise->finish();
    deleteLater();
}

} // namespace Runnerscope
