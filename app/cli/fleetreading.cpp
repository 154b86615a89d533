// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetreading.h"

#include <algorithm>
#include <utility>

namespace Runnerscope::Cli {

namespace {

bool isKept(const FleetRow &row)
{
    return row.kept;
}

/// Without what is known from an earlier run only.
FleetPtr withoutKept(const FleetPtr &fleet)
{
    if (std::ranges::none_of(fleet->rows, isKept))
        return fleet;
    Fleet read = *fleet;
    read.rowsRevision = newRowsRevision();
    std::erase_if(read.rows, isKept);
    return shareFleet(std::move(read));
}

/// As it stands when the reading has ended early: what was whole is the fleet of before.
FleetPtr unfinished(const FleetPtr &fleet)
{
    Fleet read = *withoutKept(fleet);
    if (read.coverage.kind == Coverage::Kind::Whole)
        read.coverage = {};
    return shareFleet(std::move(read));
}

} // namespace

FleetReading::FleetReading(FleetService &service) :
    m_service(service)
{
    connect(&service, &FleetService::snapshotChanged, this, [this](const FleetPtr &fleet) {
        if (!m_finished)
            m_fleet = fleet;
    });
    connect(&service, &FleetService::progressChanged, this, &FleetReading::progressChanged);
    connect(&service, &FleetService::accessChanged, this, [this](const Access &access) { m_access = access; });
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
    if (m_fleet && m_error)
        m_fleet = unfinished(m_fleet);
    else if (m_fleet && !m_fleet->source.cached)
        m_fleet = withoutKept(m_fleet);
    emit finished();
}

} // namespace Runnerscope::Cli
