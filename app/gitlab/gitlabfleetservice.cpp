// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"

#include "app/fleet/fleetbuilder.h"
#include "app/fleet/queuereading.h"
#include "app/gitlab/backoff.h"
#include "app/gitlab/fleetround.h"
#include "app/gitlab/fleetupkeep.h"
#include "app/gitlab/jobcardread.h"
#include "app/gitlab/jobswatch.h"
#include "app/gitlab/keptfleet.h"
#include "app/gitlab/queuerecorder.h"
#include "app/gitlab/restclient.h"
#include "app/gitlab/runnerdetailsread.h"
#include "app/gitlab/runnerprojectsread.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Urgency = Pacing::Urgency;
using Phase = FleetProgress::Phase;

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
/// Stages: a round of reading the fleet → upkeep until the next round is due → a round → …; a failure leads to a wait
/// after which the round goes on where it stood, or to rest when only a person can mend the cause.
class GitLabFleetService::Private : public QObject
{
public:
    Private(GitLabFleetService &service, Connection connection, Rhythm rhythm, MakeArchive makeArchive);

    void start();
    void refresh();
    void readRunner(RunnerId id, const RunnerPromise &promise);
    void readProjects(const ProjectsQuestion &question, const ProjectsPromise &promise);
    void readJob(const JobReference &job, const JobPromise &promise);
    void readQueue(const QueueQuestion &question, const QueuePromise &promise);
    void setPace(FleetPace pace);
    FleetUpkeep &upkeep() { return m_upkeep; }
    JobsWatch &jobs() { return m_jobs; }

private:
    void joinRound();
    void joinUpkeep();
    void openKept();
    void closeKept();
    void goOn(Urgency urgency);
    void takeAccess(const Access &access);
    void takeProgress();
    void takeJobs(const JobListPtr &jobs);
    void takeNews(const RunnerPage &page, ServerTime readAt);
    void endRound();
    void askForLargePools();
    void fail(const FetchError &error);
    void failUpkeep(const FetchError &error);
    std::chrono::milliseconds waitAfterFailure();
    void retryIn(std::chrono::milliseconds wait);
    void publish();
    void keep();
    void report(Phase phase);
    bool hasWhole() const { return m_keptWhole || m_round.sawWhole(); }
    Phase readingPhase() const;

    GitLabFleetService &m_service;
    Connection m_connection;
    Rhythm m_rhythm;
    KeptFleet m_kept;
    RequestQueue m_queue;
    GraphQlClient m_client;
    RestClient m_rest;
    RunnerDecoder m_decoder{onlyInstance};
    FleetSource m_source;
    FleetBuilder m_builder;
    FleetRound m_round;
    FleetUpkeep m_upkeep;
    JobsWatch m_jobs;
    QueueRecorder m_recorder;
    Backoff m_backoff;
    QTimer m_retry; ///< to the next try after a failure
    FleetPace m_pace = FleetPace::Usual;
    Phase m_phase = Phase::Idle; ///< as reported last
    bool m_held = false; ///< the next try waits until the user lets the service go on by itself
    QElapsedTimer m_sincePublished;
    Urgency m_urgency = Urgency::Foreground; ///< of the round
    bool m_keptWhole = false; ///< the fleet that was kept is whole
    ServerTime::duration m_serverAhead{}; ///< of the clock of this computer, when jobs were read last
};

