// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetround.h"

#include "app/fleet/fleetbuilder.h"
#include "app/gitlab/listplan.h"
#include "app/gitlab/runnercounts.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// What this user may no longer list stays in the fleet for so long after it was read last.
constexpr std::chrono::days forgetAfter{7};

} // namespace

FleetRound::FleetRound(GraphQlClient &graphQl, RestClient &rest, RunnerDecoder &decoder, FleetBuilder &builder,
    InstanceId instance, QObject *parent) :
    QObject(parent),
    m_graphQl(graphQl),
    m_rest(rest),
    m_decoder(decoder),
    m_builder(builder),
    m_walk(graphQl, decoder),
    m_further(
        graphQl, rest, decoder, [this](RunnerId id) { return m_builder.hasSeen(id); }, instance),
    m_gone(graphQl)
{
    connect(&m_walk, &FleetWalk::pageRead, this,
        [this](const RunnerPage &page, ServerTime readAt) { takeRunners(page.runners, readAt); });
    connect(&m_walk, &FleetWalk::finished, this, &FleetRound::readFurther);
    connect(&m_walk, &FleetWalk::failed, this, &FleetRound::fail);
    connect(&m_further, &FurtherRunners::runnersRead, this, &FleetRound::takeRunners);
    connect(&m_further, &FurtherRunners::finished, this, &FleetRound::finishWalk);
    connect(&m_further, &FurtherRunners::failed, this, &FleetRound::fail);
    connect(&m_gone, &GoneCheck::finished, this, &FleetRound::takeGone);
}

bool FleetRound::isUnderWay() const
{
    return m_survey || m_count || m_walk.isUnderWay() || m_further.isUnderWay() || m_gone.isUnderWay();
}

void FleetRound::goOn(Urgency urgency)
{
    if (isUnderWay())
        return;
    m_urgency = urgency;
    if (m_findings && m_walk.canResume()) {
        m_walk.resume(urgency);
        emit walkBegan();
    } else if (m_findings && m_findings->access.role == Role::Administrator) {
        if (m_walked)
            recount();
        else
            startWalk();
    } else {
        survey(); // others may have joined or left groups and projects, or have got admin mode back
    }
}

void FleetRound::hasten()
{
    m_urgency = Urgency::Foreground;
    m_walk.hasten();
}

void FleetRound::forgetFleet()
{
    m_memory = {};
    m_sawWhole = false;
}

qint64 FleetRound::read() const
{
    return static_cast<qint64>(m_builder.seenInWalk());
}

void FleetRound::survey()
{
    m_survey = new AccessSurvey(m_graphQl, m_rest, m_graphQl.book(), this);
    connect(m_survey, &AccessSurvey::finished, this, &FleetRound::takeSurvey);
    emit walkBegan();
}

void FleetRound::takeSurvey(const AccessResult &result)
{
    m_survey.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        fail(*error);
        return;
    }
    m_findings = std::get<AccessFindings>(result);
    m_walked = false;
    emit accessFound(m_findings->access);
    startWalk();
}

/// A runner of a type that this program does not know stands in no list of one type.
void FleetRound::recount()
{
    m_count = m_graphQl.send({QStringLiteral("RunnerCounts")}, m_urgency);
    connect(m_count, &GraphQlReply::finished, this, &FleetRound::takeCounts);
    emit walkBegan();
}

void FleetRound::takeCounts(const GraphQlResult &result)
{
    m_count.clear();
    const auto *answer = std::get_if<GraphQlData>(&result);
    if (const auto counts = answer ? decodeRunnerCounts(answer->data) : std::nullopt)
        m_findings->counts = counts;
    startWalk();
}

void FleetRound::startWalk()
{
    m_walked = true;
    m_lists = listsFor(*m_findings);
    m_builder.beginWalk();
    m_walk.start(m_lists, m_memory.bookmarks, m_urgency);
    emit walkBegan();
}

void FleetRound::takeRunners(const std::vector<Runner> &runners, ServerTime readAt)
{
    m_builder.merge(runners, readAt);
    emit runnersRead();
}

/// An auditor's lists do not show everything.
void FleetRound::readFurther()
{
    if (mayHaveFurtherRunners(*m_findings))
        m_further.start(m_urgency);
    else
        finishWalk();
}

void FleetRound::takeCoverage(bool sawAll)
{
    m_sawWhole = m_sawWhole || sawAll;
    Coverage coverage{m_sawWhole ? Coverage::Kind::Whole : Coverage::Kind::Partial, m_walk.total(), m_walk.parts()};
    if (mayHaveFurtherRunners(*m_findings))
        coverage.parts.push_back({FleetPart::Kind::AllRunners, {}, FleetPart::State::Whole});
    m_builder.setCoverage(coverage);
}

void FleetRound::finishWalk()
{
    // GitLab leaves out in silence what may not be read: then nobody knows which runners are really gone.
    const bool sawAll = m_walk.sawAll();
    takeCoverage(sawAll);
    const QStringList scope = scopeOf(m_lists, m_builder.coverage().parts);
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

void FleetRound::checkMissing()
{
    using Proof = GoneCheck::Proof;
    const std::vector<RunnerId> missing = m_builder.unseen();
    const bool listsAll = m_findings->access.role == Role::Administrator;
    if (missing.empty())
        takeGone({});
    else
        m_gone.start(missing, m_builder.someSeen(), listsAll ? Proof::ListOfAll : Proof::Witnesses, m_urgency);
}

void FleetRound::takeGone(const std::vector<RunnerId> &gone)
{
    m_builder.remove(gone);
    emit finished();
}

void FleetRound::fail(const FetchError &error)
{
    const bool bookmarksMayBeOld = m_walk.isInterrupted() && !m_memory.bookmarks.isEmpty();
    if (error.kind == FetchError::Kind::RequestRefused && m_findings && bookmarksMayBeOld) {
        m_memory.bookmarks.clear(); // a server that was upgraded or moved may not know them any more
        startWalk();
        return;
    }
    if (!isTransient(error.kind))
        doubtAccess();
    emit failed(error);
}

} // namespace Runnerscope
