// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instancetrouble.h"
#include "models/rules/errorwording.h"

namespace Runnerscope {

/// The one wording of what is wrong with saved instances, for window and command line.
ErrorWords explain(const InstanceTrouble &trouble);

} // namespace Runnerscope
