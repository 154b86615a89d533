// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/version.h"
#include "models/rules/filter/filterfield.h"
#include "models/rules/filter/ipaddress.h"
#include "models/rules/filter/textdictionary.h"

#include <limits>

namespace Runnerscope {

/// The values of one text field, as codes of a dictionary: of each row in order (of runners that of Fleet::rows), or of
/// each manager in that order.
struct FilterTextColumn
{
    TextDictionary dictionary;
    std::vector<quint32> codes;
    std::vector<quint32> starts; ///< where a field has several values: of each row its first code, then the end
    std::vector<std::optional<Version>> versions; ///< by code, for FilterKind::Version
    std::vector<std::optional<IpAddress>> addresses; ///< by code, for FilterKind::Address

    void readAddresses(); ///< of every text
    qsizetype memory() const;
};

/// Counts, times in ms, or for FilterKind::Choice one bit for the value, 0 when it is not known.
using FilterNumberColumn = std::vector<qint64>;
inline constexpr qint64 missingNumber = std::numeric_limits<qint64>::min();

FilterTextColumn runnerTexts(const Fleet &fleet, FilterField field);
FilterTextColumn managerTexts(const Fleet &fleet, FilterField field);
FilterNumberColumn runnerNumbers(const Fleet &fleet, FilterField field);
FilterNumberColumn managerNumbers(const Fleet &fleet, FilterField field);

} // namespace Runnerscope
