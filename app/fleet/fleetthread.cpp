// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetthread.h"

namespace Runnerscope {

FleetThread::FleetThread(std::unique_ptr<FleetService> service) :
    m_service(service.release())
{
    m_thread.setObjectName(QStringLiteral("fleet"));
    m_service->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    m_thread.start();
}

FleetThread::~FleetThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Runnerscope
