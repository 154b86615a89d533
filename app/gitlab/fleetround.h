// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/accesssurvey.h"
#include "app/gitlab/fleetwalk.h"
#include "app/gitlab/furtherrunners.h"
#include "app/gitlab/gonecheck.h"
#include "app/gitlab/walkmemory.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace Runnerscope {

class FleetBuilder;

/// Reads a fleet completely, round after round:
///
///   survey: who is this user ─→ walk over the lists he may see ─→ runners that no list shows ─→ which of the missing
///   are gone ─→ finished
///
/// An administrator is surveyed once, and counted anew before each further walk; others may have joined or left groups,
/// so that each round begins with a survey. What is read goes to the builder at once; nothing leaves it before the
/// server has confirmed that it is gone. A round that failed goes on where its walk stood, where that makes sense.
class FleetRound : public QObject
{
    Q_OBJECT

public:
    using Urgency = Pacing::Urgency;

    FleetRound(GraphQlClient &graphQl, RestClient &rest, RunnerDecoder &decoder, FleetBuilder &builder,
        InstanceId instance, QObject *parent = nullptr);

    bool isUnderWay() const;
    /// Begins a round, or goes on with the one that failed. Nothing happens while one is under way.
    void goOn(Urgency urgency);
    /// Goes on at the pace of a person who waits.
    void hasten();

    /// None before the server has said who this is, and when that is in doubt.
    const std::optional<AccessFindings> &findings() const { return m_findings; }
    /// Rights may have changed: the next round begins with a survey.
    void doubtAccess() { m_findings.reset(); }
    /// The fleet is another user's: nothing is known of it.
    void forgetFleet();

    /// What the last walk left, be it of another run of the program.
    const WalkMemory &memory() const { return m_memory; }
    void setMemory(const WalkMemory &memory) { m_memory = memory; }

    /// Of the walk under way or the last one.
    qint64 read() const;
    std::optional<qint64> total() const { return m_walk.total(); }
    QHash<QString, qint64> totals() const { return m_walk.totals(); }
    /// What the fleet is read from.
    const std::vector<RunnerList> &lists() const { return m_lists; }
    /// A walk of this run of the program has seen the fleet whole.
    bool sawWhole() const { return m_sawWhole; }

signals:
    /// The walk begins when this has been heard.
    void accessFound(const Runnerscope::Access &access);
    void walkBegan();
    /// The builder has taken runners.
    void runnersRead();
    void finished();
    void failed(const Runnerscope::FetchError &error);

private:
    void survey();
    void takeSurvey(const AccessResult &result);
    void recount();
    void takeCounts(const GraphQlResult &result);
    void startWalk();
    void takeRunners(const std::vector<Runner> &runners, ServerTime readAt);
    void readFurther();
    void finishWalk();
    void takeCoverage(bool sawAll);
    void checkMissing();
    void takeGone(const std::vector<RunnerId> &gone);
    void fail(const FetchError &error);

    GraphQlClient &m_graphQl;
    RestClient &m_rest;
    RunnerDecoder &m_decoder;
    FleetBuilder &m_builder;
    QPointer<AccessSurvey> m_survey;
    QPointer<GraphQlReply> m_count;
    FleetWalk m_walk;
    FurtherRunners m_further;
    GoneCheck m_gone;
    std::optional<AccessFindings> m_findings;
    std::vector<RunnerList> m_lists;
    WalkMemory m_memory;
    Urgency m_urgency = Urgency::Foreground;
    bool m_walked = false; ///< since the survey
    bool m_sawWhole = false;
};

} // namespace Runnerscope
