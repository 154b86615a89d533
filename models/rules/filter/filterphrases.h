// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

namespace Runnerscope::Wording {

/// One condition of a filter in words, and the words for its negation.
struct FilterPhrase
{
    QString positive;
    QString negative;
    bool isAlternative = false; ///< positive has an "or" in it

    static FilterPhrase of(const FilterCondition &condition);
};

} // namespace Runnerscope::Wording
