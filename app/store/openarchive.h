// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"

#include <memory>

namespace Runnerscope {

/// The archive for the fleet that one user of an instance sees, in the folder for data of this application.
std::unique_ptr<FleetArchive> openArchive(const QString &storeKey, const QString &userName);

} // namespace Runnerscope
