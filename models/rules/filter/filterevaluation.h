// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"
#include "models/rules/filter/filtermask.h"
#include "models/rules/filter/filterrows.h"

#include <variant>

namespace Runnerscope {

/// Which of \a rows \a filter matches, which is one of their subject; ages judged at the time at which each row was
/// read. All or nothing: a regular expression that had to be given up for one text makes an error, so that no filter
/// that is negated matches too much.
std::variant<FilterMask, FilterError> evaluate(const FilterExpression &filter, FilterRows &rows);

/// The same for one node of a filter that asks of rows.
std::variant<FilterMask, FilterError> evaluate(const FilterNode &node, FilterRows &rows);

} // namespace Runnerscope
