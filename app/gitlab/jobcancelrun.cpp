// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobcancelrun.h"

#include "app/gitlab/jobdecoder.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::size_t mostInFlight = 2;
constexpr int mostTries = 2;
/// As often is a job sent again that the server turned away at the door.
constexpr int mostWaits = 5;

/// After these nobody knows whether the request arrived.
bool leavesOpen(FetchError::Kind kind)
{
    using Kind = FetchError::Kind;
    switch (kind) {
    case Kind::ConnectionLost:
    case Kind::TimedOut:
    case Kind::ServerTrouble:
    case Kind::PartialReply:
    case Kind::BadReply:
    case Kind::ReplyTooLarge:
    case Kind::NotGitLab:
    case Kind::SignInPage:
        return true;
    default:
        return false;
    }
}

/// What became of a job that GitLab answered for.
CancelFate fateOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Canceled:
        return CancelFate::Canceled;
    case JobStatus::Canceling:
        return CancelFate::Canceling;
    case JobStatus::Success:
    case JobStatus::Failed:
    case JobStatus::Skipped:
        return CancelFate::AlreadyEnded;
    default:
        return CancelFate::Unchanged;
    }
}

QString globalIdOf(const Job &job)
{
    return QStringLiteral("gid://gitlab/Ci::Build/%1").arg(job.id.number);
}

QString firstText(JsonValue texts)
{
    for (const JsonValue text : texts)
        return text.toString();
    return {};
}

} // namespace

JobCancelRun::JobCancelRun(
    GraphQlClient &client, JobCancelling jobs, Promise promise, std::function<void()> done, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_jobs(std::move(jobs)),
    m_promise(std::move(promise)),
    m_done(std::move(done)),
    m_onStop(m_jobs.stop, [this] { QMetaObject::invokeMethod(this, &JobCancelRun::dropUnsent, Qt::QueuedConnection); })
{
    for (const JobPtr &job : m_jobs.jobs)
        m_waiting.push_back({job, 0, 0, std::nullopt});
    goOn();
}

JobCancelRun::~JobCancelRun()
{
    if (m_promise->future().isFinished())
        return;
    for (const InFlight &one : m_inFlight)
        report({one.tried.job->id, CancelFate::Unconfirmed, {}});
    for (const Try &left : m_waiting)
        report({left.job->id, CancelFate::NotTried, {}});
    m_promise->finish();
}

void JobCancelRun::goOn()
{
    while (!m_waiting.empty() && m_inFlight.size() < mostInFlight) {
        Try next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_broken || m_jobs.stop.stop_requested())
            report({next.job->id, CancelFate::NotTried, {}, {}, m_broken});
        else
            send(std::move(next));
    }
    if (!m_inFlight.empty() || m_promise->future().isFinished())
        return;
    m_promise->finish();
    m_done();
    deleteLater();
}

void JobCancelRun::send(Try next)
{
    ++next.sent;
    GraphQlReply *reply = m_client.change(
        {QStringLiteral("CancelJob"), {{QStringLiteral("job"), globalIdOf(*next.job)}}}, m_jobs.changeToken);
    m_inFlight.push_back({next, reply});
    connect(reply, &GraphQlReply::finished, this,
        [this, tried = std::move(next)](const GraphQlResult &result) { take(tried, result); });
}

void JobCancelRun::take(const Try &tried, const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result))
        takeFailure(tried, *error);
    else
        takeAnswer(tried, std::get<GraphQlData>(result));
}

void JobCancelRun::takeAnswer(const Try &tried, const GraphQlData &answer)
{
    const JsonValue canceled = answer.data.value(QLatin1String("jobCancel"));
    const JobStatus status = jobStatusFrom(canceled.value(QLatin1String("job")).value(QLatin1String("status")));
    const QString message = firstText(canceled.value(QLatin1String("errors")));
    if (!message.isEmpty())
        settle(tried, {tried.job->id, CancelFate::Refused, status, message, {}});
    else if (status != JobStatus::Unknown)
        settle(tried, {tried.job->id, fateOf(status), status, {}, {}});
    else if (deniesPermission(answer.errors))
        settle(tried, {tried.job->id, CancelFate::Refused, {}});
    else
        takeFailure(tried, badReply(m_client.address().host(), errorBelow(QLatin1String("jobCancel"), answer.errors)));
}

