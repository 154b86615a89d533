// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterrows.h"

#include <QString>

#include <vector>

namespace Runnerscope {

/// A value that can be written behind a field, and roughly how frequent it is in a fleet.
struct FleetValue
{
    QString written; ///< in quotes where it needs them
    qint64 frequency = 0;
    bool begins = false; ///< with the letters that were looked for, rather than containing them
};

/// The values of \a facts' field that exist among the rows and contain \a letters, whatever the letter case:
/// those that begin with them first, the most frequent first, at most \a most. None for fields without texts.
std::vector<FleetValue> valuesContaining(
    const QString &letters, const FilterFieldFacts &facts, FilterRows &rows, std::size_t most);

} // namespace Runnerscope
