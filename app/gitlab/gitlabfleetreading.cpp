// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a GitLabFleetService reads its fleet: rounds, upkeep between them, failures.
#include "app/gitlab/gitlabfleetservice_p.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Urgency = Pacing::Urgency;
using Phase = FleetProgress::Phase;

/// A snapshot of many rows is worth waiting for: putting it in order takes the other threads about this long per row.
constexpr std::chrono::microseconds restPerRow{10};

FleetSource sourceOf(const ServerAddress &address, InstanceId instance)
{
    FleetSource source;
    source.instance = instance;
    source.label = address.label();
    source.webUrl = address.base().toString();
    return source;
}

} // namespace

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
    m_source(sourceOf(m_connection.address, onlyInstance)),
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

} // namespace Runnerscope
