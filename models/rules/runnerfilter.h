// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/searchtext.h"

#include <optional>
#include <vector>

namespace Runnerscope {

/// Which runners to show. A default one matches all.
struct RunnerFilter
{
    QString text; ///< every word must occur somewhere; letter case does not matter
    std::optional<RunnerStatus> status;
    std::optional<RunnerType> type;
    bool pausedOnly = false;

    bool isEmpty() const { return text.trimmed().isEmpty() && !status && !type && !pausedOnly; }
    friend bool operator==(const RunnerFilter &, const RunnerFilter &) = default;
};

/// Indexes into \a fleet's rows that \a filter matches, ascending. \a text belongs to the same fleet; it may be empty
/// when the filter has no text.
std::vector<quint32> matchingRows(const Fleet &fleet, const SearchText &text, const RunnerFilter &filter);

} // namespace Runnerscope
