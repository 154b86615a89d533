// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetreading.h"

#include <utility>

namespace Runnerscope::Cli {

FleetReading::FleetReading(FleetService &service) :
    m_service(service)
{
    connect(&service, &FleetService::snapshotChanged, this, [this](const FleetPtr &fleet) {
        if (!m_finished)
            m_fleet = fleet;
    });
    connect(&service, &FleetService::progressChanged, this, &FleetReading::progressChanged);
    connect(&service, &FleetService::walkFinished, this, [this] { finish(std::nullopt); });
    connect(&service, &FleetService::failed, this, [this](const FetchError &error) { finish(error); });
}

void FleetReading::start()
{
    m_service.start();
}

void FleetReading::finish(std::optional<FetchError> error)
{
    if (std::exchange(m_finished, true))
        return;
    m_error = std::move(error);
    emit finished();
}

} // namespace Runnerscope::Cli
