// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"

#include <memory>

namespace Runnerscope {

/// The archive for the fleet that one user of an instance sees, in the folder for data of this application. What goes
/// wrong while it ends is said to \a lastWords, on the thread that ends it.
std::unique_ptr<FleetArchive> openArchive(
    const QString &storeKey, const QString &userName, FleetArchive::TroubleListener lastWords);

} // namespace Runnerscope