GitLabFleetService::Private::Private(
    GitLabFleetService &service, Connection connection, Rhythm rhythm, MakeArchive makeArchive) :
    m_service(service),
    m_connection(std::move(connection)),
    m_rhythm(rhythm),
    m_kept(std::move(makeArchive), m_connection.storeKey,
        [this](const StoreTrouble &trouble) { emit m_service.storeTroubled(trouble); }),
    m_queue(m_connection, rhythm.patience, rhythm.breadth),
    m_client(m_queue),
    m_rest(m_queue),
    m_source(sourceOf(m_connection.address)),
    m_builder(m_source),
    m_round(m_client, m_rest, m_decoder, m_builder, onlyInstance),
    m_upkeep(m_client, m_decoder, rhythm, [this](RunnerId id) { return m_builder.find(id) != nullptr; }),
    m_jobs(m_client, onlyInstance, rhythm),
    m_recorder(m_client, onlyInstance, rhythm.readBackRequests, [this] { return m_kept.queue(); }),
    m_backoff(rhythm.firstRetry, rhythm.slowestRetry)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { goOn(m_urgency); });
    joinRound();
    joinUpkeep();
    connect(&m_jobs, &JobsWatch::jobsRead, this, [this](const JobListPtr &jobs) { takeJobs(jobs); });
    connect(&m_jobs, &JobsWatch::failed, this, [this](const FetchError &error) { emit m_service.jobsFailed(error); });
}

void GitLabFleetService::Private::joinRound()
{
    connect(&m_round, &FleetRound::accessFound, this, &Private::takeAccess);
    connect(&m_round, &FleetRound::walkBegan, this, [this] { report(readingPhase()); });
    connect(&m_round, &FleetRound::runnersRead, this, &Private::takeProgress);
    connect(&m_round, &FleetRound::failed, this, &Private::fail);
    connect(&m_round, &FleetRound::finished, this, [this] {
        publish();
        keep();
        m_upkeep.start(m_round.lists(), m_round.totals());
        askForLargePools();
        endRound();
    });
}

void GitLabFleetService::Private::joinUpkeep()
{
    connect(&m_upkeep, &FleetUpkeep::pageRead, this, &Private::takeNews);
    connect(&m_upkeep, &FleetUpkeep::walkDue, this, [this] { goOn(Urgency::Background); });
    connect(&m_upkeep, &FleetUpkeep::missed, this, [this] { goOn(Urgency::Background); });
    connect(&m_upkeep, &FleetUpkeep::failed, this, &Private::failUpkeep);
    connect(&m_upkeep, &FleetUpkeep::newsRead, this, [this] {
        publish();
        keep();
        endRound();
    });
    connect(&m_upkeep, &FleetUpkeep::completionEnded, this, [this] {
        publish();
        keep();
    });
    connect(
        &m_upkeep, &FleetUpkeep::pulsesRead, this, [this](const std::vector<RunnerPulse> &pulses, ServerTime readAt) {
            m_builder.mergePulses(pulses, readAt);
            publish();
        });
    connect(&m_upkeep, &FleetUpkeep::managersRead, this,
        [this](RunnerId id, const std::vector<RunnerManager> &managers, int count) {
            m_builder.mergeManagers(id, managers, count);
        });
}

void GitLabFleetService::Private::start()
{
    if (m_round.findings() || m_round.isUnderWay() || m_retry.isActive())
        return;
    openKept();
    goOn(Urgency::Foreground);
}

/// Shows the fleet that was kept for this user, if one was.
void GitLabFleetService::Private::openKept()
{
    const FleetPtr kept = m_kept.open(m_connection.userName);
    if (!kept || m_builder.size() > 0)
        return;
    m_builder.seed(*kept);
    m_round.setMemory(m_kept.memory());
    m_keptWhole = kept->coverage.kind == Coverage::Kind::Whole;
    FleetSource source = m_round.findings() ? m_source : kept->source;
    source.cached = !m_round.findings();
    m_builder.setSource(source);
    publish();
}

/// The kept fleet is another user's.
void GitLabFleetService::Private::closeKept()
{
    m_kept.close();
    m_recorder.forget();
    m_round.forgetFleet();
    m_keptWhole = false;
    m_builder.setSource(m_source);
    m_builder.clear();
    publish();
}

