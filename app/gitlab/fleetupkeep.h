// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/gitlab/fleetnews.h"
#include "app/gitlab/managercompletion.h"
#include "app/gitlab/pulseround.h"
#include "app/gitlab/rhythm.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace Runnerscope {

/// Keeps a fleet fresh between complete walks, all in the background: the rows on screen every few seconds, what is new
/// every minute, the managers of large pools after each walk. Says when the next complete walk is due.
class FleetUpkeep : public QObject
{
    Q_OBJECT

public:
    FleetUpkeep(GraphQlClient &client, RunnerDecoder &decoder, const Rhythm &rhythm, FleetNews::IsKnown isKnown,
        QObject *parent = nullptr);

    /// After a walk over these lists, which had so many runners.
    void start(const std::vector<RunnerList> &lists, const QHash<QString, qint64> &totals);
    /// Reads all managers of these runners.
    void completeManagers(const std::vector<RunnerId> &runners) { m_completion.start(runners); }
    /// A walk begins, or the server fails: nothing is asked until start().
    void pause();

    /// After failed(): the next look for what is new comes after that time.
    void retryNewsIn(std::chrono::milliseconds wait);
    void setPace(FleetPace pace);
    void setVisibleRunners(const std::vector<RunnerId> &runners);

signals:
    void pageRead(const Runnerscope::RunnerPage &page, Runnerscope::ServerTime readAt);
    void pulsesRead(const std::vector<Runnerscope::RunnerPulse> &pulses, Runnerscope::ServerTime readAt);
    /// There are runners on screen that the server does not answer for any more.
    void missed();
    void managersRead(
        Runnerscope::RunnerId id, const std::vector<Runnerscope::RunnerManager> &managers, int managerCount);
    /// What completeManagers() asked for has been read, as far as it could be.
    void completionEnded();
    void newsRead();
    /// The next complete walk is due, or the lists show that the fleet has changed.
    void walkDue();
    /// A look for what is new has failed. Nothing more is looked for until retryNewsIn() or start().
    void failed(const Runnerscope::FetchError &error);

private:
    void schedule();
    void takeNews(const QStringList &changed);
    void takeMissed(const std::vector<RunnerId> &runners);
    void beat();

    Rhythm m_rhythm;
    ManagerCompletion m_completion;
    FleetNews m_news;
    PulseRound m_pulse;
    QTimer m_walkTimer;
    QTimer m_newsTimer;
    QTimer m_pulseTimer;
    std::vector<RunnerId> m_visible;
    std::set<RunnerId> m_missed; ///< of those, in the last round
    FleetPace m_pace = FleetPace::Usual;
    bool m_running = false;
};

} // namespace Runnerscope
