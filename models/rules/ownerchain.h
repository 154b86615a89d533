// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/owner.h"

namespace Runnerscope {

/// The chain from the top group down to \a owner, as far as the owner itself tells it: names from its full name, or
/// from its path where the two do not correspond. Only the last link knows its page.
OwnerChain chainFromPath(const Owner &owner);

} // namespace Runnerscope