void JobCancelRun::takeFailure(const Try &tried, const FetchError &error)
{
    if (error.kind == FetchError::Kind::RateLimited && tried.waits < mostWaits) {
        takeRateLimit(tried, error);
    } else if (leavesOpen(error.kind)) {
        Try again = tried;
        again.lost = error;
        readBack(again);
    } else {
        m_broken = error;
        settle(tried, {tried.job->id, CancelFate::Failed, {}, {}, error});
    }
}

/// Nothing has changed. The next request waits in the queue as long as the server demands.
void JobCancelRun::takeRateLimit(Try tried, const FetchError &error)
{
    if (m_jobs.stop.stop_requested()) {
        settle(tried, {tried.job->id, CancelFate::NotTried, {}, {}, error});
        return;
    }
    land(tried);
    --tried.sent;
    ++tried.waits;
    send(std::move(tried));
}

void JobCancelRun::readBack(const Try &tried)
{
    const bool mustWait = m_client.queue().demandedWait().count() > 0;
    if (!tried.job->project || (mustWait && m_jobs.stop.stop_requested())) {
        settle(tried, {tried.job->id, CancelFate::Unconfirmed, {}, {}, tried.lost});
        return;
    }
    GraphQlReply *reply = m_client.send(
        {QStringLiteral("JobAfterChange"),
            {{QStringLiteral("path"), tried.job->project->fullPath}, {QStringLiteral("job"), globalIdOf(*tried.job)}}},
        Pacing::Urgency::Foreground);
    land(tried);
    m_inFlight.push_back({tried, reply, true});
    connect(reply, &GraphQlReply::finished, this,
        [this, tried](const GraphQlResult &result) { takeReadBack(tried, result); });
}

void JobCancelRun::takeReadBack(const Try &tried, const GraphQlResult &result)
{
    JobCancelOutcome outcome{tried.job->id, CancelFate::Unconfirmed, {}, {}, tried.lost};
    const auto *error = std::get_if<FetchError>(&result);
    if (error && error->kind == FetchError::Kind::RateLimited && tried.waits < mostWaits) {
        Try again = tried;
        ++again.waits;
        readBack(again);
        return;
    }
    if (error) {
        m_broken = *error;
        settle(tried, outcome);
        return;
    }
    const JsonValue project = std::get<GraphQlData>(result).data.value(QLatin1String("project"));
    outcome.status = jobStatusFrom(project.value(QLatin1String("job")).value(QLatin1String("status")));
    const CancelFate fate = fateOf(outcome.status);
    const bool goesOn = outcome.status != JobStatus::Unknown && fate == CancelFate::Unchanged;
    if (goesOn && tried.sent < mostTries && !m_jobs.stop.stop_requested()) {
        land(tried);
        send(tried);
        return;
    }
    if (fate != CancelFate::Unchanged) {
        outcome.fate = fate;
        outcome.error.reset();
    }
    settle(tried, outcome);
}

/// Whoever stops is not kept waiting by a server that wants to be left alone.
void JobCancelRun::dropUnsent()
{
    const std::vector<InFlight> inFlight = m_inFlight; // settling changes it
    for (const InFlight &one : inFlight) {
        if (!one.reply || one.reply->hasLeft())
            continue;
        one.reply->cancel();
        const CancelFate fate = one.readsBack ? CancelFate::Unconfirmed : CancelFate::NotTried;
        settle(one.tried, {one.tried.job->id, fate, {}, {}, one.tried.lost});
    }
}

/// Where an answer was lost before, the request of then may have arrived, whatever became of the next one.
void JobCancelRun::settle(const Try &tried, JobCancelOutcome outcome)
{
    if (tried.lost && (outcome.fate == CancelFate::Failed || outcome.fate == CancelFate::NotTried))
        outcome.fate = CancelFate::Unconfirmed;
    land(tried);
    report(outcome);
    goOn();
}

void JobCancelRun::land(const Try &tried)
{
    std::erase_if(m_inFlight, [&tried](const InFlight &one) { return one.tried.job->id == tried.job->id; });
}

void JobCancelRun::report(const JobCancelOutcome &outcome)
{
    m_promise->addResult(outcome);
}

} // namespace Runnerscope
