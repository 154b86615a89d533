// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/activity.h"

#include "models/rules/wording.h"

namespace Runnerscope {

namespace {

/// Of a pace that is not the usual one.
QString paceText(FleetPace pace)
{
    if (pace == FleetPace::Usual)
        return {};
    return pace == FleetPace::Slow ? Activity::tr("refreshing less often") : Activity::tr("refreshing stopped");
}

} // namespace

Activity::Activity(QObject *parent) :
    QObject(parent)
{
    constexpr std::chrono::seconds moment{8};
    m_doneFades.setSingleShot(true);
    m_doneFades.setInterval(moment);
    connect(&m_doneFades, &QTimer::timeout, this, [this] {
        m_done.clear();
        emit changed();
    });
}

QString Activity::progressText(const FleetProgress &progress)
{
    if (progress.phase == FleetProgress::Phase::Idle)
        return {};
    if (progress.phase == FleetProgress::Phase::Waiting)
        return tr("Waiting to try again");
    if (!progress.expected)
        return tr("Reading…");
    return tr("%1 of %2 read").arg(Wording::count(progress.read), Wording::count(*progress.expected));
}

QString Activity::text() const
{
    if (!m_opening.isEmpty())
        return tr("Opening %1…").arg(Wording::oneLine(m_opening));
    if (!m_done.isEmpty())
        return m_done;
    const QString progress = progressText(m_reading);
    return progress.isEmpty() ? paceText(m_pace) : progress;
}

void Activity::setReading(const FleetProgress &progress)
{
    m_reading = progress;
    emit changed();
}

void Activity::setOpening(const QString &name)
{
    m_opening = name;
    emit changed();
}

void Activity::setPace(FleetPace pace)
{
    m_pace = pace;
    emit changed();
}

void Activity::setDone(const QString &sentence)
{
    m_done = sentence;
    m_doneFades.start();
    emit changed();
}

} // namespace Runnerscope
