// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

namespace Runnerscope {

/// Whether nothing (no runner, no single manager) can meet both conditions.
bool excludeEachOther(const FilterCondition &a, const FilterCondition &b);
/// The same for a condition on the status and one on the contact, in either order.
bool statusExcludesContact(const FilterCondition &a, const FilterCondition &b);

} // namespace Runnerscope
