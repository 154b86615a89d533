// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"

#include "app/fleet/fleetbuilder.h"
#include "app/gitlab/accesssurvey.h"
#include "app/gitlab/backoff.h"
#include "app/gitlab/fleetupkeep.h"
#include "app/gitlab/fleetwalk.h"
#include "app/gitlab/furtherrunners.h"
#include "app/gitlab/gonecheck.h"
#include "app/gitlab/listplan.h"
#include "app/gitlab/restclient.h"
#include "app/gitlab/runnerdetailsread.h"
#include "app/gitlab/walkmemory.h"

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

/// What this user may no longer list stays on screen for so long after it was read last.
constexpr std::chrono::days forgetAfter{7};

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
/// Stages: who is this user → walk → which of the missing are gone → upkeep until the next walk is due → walk → …; a
/// failure leads to a wait after which the walk goes on where it stood, or to rest when only a person can mend the
/// cause.
class GitLabFleetService::Private : public QObject
{
public:
    Private(GitLabFleetService &service, Connection connection, Rhythm rhythm, MakeArchive makeArchive);

    void start();
    void refresh();
    void readRunner(RunnerId id, const RunnerPromise &promise);
    void setPace(FleetPace pace);
    FleetUpkeep &upkeep() { return m_upkeep; }

private:
    void joinParts();
    void openArchive();
    void closeArchive();
    void goOn(Urgency urgency);
    void survey();
    void takeSurvey(const AccessResult &result);
    void startWalk();
    void takeRunners(const std::vector<Runner> &runners, ServerTime readAt);
    void readFurther();
    void takeNews(const RunnerPage &page, ServerTime readAt);
    void finishWalk();
    void checkMissing();
    void takeGone(const std::vector<RunnerId> &gone);
    void endRound();
    void askForLargePools();
    void fail(const FetchError &error);
    void retryIn(std::chrono::milliseconds wait);
    void publish();
    void keep();
    void report(Phase phase);
    Phase readingPhase() const { return m_whole ? Phase::Refreshing : Phase::Loading; }
    bool isBusy() const { return m_survey || m_walk.isUnderWay() || m_further.isUnderWay() || m_gone.isUnderWay(); }

    GitLabFleetService &m_service;
    Connection m_connection;
    Rhythm m_rhythm;
    MakeArchive m_makeArchive;
    std::unique_ptr<FleetArchive> m_archive;
    RequestQueue m_queue;
    GraphQlClient m_client;
    RestClient m_rest;
    RunnerDecoder m_decoder{onlyInstance};
    FleetSource m_source;
    FleetBuilder m_builder;
    QPointer<AccessSurvey> m_survey;
    std::vector<RunnerList> m_lists; ///< what the fleet is read from
    FleetWalk m_walk;
    FurtherRunners m_further;
    GoneCheck m_gone;
    FleetUpkeep m_upkeep;
    Backoff m_backoff;
    QTimer m_retry; ///< to the next try after a failure
    FleetPace m_pace = FleetPace::Usual;
    bool m_retryHeld = false; ///< the next try waits until the user lets the service go on by itself
    QElapsedTimer m_sincePublished;
    std::optional<Access> m_access; ///< none before the server has said, and when it is in doubt
    WalkMemory m_memory;
    Urgency m_urgency = Urgency::Foreground; ///< of the walk
    qint64 m_read = 0;
    bool m_whole = false; ///< there is a whole fleet, be it one that was kept
    bool m_sawWhole = false; ///< a walk of this run has seen it whole
    bool m_hasFurther = false; ///< runners that no list shows
};

GitLabFleetService::Private::Private(
    GitLabFleetService &service, Connection connection, Rhythm rhythm, MakeArchive makeArchive) :
    m_service(service),
    m_connection(std::move(connection)),
    m_rhythm(rhythm),
    m_makeArchive(std::move(makeArchive)),
    m_queue(m_connection, rhythm.patience, rhythm.breadth),
    m_client(m_queue),
    m_rest(m_queue),
    m_source(sourceOf(m_connection.address)),
    m_builder(m_source),
    m_walk(m_client, m_decoder),
    m_further(
        m_client, m_rest, m_decoder, [this](RunnerId id) { return m_builder.hasSeen(id); }, onlyInstance),
    m_gone(m_client),
    m_upkeep(m_client, m_decoder, rhythm, [this](RunnerId id) { return m_builder.find(id) != nullptr; }),
    m_backoff(rhythm.firstRetry, rhythm.slowestRetry)
{
    m_retry.setSingleShot(true);
    joinParts();
}

