// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterfield.h"

#include <QString>

namespace Runnerscope {

/// What is being written at a place of a filter.
struct CompletionPlace
{
    FilterScope scope = FilterScope::Row;
    const FilterFieldFacts *field = nullptr; ///< null: no field yet, and typed is the beginning of its name
    bool inUnknownField = false; ///< behind a field that there is not
    QString lead; ///< signs between the field and the value: ":", "~", ":>=", ":17.4.."
    QString typed; ///< before the cursor, without quotes and signs of comparison
    qsizetype start = 0; ///< of what a suggestion replaces
    qsizetype length = 0;

    static CompletionPlace find(QStringView text, qsizetype cursor, FilterSubject subject);
};

} // namespace Runnerscope
