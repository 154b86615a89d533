// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"

#include "app/fleet/fleetbuilder.h"
#include "app/gitlab/backoff.h"
#include "app/gitlab/fleetwalk.h"
#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"
#include "app/gitlab/runnerdetailsread.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <utility>

namespace Runnerscope {

namespace {

/// All runners of a run of the program belong to one instance so far.
constexpr InstanceId onlyInstance{};

/// A snapshot of many rows is worth waiting for: putting it in order takes the other threads about this long per row.
constexpr std::chrono::microseconds restPerRow{10};

FleetSource sourceOf(const ServerAddress &address)
{
    FleetSource source;
    source.instance = onlyInstance;
    source.label = address.label();
    source.webUrl = address.base().toString();
    return source;
}

} // namespace

/// The service's inside, made on the fleet thread when it is first asked for something.
///
/// Stages: server information → walk → wait → walk → …; a failure leads to a wait after which the walk goes on where it
/// stood, or to rest when only a person can mend the cause.
class GitLabFleetService::Private : public QObject
{
public:
    Private(GitLabFleetService &service, Connection connection, Rhythm rhythm);

    void start();
    void refresh();
    void readRunner(RunnerId id, const RunnerPromise &promise);

private:
    void goOn(Pacing::Urgency urgency);
    void readServerInfo(Pacing::Urgency urgency);
    void takeServerInfo(const GraphQlResult &result, Pacing::Urgency urgency);
    void startWalk(Pacing::Urgency urgency);
    void takePage(const RunnerPage &page, ServerTime readAt);
    void finishWalk();
    void fail(const FetchError &error);
    void publish();
    void report(FleetProgress::Phase phase);
    bool isBusy() const { return m_serverInfo || m_walk.isUnderWay(); }

    GitLabFleetService &m_service;
    Rhythm m_rhythm;
    RequestQueue m_queue;
    GraphQlClient m_client;
    RunnerDecoder m_decoder{onlyInstance};
    FleetSource m_source;
    FleetBuilder m_builder;
    FleetWalk m_walk;
    Backoff m_backoff;
    QTimer m_timer; ///< to the next walk, or to the next try
    QPointer<GraphQlReply> m_serverInfo;
    QElapsedTimer m_sincePublished;
    qint64 m_read = 0;
    int m_unreadable = 0; ///< in this walk
    std::optional<qint64> m_expected;
    bool m_serverKnown = false;
    bool m_whole = false;
};

GitLabFleetService::Private::Private(GitLabFleetService &service, Connection connection, Rhythm rhythm) :
    m_service(service),
    m_rhythm(rhythm),
    m_queue(std::move(connection), rhythm.patience, {}),
    m_client(m_queue),
    m_source(sourceOf(m_queue.address())),
    m_builder(m_source),
    m_walk(m_client, m_decoder),
    m_backoff(rhythm.firstRetry, rhythm.slowestRetry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
        [this] { goOn(m_whole ? Pacing::Urgency::Background : Pacing::Urgency::Foreground); });
    connect(&m_walk, &FleetWalk::pageRead, this, &Private::takePage);
    connect(&m_walk, &FleetWalk::finished, this, &Private::finishWalk);
    connect(&m_walk, &FleetWalk::failed, this, &Private::fail);
}

void GitLabFleetService::Private::start()
{
    if (!m_serverKnown && !isBusy() && !m_timer.isActive())
        goOn(Pacing::Urgency::Foreground);
}

void GitLabFleetService::Private::refresh()
{
    if (isBusy())
        m_walk.hasten();
    else
        goOn(Pacing::Urgency::Foreground);
}

void GitLabFleetService::Private::goOn(Pacing::Urgency urgency)
{
    m_timer.stop();
    if (!m_serverKnown) {
        readServerInfo(urgency);
    } else if (m_walk.canResume()) {
        report(m_whole ? FleetProgress::Phase::Refreshing : FleetProgress::Phase::Loading);
        m_walk.resume(urgency);
    } else {
        startWalk(urgency);
    }
}

void GitLabFleetService::Private::readServerInfo(Pacing::Urgency urgency)
{
    report(FleetProgress::Phase::Loading);
    m_serverInfo = m_client.send({QStringLiteral("ServerInfo"), {}}, urgency);
    connect(m_serverInfo, &GraphQlReply::finished, this,
        [this, urgency](const GraphQlResult &result) { takeServerInfo(result, urgency); });
}