void GitLabFleetService::Private::joinParts()
{
    connect(&m_retry, &QTimer::timeout, this, [this] { goOn(m_urgency); });
    connect(&m_walk, &FleetWalk::pageRead, this,
        [this](const RunnerPage &page, ServerTime readAt) { takeRunners(page.runners, readAt); });
    connect(&m_walk, &FleetWalk::finished, this, &Private::readFurther);
    connect(&m_walk, &FleetWalk::failed, this, &Private::fail);
    connect(&m_further, &FurtherRunners::runnersRead, this,
        [this](const std::vector<Runner> &runners, ServerTime readAt) { takeRunners(runners, readAt); });
    connect(&m_further, &FurtherRunners::finished, this, &Private::finishWalk);
    connect(&m_further, &FurtherRunners::failed, this, &Private::fail);
    connect(&m_gone, &GoneCheck::finished, this, &Private::takeGone);
    connect(&m_upkeep, &FleetUpkeep::pageRead, this, &Private::takeNews);
    connect(&m_upkeep, &FleetUpkeep::walkDue, this, [this] { goOn(Urgency::Background); });
    connect(&m_upkeep, &FleetUpkeep::missed, this, [this] { goOn(Urgency::Background); });
    connect(&m_upkeep, &FleetUpkeep::failed, this, [this](const FetchError &error) {
        m_urgency = Urgency::Background;
        fail(error);
    });
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
    if (m_access || isBusy() || m_retry.isActive())
        return;
    openArchive();
    goOn(Urgency::Foreground);
}

/// Shows the fleet that was kept for this user, if one was.
void GitLabFleetService::Private::openArchive()
{
    if (m_archive || !m_makeArchive || m_connection.storeKey.isEmpty() || m_connection.userName.isEmpty())
        return;
    m_archive = m_makeArchive(m_connection.storeKey, m_connection.userName);
    m_archive->setTroubleListener([this](const StoreTrouble &trouble) { emit m_service.storeTroubled(trouble); });
    const FleetPtr kept = m_archive->load();
    if (!kept || m_builder.size() > 0)
        return;
    m_builder.seed(*kept);
    m_memory = WalkMemory::read(*m_archive);
    m_whole = kept->coverage.kind == Coverage::Kind::Whole;
    if (!m_access) {
        FleetSource source = kept->source;
        source.cached = true;
        m_builder.setSource(source);
    }
    publish();
}

/// The kept fleet is another user's.
void GitLabFleetService::Private::closeArchive()
{
    m_archive.reset();
    m_memory = {};
    m_whole = false;
    m_sawWhole = false;
    m_builder.setSource(m_source);
    m_builder.clear();
    publish();
}

void GitLabFleetService::Private::setPace(FleetPace pace)
{
    m_pace = pace;
    m_upkeep.setPace(pace);
    if (pace != FleetPace::Stopped && m_retryHeld) {
        goOn(Urgency::Background);
    } else if (pace == FleetPace::Stopped && m_retry.isActive()) {
        m_retry.stop();
        m_retryHeld = true;
        report(Phase::Idle);
    }
}

void GitLabFleetService::Private::refresh()
{
    if (!isBusy()) {
        goOn(Urgency::Foreground);
        return;
    }
    m_urgency = Urgency::Foreground;
    m_walk.hasten();
}

void GitLabFleetService::Private::goOn(Urgency urgency)
{
    if (isBusy())
        return;
    m_urgency = urgency;
    m_retry.stop();
    m_retryHeld = false;
    m_upkeep.pause();
    if (m_access && m_walk.canResume()) {
        m_walk.resume(urgency);
        report(readingPhase());
    } else if (m_access && m_access->role == Role::Administrator) {
        startWalk();
    } else {
        survey(); // others may have joined or left groups and projects, or have got admin mode back
    }
}

void GitLabFleetService::Private::survey()
{
    report(readingPhase());
    m_survey = new AccessSurvey(m_client, m_rest, m_client.book(), this);
    connect(m_survey, &AccessSurvey::finished, this, &Private::takeSurvey);
}

void GitLabFleetService::Private::takeSurvey(const AccessResult &result)
{
    m_survey.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    const auto &findings = std::get<AccessFindings>(result);
    m_access = findings.access;
    m_lists = listsFor(findings);
    m_hasFurther = mayHaveFurtherRunners(findings);
    if (m_archive && m_connection.userName != m_access->user.username)
        closeArchive();
    m_connection.userName = m_access->user.username;
    m_source.serverVersion = m_access->serverVersion;
    m_source.userName = m_access->user.username;
    m_builder.setSource(m_source);
    m_service.announce(*m_access);
    openArchive();
    m_builder.setSource(m_source);
    startWalk();
}

void GitLabFleetService::Private::startWalk()
{
    m_read = 0;
    m_builder.beginWalk();
    m_walk.start(m_lists, m_memory.bookmarks, m_urgency);
    report(readingPhase());
}

