// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetupkeep.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

FleetUpkeep::FleetUpkeep(
    GraphQlClient &client, RunnerDecoder &decoder, const Rhythm &rhythm, FleetNews::IsKnown isKnown, QObject *parent) :
    QObject(parent),
    m_rhythm(rhythm),
    m_completion(client, decoder),
    m_news(client, decoder, std::move(isKnown)),
    m_pulse(client)
{
    for (QTimer *timer : {&m_walkTimer, &m_newsTimer, &m_pulseTimer})
        timer->setSingleShot(true);
    connect(&m_walkTimer, &QTimer::timeout, this, &FleetUpkeep::walkDue);
    connect(&m_newsTimer, &QTimer::timeout, this, [this] { m_news.start(); });
    connect(&m_pulseTimer, &QTimer::timeout, this, &FleetUpkeep::beat);
    connect(&m_news, &FleetNews::pageRead, this, &FleetUpkeep::pageRead);
    connect(&m_news, &FleetNews::failed, this, &FleetUpkeep::failed);
    connect(&m_news, &FleetNews::finished, this, &FleetUpkeep::takeNews);
    connect(&m_pulse, &PulseRound::pulsesRead, this, &FleetUpkeep::pulsesRead);
    connect(&m_pulse, &PulseRound::missed, this, &FleetUpkeep::takeMissed);
    connect(&m_completion, &ManagerCompletion::completed, this, &FleetUpkeep::managersRead);
    connect(&m_completion, &ManagerCompletion::finished, this, &FleetUpkeep::completionEnded);
}

void FleetUpkeep::start(const std::vector<RunnerList> &lists, const QHash<QString, qint64> &totals)
{
    m_news.expect(lists, totals);
    m_running = true;
    m_walkTimer.stop();
    schedule();
}

void FleetUpkeep::pause()
{
    m_running = false;
    for (QTimer *timer : {&m_walkTimer, &m_newsTimer, &m_pulseTimer})
        timer->stop();
    m_news.stop();
    m_pulse.stop();
    m_completion.stop();
}

void FleetUpkeep::schedule()
{
    const int factor = m_pace == FleetPace::Slow ? m_rhythm.slowFactor : 1;
    if (!m_running || m_pace == FleetPace::Stopped) {
        for (QTimer *timer : {&m_walkTimer, &m_newsTimer, &m_pulseTimer})
            timer->stop();
        return;
    }
    if (!m_walkTimer.isActive())
        m_walkTimer.start(m_rhythm.walkEvery * factor);
    m_newsTimer.start(m_rhythm.newsEvery * factor);
    m_pulseTimer.start(m_rhythm.pulsesEvery * factor);
}

void FleetUpkeep::retryNewsIn(std::chrono::milliseconds wait)
{
    if (m_running && m_pace != FleetPace::Stopped)
        m_newsTimer.start(wait);
}

void FleetUpkeep::setPace(FleetPace pace)
{
    if (std::exchange(m_pace, pace) == pace)
        return;
    m_walkTimer.stop();
    schedule();
}

void FleetUpkeep::setVisibleRunners(const std::vector<RunnerId> &runners)
{
    m_visible = runners;
}

void FleetUpkeep::takeNews(const QStringList &changed)
{
    emit newsRead();
    if (!m_running || m_pace == FleetPace::Stopped)
        return;
    if (!changed.isEmpty())
        emit walkDue();
    else
        m_newsTimer.start(m_rhythm.newsEvery * (m_pace == FleetPace::Slow ? m_rhythm.slowFactor : 1));
}

/// Of runners that may not be read any more, each walk would find out nothing new.
void FleetUpkeep::takeMissed(const std::vector<RunnerId> &runners)
{
    const std::set<RunnerId> before = std::exchange(m_missed, {runners.begin(), runners.end()});
    if (!std::ranges::includes(before, m_missed))
        emit missed();
}

void FleetUpkeep::beat()
{
    if (!m_pulse.isUnderWay())
        m_pulse.start(m_visible);
    m_pulseTimer.start(m_rhythm.pulsesEvery * (m_pace == FleetPace::Slow ? m_rhythm.slowFactor : 1));
}

} // namespace Runnerscope