void GitLabFleetService::Private::takeServerInfo(const GraphQlResult &result, Pacing::Urgency urgency)
{
    m_serverInfo.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    const QJsonObject metadata = answer.data.value(QLatin1String("metadata")).toObject();
    const QJsonObject user = answer.data.value(QLatin1String("currentUser")).toObject();
    if (metadata.isEmpty() || user.isEmpty()) {
        FetchError error;
        error.kind = !answer.errors.isEmpty() ? FetchError::Kind::PartialReply
            : metadata.isEmpty()              ? FetchError::Kind::NotGitLab
                                              : FetchError::Kind::Unauthorized;
        error.host = m_client.address().host();
        fail(error);
        return;
    }
    m_source.serverVersion = metadata.value(QLatin1String("version")).toString();
    m_source.userName = user.value(QLatin1String("username")).toString();
    m_builder.setSource(m_source);
    m_serverKnown = true;
    startWalk(urgency);
}

void GitLabFleetService::Private::startWalk(Pacing::Urgency urgency)
{
    m_read = 0;
    m_unreadable = 0;
    m_builder.beginWalk();
    m_walk.start(urgency);
    report(m_whole ? FleetProgress::Phase::Refreshing : FleetProgress::Phase::Loading);
}

void GitLabFleetService::Private::takePage(const RunnerPage &page, ServerTime readAt)
{
    m_backoff.succeeded();
    m_unreadable += page.unreadable;
    m_expected = page.total;
    m_builder.setExpected(page.total);
    m_builder.merge(page.runners, readAt);
    m_read = static_cast<qint64>(m_builder.seenInWalk());
    const auto rest = std::max<std::chrono::milliseconds>(
        m_rhythm.publishEvery, std::chrono::duration_cast<std::chrono::milliseconds>(restPerRow * m_builder.size()));
    if (page.hasNextPage && (!m_sincePublished.isValid() || m_sincePublished.hasExpired(rest.count())))
        publish();
    report(m_whole ? FleetProgress::Phase::Refreshing : FleetProgress::Phase::Loading);
}

void GitLabFleetService::Private::finishWalk()
{
    // GitLab leaves out in silence what may not be read: then nobody knows which runners are really gone.
    const bool sawAll = m_unreadable == 0 && m_read >= m_expected.value_or(0);
    if (sawAll)
        m_builder.endWalk();
    m_whole = m_whole || sawAll;
    publish();
    report(FleetProgress::Phase::Idle);
    m_timer.start(m_rhythm.refreshEvery);
    emit m_service.walkFinished();
}

void GitLabFleetService::Private::fail(const FetchError &error)
{
    using Kind = FetchError::Kind;
    const bool wantsPerson = error.kind == Kind::Unauthorized || error.kind == Kind::ApiBlocked;
    if (isTransient(error.kind)) {
        const auto wait = m_backoff.failed(QRandomGenerator::global()->generateDouble());
        m_timer.start(std::max(wait, m_queue.demandedWait()));
    } else if (m_whole && !wantsPerson) {
        m_timer.start(m_rhythm.slowestRetry); // it worked before: perhaps an update or a network in between
    }
    if (m_read > 0 && !m_whole)
        publish();
    report(m_timer.isActive() ? FleetProgress::Phase::Waiting : FleetProgress::Phase::Idle);
    emit m_service.failed(error);
}

void GitLabFleetService::Private::publish()
{
    m_sincePublished.start();
    const FleetBuilder::Publication publication = m_builder.publish();
    m_service.publish(publication.fleet, publication.delta);
}

void GitLabFleetService::Private::report(FleetProgress::Phase phase)
{
    m_service.report({phase, m_read, m_expected});
}

void GitLabFleetService::Private::readRunner(RunnerId id, const RunnerPromise &promise)
{
    new RunnerDetailsRead(m_client, m_decoder, id, promise, this);
}

GitLabFleetService::GitLabFleetService(Connection connection, QObject *parent) :
    GitLabFleetService(std::move(connection), Rhythm(), parent)
{
}

GitLabFleetService::GitLabFleetService(Connection connection, Rhythm rhythm, QObject *parent) :
    FleetService(parent),
    m_connection(std::move(connection)),
    m_rhythm(rhythm)
{
}

GitLabFleetService::~GitLabFleetService() = default;

GitLabFleetService::Private &GitLabFleetService::inside()
{
    if (!d)
        d = std::make_unique<Private>(*this, m_connection, m_rhythm);
    return *d;
}

void GitLabFleetService::doStart()
{
    inside().start();
}

void GitLabFleetService::doRefresh()
{
    inside().refresh();
}

void GitLabFleetService::doReadRunner(RunnerId id, RunnerPromise promise)
{
    if (!promise->isCanceled())
        inside().readRunner(id, promise);
}

} // namespace Runnerscope