void GitLabFleetService::Private::takeRunners(const std::vector<Runner> &runners, ServerTime readAt)
{
    m_backoff.succeeded();
    m_builder.merge(runners, readAt);
    m_read = static_cast<qint64>(m_builder.seenInWalk());
    const auto rest = std::max<std::chrono::milliseconds>(
        m_rhythm.publishEvery, std::chrono::duration_cast<std::chrono::milliseconds>(restPerRow * m_builder.size()));
    if (!m_sincePublished.isValid() || m_sincePublished.hasExpired(rest.count()))
        publish();
    if (m_walk.isUnderWay()) // else it failed, and this was still on its way
        report(readingPhase());
}

void GitLabFleetService::Private::takeNews(const RunnerPage &page, ServerTime readAt)
{
    m_backoff.succeeded();
    m_builder.merge(page.runners, readAt);
}

/// An auditor's lists do not show everything.
void GitLabFleetService::Private::readFurther()
{
    if (m_hasFurther)
        m_further.start(m_urgency);
    else
        finishWalk();
}

void GitLabFleetService::Private::finishWalk()
{
    // GitLab leaves out in silence what may not be read: then nobody knows which runners are really gone.
    const bool sawAll = m_walk.sawAll();
    m_whole = m_whole || sawAll;
    m_sawWhole = m_sawWhole || sawAll;
    Coverage coverage{m_sawWhole ? Coverage::Kind::Whole : Coverage::Kind::Partial, m_walk.total(), m_walk.parts()};
    if (m_hasFurther)
        coverage.parts.push_back({FleetPart::Kind::AllRunners, {}, FleetPart::State::Whole});
    m_builder.setCoverage(coverage);
    const QStringList scope = scopeOf(m_lists, coverage.parts);
    const bool coversScope = std::ranges::includes(scope, m_memory.scope);
    m_memory.bookmarks = m_walk.bookmarks();
    if (sawAll && coversScope) {
        m_memory.scope = scope;
        checkMissing();
        return;
    }
    const OptionalTime now = m_builder.asOf();
    const auto forgotten = sawAll && now ? m_builder.unseenSince(*now - forgetAfter) : std::vector<RunnerId>();
    if (sawAll && forgotten.size() == m_builder.unseen().size())
        m_memory.scope = scope; // nothing is left that only the lists of before would show
    takeGone(forgotten);
}

void GitLabFleetService::Private::checkMissing()
{
    using Proof = GoneCheck::Proof;
    const std::vector<RunnerId> missing = m_builder.unseen();
    const Proof proof = m_access->role == Role::Administrator ? Proof::ListOfAll : Proof::Witnesses;
    if (missing.empty())
        takeGone({});
    else
        m_gone.start(missing, m_builder.someSeen(), proof, m_urgency);
}

void GitLabFleetService::Private::takeGone(const std::vector<RunnerId> &gone)
{
    m_builder.remove(gone);
    publish();
    keep();
    m_upkeep.start(m_lists, m_walk.totals());
    askForLargePools();
    endRound();
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
    if (error.kind == Kind::RequestRefused && m_access && m_walk.isInterrupted() && !m_memory.bookmarks.isEmpty()) {
        m_memory.bookmarks.clear(); // a server that was upgraded or moved may not know them any more
        startWalk();
        return;
    }
    const bool wantsPerson =
        error.kind == Kind::Unauthorized || error.kind == Kind::ApiBlocked || error.kind == Kind::ScopeMissing;
    if (isTransient(error.kind)) {
        const auto wait = m_backoff.failed(QRandomGenerator::global()->generateDouble());
        retryIn(std::max(wait, m_queue.demandedWait()));
    } else {
        m_access.reset(); // rights may have changed
        if (m_whole && !wantsPerson)
            retryIn(m_rhythm.slowestRetry); // it worked before: perhaps an update or a network in between
    }
    if (m_read > 0)
        publish();
    report(m_retry.isActive() ? Phase::Waiting : Phase::Idle);
    emit m_service.failed(error);
}

void GitLabFleetService::Private::retryIn(std::chrono::milliseconds wait)
{
    m_retryHeld = m_pace == FleetPace::Stopped && m_urgency == Urgency::Background;
    if (!m_retryHeld)
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
    if (!m_archive)
        return;
    m_memory.write(*m_archive);
    m_archive->keep(m_service.newest());
}

void GitLabFleetService::Private::report(Phase phase)
{
    m_service.report({phase, m_read, m_walk.total()});
}

void GitLabFleetService::Private::readRunner(RunnerId id, const RunnerPromise &promise)
{
    new RunnerDetailsRead(m_client, m_decoder, id, promise, this);
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

void GitLabFleetService::doSetPace(FleetPace pace)
{
    inside().setPace(pace);
}

void GitLabFleetService::doSetVisibleRunners(const std::vector<RunnerId> &runners)
{
    inside().upkeep().setVisibleRunners(runners);
}

} // namespace Runnerscope
