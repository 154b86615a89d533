// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/filterexpression.h"

#include <variant>

namespace Runnerscope {

/// The fleet with those of its rows that \a filter matches; all else as it was. For callers that ask once: what is
/// prepared for the answer is not kept.
std::variant<Fleet, FilterError> matchingPart(const Fleet &fleet, const FilterExpression &filter);

} // namespace Runnerscope
