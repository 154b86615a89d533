// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/window/actions.h"

#include <QObject>
#include <QString>

namespace Runnerscope {

/// How often the user wants the fleet to be read again: one of three actions of the menu.
class PaceChoice : public QObject
{
    Q_OBJECT

public:
    explicit PaceChoice(Actions &actions, QObject *parent = nullptr);

    FleetPace pace() const;
    /// For settings; never translated.
    QString stored() const;
    /// Takes what stored() gave.
    void restore(const QString &stored);

signals:
    void changed();

private:
    Actions &m_actions;
};

} // namespace Runnerscope
