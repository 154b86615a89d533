// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pacechoice.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

struct Pace
{
    FleetPace pace;
    Actions::Id action;
    QLatin1String stored;
};

constexpr std::array paces{
    Pace{FleetPace::Usual, Actions::Id::RefreshUsual, QLatin1String("usual")},
    Pace{FleetPace::Slow, Actions::Id::RefreshSlow, QLatin1String("slow")},
    Pace{FleetPace::Stopped, Actions::Id::RefreshStopped, QLatin1String("stopped")},
};

} // namespace

PaceChoice::PaceChoice(Actions &actions, QObject *parent) :
    QObject(parent),
    m_actions(actions)
{
    for (const Pace &pace : paces)
        connect(&m_actions[pace.action], &QAction::triggered, this, &PaceChoice::changed);
}

FleetPace PaceChoice::pace() const
{
    return std::ranges::find_if(paces, [this](const Pace &pace) { return m_actions[pace.action].isChecked(); })->pace;
}

QString PaceChoice::stored() const
{
    return std::ranges::find(paces, pace(), &Pace::pace)->stored;
}

void PaceChoice::restore(const QString &stored)
{
    m_actions[std::ranges::find(paces, stored, &Pace::stored)->action].setChecked(true);
    emit changed();
}

} // namespace Runnerscope
