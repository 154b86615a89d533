// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterrows.h"

#include <QString>

#include <optional>
#include <vector>

namespace Runnerscope {

/// A way to go on with a filter.
struct FilterSuggestion
{
    QString replacement; ///< in quotes where it needs them
    qsizetype start = 0; ///< of what it takes the place of in the filter
    qsizetype length = 0;
    QString label; ///< for people: plain text, one line
    std::optional<qint64> count; ///< how many rows match it by itself; none for the name of a field

    friend bool operator==(const FilterSuggestion &, const FilterSuggestion &) = default;
};

/// Suggestions for what is being written at \a cursor: names of fields, and behind a field its values as they exist
/// among the rows. What begins with the letters before the cursor comes before what contains them; what more rows have
/// comes before what fewer have. At most \a most. Takes every text, whether it is a filter or not.
std::vector<FilterSuggestion> completeFilter(
    QStringView text, qsizetype cursor, FilterRows &rows, std::size_t most = 12);

} // namespace Runnerscope
