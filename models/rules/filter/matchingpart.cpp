// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/matchingpart.h"

#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"

namespace Runnerscope {

std::variant<Fleet, FilterError> matchingPart(const Fleet &fleet, const FilterExpression &filter)
{
    if (filter.isEmpty())
        return fleet;
    FilterIndex index(std::make_shared<const Fleet>(fleet));
    const auto matched = evaluate(filter, index);
    if (const auto *error = std::get_if<FilterError>(&matched))
        return *error;
    Fleet part = fleet;
    part.rowsRevision = newRowsRevision();
    part.rows.clear();
    for (const quint32 row : indexesOf(std::get<FilterMask>(matched)))
        part.rows.push_back(fleet.rows[row]);
    return part;
}

} // namespace Runnerscope
