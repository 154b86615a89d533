// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/gitlab/backoff.h"
#include "app/gitlab/jobsround.h"
#include "app/gitlab/projectjobsround.h"
#include "app/gitlab/rhythm.h"

#include <QTimer>

namespace Runnerscope {

/// Reads the jobs that wait and run, again and again while somebody looks at them. Never two rounds at once; a round
/// that takes long delays the next one.
class JobsWatch : public QObject
{
    Q_OBJECT

public:
    JobsWatch(GraphQlClient &client, InstanceId instance, const Rhythm &rhythm, QObject *parent = nullptr);

    /// Whether somebody looks.
    void setWatched(bool watched);
    void setPace(FleetPace pace);
    /// Who the user is: administrators are shown the jobs of the instance, others those of their projects.
    void setAccess(const Access &access);
    /// Of a user whose jobs are merged from projects: these; see ProjectJobsRound::projects().
    QStringList projects() const { return m_projects.projects(); }
    /// Until the round after one that went well.
    std::chrono::milliseconds interval() const;
    /// Now, if somebody looks.
    void refresh();

signals:
    void jobsRead(const Runnerscope::JobListPtr &jobs);
    /// The next round is tried later.
    void failed(const Runnerscope::FetchError &error);

private:
    void next();
    template <typename Round>
    void join(Round &round);
    bool isUnderWay() const { return m_round.isUnderWay() || m_projects.isUnderWay(); }
    void stopRounds();
    void startRound(Pacing::Urgency urgency);
    void waitFor(std::chrono::milliseconds time);

    Rhythm m_rhythm;
    JobsRound m_round; ///< of an administrator
    ProjectJobsRound m_projects; ///< of everybody else
    QTimer m_timer;
    Backoff m_backoff;
    Role m_role = Role::Unknown;
    QString m_user; ///< by name
    FleetPace m_pace = FleetPace::Usual;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background; ///< of the round
    bool m_watched = false;
    bool m_first = true; ///< nothing has been read since somebody began to look
};

} // namespace Runnerscope
