// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QJsonObject>

namespace Runnerscope {

/// A fleet in figures. The field names are a contract with scripts; packaging/man/runnerscopectl.1 documents them.
QJsonObject fleetJson(const Fleet &fleet);

} // namespace Runnerscope
