// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <QThread>

#include <memory>

namespace Runnerscope {

/// Owns the fleet thread and the service that lives on it. Lives on the thread of its user; its destruction ends the
/// service on the fleet thread and waits for it.
class FleetThread
{
public:
    explicit FleetThread(std::unique_ptr<FleetService> service);
    ~FleetThread();
    Q_DISABLE_COPY_MOVE(FleetThread)

    FleetService &service() const { return *m_service; }

private:
    QThread m_thread;
    FleetService *m_service; ///< deleted when the thread finishes
};

} // namespace Runnerscope