void GitLabFleetService::Private::setPace(FleetPace pace)
{
    m_pace = pace;
    m_upkeep.setPace(pace);
    m_jobs.setPace(pace);
    m_queue.setBackgroundHeld(pace == FleetPace::Stopped);
    if (m_round.isUnderWay()) {
        report(readingPhase());
    } else if (pace != FleetPace::Stopped) {
        if (m_held)
            goOn(Urgency::Background);
    } else if (m_phase == Phase::Waiting) {
        m_held = m_retry.isActive();
        m_retry.stop();
        report(Phase::Idle);
    }
}

/// Of a round under way.
FleetProgress::Phase GitLabFleetService::Private::readingPhase() const
{
    if (m_pace == FleetPace::Stopped && m_urgency == Urgency::Background)
        return Phase::Idle; // it stands still
    return hasWhole() ? Phase::Refreshing : Phase::Loading;
}

void GitLabFleetService::Private::refresh()
{
    m_jobs.refresh();
    if (!m_round.isUnderWay()) {
        goOn(Urgency::Foreground);
        return;
    }
    m_urgency = Urgency::Foreground;
    m_round.hasten();
}

void GitLabFleetService::Private::goOn(Urgency urgency)
{
    if (m_round.isUnderWay())
        return;
    m_urgency = urgency;
    m_retry.stop();
    m_held = false;
    m_upkeep.pause();
    m_round.goOn(urgency);
}

void GitLabFleetService::Private::takeAccess(const Access &access)
{
    if (m_kept.isOpen() && m_kept.userName() != access.user.username)
        closeKept();
    m_connection.userName = access.user.username;
    m_source.serverVersion = access.serverVersion;
    m_source.userName = access.user.username;
    m_builder.setSource(m_source);
    m_service.announce(access);
    m_jobs.setAccess(access);
    openKept();
}

void GitLabFleetService::Private::takeProgress()
{
    m_backoff.succeeded();
    const auto rest = std::max<std::chrono::milliseconds>(
        m_rhythm.publishEvery, std::chrono::duration_cast<std::chrono::milliseconds>(restPerRow * m_builder.size()));
    if (!m_sincePublished.isValid() || m_sincePublished.hasExpired(rest.count()))
        publish();
    if (m_round.isUnderWay()) // else it failed, and this was still on its way
        report(readingPhase());
}

void GitLabFleetService::Private::takeJobs(const JobListPtr &jobs)
{
    if (!isRefused(*jobs))
        m_serverAhead = jobs->readAt - std::chrono::floor<ServerTime::duration>(std::chrono::system_clock::now());
    m_recorder.take(jobs, m_jobs.interval(), m_jobs.projects());
    m_service.publishJobs(jobs);
}

void GitLabFleetService::Private::takeNews(const RunnerPage &page, ServerTime readAt)
{
    m_backoff.succeeded();
    m_builder.merge(page.runners, readAt);
}

void GitLabFleetService::Private::endRound()
{
    report(Phase::Idle);
    emit m_service.walkFinished();
}

void GitLabFleetService::Private::askForLargePools()
{
    std::vector<RunnerId> large;
    m_builder.forEach([&large](const Runner &runner) {
        if (runner.managerCount > managersInList)
            large.push_back(runner.id);
    });
    if (!large.empty())
        m_upkeep.completeManagers(large);
}

void GitLabFleetService::Private::fail(const FetchError &error)
{
    using Kind = FetchError::Kind;
    m_upkeep.pause();
    const bool wantsPerson =
        error.kind == Kind::Unauthorized || error.kind == Kind::ApiBlocked || error.kind == Kind::ScopeMissing;
    if (isTransient(error.kind))
        retryIn(waitAfterFailure());
    else if (hasWhole() && !wantsPerson)
        retryIn(m_rhythm.slowestRetry); // it worked before: perhaps an update or a network in between
    if (m_round.read() > 0)
        publish();
    report(m_retry.isActive() ? Phase::Waiting : Phase::Idle);
    emit m_service.failed(error);
}

