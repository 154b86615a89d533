// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

namespace Runnerscope {

/// Something to know about a filter that is no error.
struct FilterNote
{
    QString sentence; ///< plain text in one line
    qsizetype position = 0; ///< of the later condition
    qsizetype length = 0;
    bool ofAPart = false; ///< of one side of an OR, or of what is negated: the filter as a whole may match

    friend bool operator==(const FilterNote &, const FilterNote &) = default;
};

/// Pairs of conditions that both must be met and exclude each other, such as "status:offline contact:>30d". Not every
/// contradiction is found; what is told is one.
std::vector<FilterNote> conflictsIn(const FilterExpression &filter);

} // namespace Runnerscope
