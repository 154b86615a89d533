// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <QThread>

#include <functional>
#include <memory>

namespace Runnerscope {

/// Owns the fleet thread and the service that lives on it. Lives on the thread of its user, which is the one of the
/// application.
///
/// Its destruction returns at once: the service ends on the fleet thread by itself. A fleet that is made meanwhile
/// begins when those before it have ended, so that two services never hold the same files; what it is asked for waits
/// until then. The end of the application waits for all.
class FleetThread
{
public:
    explicit FleetThread(std::unique_ptr<FleetService> service);
    ~FleetThread();
    Q_DISABLE_COPY_MOVE(FleetThread)

    /// Calls \a done once, from the event loop, when all services whose FleetThread is gone have ended: they hold their
    /// files no longer. Not at all once \a context is gone.
    static void whenEnded(QObject *context, std::function<void()> done);

    FleetService &service() const { return *m_service; }

private:
    std::shared_ptr<QThread> m_thread;
    FleetService *m_service; ///< deleted when the thread finishes
};

} // namespace Runnerscope