/// A look for what is new is tried again; a complete walk is not due for that.
void GitLabFleetService::Private::failUpkeep(const FetchError &error)
{
    m_urgency = Urgency::Background;
    if (!isTransient(error.kind)) {
        m_round.doubtAccess();
        fail(error);
        return;
    }
    m_upkeep.retryNewsIn(waitAfterFailure());
    report(m_pace == FleetPace::Stopped ? Phase::Idle : Phase::Waiting);
    emit m_service.failed(error);
}

std::chrono::milliseconds GitLabFleetService::Private::waitAfterFailure()
{
    const auto wait = m_backoff.failed(QRandomGenerator::global()->generateDouble());
    return std::max(wait, m_queue.demandedWait());
}

void GitLabFleetService::Private::retryIn(std::chrono::milliseconds wait)
{
    m_held = m_pace == FleetPace::Stopped && m_urgency == Urgency::Background;
    if (!m_held)
        m_retry.start(wait);
}

void GitLabFleetService::Private::publish()
{
    m_sincePublished.start();
    const FleetBuilder::Publication publication = m_builder.publish();
    m_service.publish(publication.fleet, publication.delta);
}

void GitLabFleetService::Private::keep()
{
    m_kept.keep(m_service.newest(), m_round.memory());
}

void GitLabFleetService::Private::report(Phase phase)
{
    m_phase = phase;
    m_service.report({phase, m_round.read(), m_round.total()});
}

void GitLabFleetService::Private::readRunner(RunnerId id, const RunnerPromise &promise)
{
    new RunnerDetailsRead(
        m_client, m_decoder, id, [this](RunnerId seen) { return m_kept.history(seen); }, promise, this);
}

void GitLabFleetService::Private::readProjects(const ProjectsQuestion &question, const ProjectsPromise &promise)
{
    new RunnerProjectsRead(m_client, question, promise, this);
}

void GitLabFleetService::Private::readJob(const JobReference &job, const JobPromise &promise)
{
    new JobCardRead(m_client, m_rest, m_decoder, onlyInstance, job, promise, this);
}

void GitLabFleetService::Private::readQueue(const QueueQuestion &question, const QueuePromise &promise)
{
    QueueArchive *queue = m_kept.queue();
    const ServerTime now = std::chrono::floor<ServerTime::duration>(std::chrono::system_clock::now()) + m_serverAhead;
    answer(promise, queue ? std::optional(historyIn(*queue, question, now)) : std::nullopt);
}

GitLabFleetService::GitLabFleetService(Connection connection, QObject *parent) :
    GitLabFleetService(std::move(connection), Rhythm(), nullptr, parent)
{
}

GitLabFleetService::GitLabFleetService(Connection connection, Rhythm rhythm, MakeArchive makeArchive, QObject *parent) :
    FleetService(parent),
    m_connection(std::move(connection)),
    m_rhythm(rhythm),
    m_makeArchive(std::move(makeArchive))
{
}

GitLabFleetService::~GitLabFleetService() = default;

GitLabFleetService::Private &GitLabFleetService::inside()
{
    if (!d)
        d = std::make_unique<Private>(*this, m_connection, m_rhythm, m_makeArchive);
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

void GitLabFleetService::doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise)
{
    if (!promise->isCanceled())
        inside().readProjects(question, promise);
}

void GitLabFleetService::doReadJob(const JobReference &job, JobPromise promise)
{
    if (!promise->isCanceled())
        inside().readJob(job, promise);
}

void GitLabFleetService::doReadQueue(const QueueQuestion &question, QueuePromise promise)
{
    inside().readQueue(question, promise);
}

void GitLabFleetService::doSetPace(FleetPace pace)
{
    inside().setPace(pace);
}

void GitLabFleetService::doSetJobsWatched(bool watched)
{
    inside().jobs().setWatched(watched);
}

void GitLabFleetService::doSetVisibleRunners(const std::vector<RunnerId> &runners)
{
    inside().upkeep().setVisibleRunners(runners);
}

} // namespace Runnerscope
