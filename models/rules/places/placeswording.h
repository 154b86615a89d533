// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/hostlist.h"

#include <QString>

namespace Runnerscope::PlacesWording {

/// "1,240 of 1,480 hosts: of 3 runners with very many only the newest are known so far." Says it too when all are.
QString completeness(const HostCompleteness &hosts);

} // namespace Runnerscope::PlacesWording
