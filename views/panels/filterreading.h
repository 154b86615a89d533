// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

#include <optional>

namespace Runnerscope {

class FilterBox;

/// The filter of \a subject in the field, which says what it means and which conditions exclude each other. Nothing
/// where the text is none: then it says why, and what was found before stays.
std::optional<FilterExpression> readFilter(FilterBox &box, FilterSubject subject);

} // namespace Runnerscope
