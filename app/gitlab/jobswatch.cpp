// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobswatch.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Runnerscope {

using Urgency = Pacing::Urgency;

JobsWatch::JobsWatch(GraphQlClient &client, InstanceId instance, const Rhythm &rhythm, QObject *parent) :
    QObject(parent),
    m_rhythm(rhythm),
    m_round(client, instance),
    m_projects(client, instance),
    m_backoff(rhythm.firstRetry, rhythm.slowestRetry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { startRound(Urgency::Background); });
    join(m_round);
    join(m_projects);
}

template <typename Round>
void JobsWatch::join(Round &round)
{
    connect(&round, &Round::finished, this, [this](const JobListPtr &jobs) {
        m_backoff.succeeded();
        m_first = false;
        waitFor(interval());
        emit jobsRead(jobs);
    });
    connect(&round, &Round::failed, this, [this](const FetchError &error) {
        waitFor(std::max(interval(), m_backoff.failed(QRandomGenerator::global()->generateDouble())));
        emit failed(error);
    });
}

std::chrono::milliseconds JobsWatch::interval() const
{
    return m_rhythm.jobsEvery * (m_pace == FleetPace::Slow ? m_rhythm.slowFactor : 1);
}

void JobsWatch::setWatched(bool watched)
{
    if (std::exchange(m_watched, watched) == watched)
        return;
    m_first = true;
    next();
}

void JobsWatch::setPace(FleetPace pace)
{
    if (std::exchange(m_pace, pace) != pace)
        next();
}

void JobsWatch::setAccess(const Access &access)
{
    const bool other = std::exchange(m_user, access.user.username) != access.user.username;
    if (std::exchange(m_role, access.role) == access.role && !other)
        return;
    using Whose = ProjectDirectory::Whose;
    stopRounds();
    m_projects.setWhose(access.role == Role::Auditor ? Whose::Readable : Whose::Members);
    next();
}

void JobsWatch::refresh()
{
    if (m_watched && (!isUnderWay() || m_urgency == Urgency::Background))
        startRound(Urgency::Foreground); // which gives up what nobody waited for, and what it saw may be old
}

/// What somebody has begun to look at is read at once, the rest in its turn.
void JobsWatch::next()
{
    if (!m_watched || m_role == Role::Unknown) {
        m_timer.stop();
        stopRounds();
    } else if (m_first && !isUnderWay()) {
        startRound(Urgency::Foreground);
    } else if (!isUnderWay()) {
        waitFor(interval());
    }
}

void JobsWatch::startRound(Urgency urgency)
{
    m_timer.stop();
    m_urgency = urgency;
    if (m_role == Role::Administrator)
        m_round.start(urgency);
    else if (m_role != Role::Unknown)
        m_projects.start(urgency);
}

void JobsWatch::stopRounds()
{
    m_round.stop();
    m_projects.stop();
}

void JobsWatch::waitFor(std::chrono::milliseconds time)
{
    m_timer.stop();
    if (m_watched && m_pace != FleetPace::Stopped)
        m_timer.start(time);
}

} // namespace Runnerscope
