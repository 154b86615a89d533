// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercolumns.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/filter/filtermask.h"

namespace Runnerscope {

/// Which codes of \a column pass one of the tests of \a condition; nothing when a regular expression was given up.
std::optional<FilterMask> codesPassing(const FilterCondition &condition, const FilterTextColumn &column);

/// A closed interval of numbers: what passes a range.
struct NumberInterval
{
    qint64 least = missingNumber + 1;
    qint64 most = std::numeric_limits<qint64>::max();

    bool contains(qint64 number) const { return number >= least && number <= most; }
};

NumberInterval intervalOf(const NumberTest &test);
NumberInterval intervalOf(const AgeTest &test); ///< ms
NumberInterval intervalOf(const DateTest &test); ///< ms since 1970

} // namespace Runnerscope
