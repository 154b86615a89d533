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
    m_backoff(rhythm.firstRetry, rhythm.slowestRetry)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { startRound(Urgency::Background); });
    connect(&m_round, &JobsRound::finished, this, [this](const JobListPtr &jobs) {
        m_backoff.succeeded();
        m_first = false;
        waitFor(interval());
        emit jobsRead(jobs);
    });
    connect(&m_round, &JobsRound::failed, this, [this](const FetchError &error) {
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
    if (std::exchange(m_role, access.role) != access.role)
        next();
}

void JobsWatch::refresh()
{
    if (m_watched && !m_round.isUnderWay())
        startRound(Urgency::Foreground);
}

/// What somebody has begun to look at is read at once, the rest in its turn.
void JobsWatch::next()
{
    if (!m_watched || m_role == Role::Unknown) {
        m_timer.stop();
        m_round.stop();
    } else if (m_first && !m_round.isUnderWay()) {
        startRound(Urgency::Foreground);
    } else if (!m_round.isUnderWay()) {
        waitFor(interval());
    }
}

void JobsWatch::startRound(Urgency urgency)
{
    m_timer.stop();
    if (m_role == Role::Administrator)
        m_round.start(urgency);
    else if (m_role != Role::Unknown)
        emit jobsRead(std::make_shared<JobList>());
}

void JobsWatch::waitFor(std::chrono::milliseconds time)
{
    m_timer.stop();
    if (m_watched && m_pace != FleetPace::Stopped)
        m_timer.start(time);
}

} // namespace Runnerscope
