// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filtermask.h"

#include <variant>

namespace Runnerscope {

/// Which rows of the index's fleet \a filter matches, ages judged at the time at which each row was read. All or
/// nothing: a regular expression that had to be given up for one text makes an error, so that no filter that is negated
/// matches too much.
std::variant<FilterMask, FilterError> evaluate(const FilterExpression &filter, FilterIndex &index);

/// The same for one node of a filter that asks of runners.
std::variant<FilterMask, FilterError> evaluate(const FilterNode &node, FilterIndex &index);

} // namespace Runnerscope
