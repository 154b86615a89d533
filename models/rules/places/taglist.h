// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/counts.h"
#include "models/rules/filter/filtermask.h"

#include <QString>

#include <vector>

namespace Runnerscope {

/// One tag, and the runners that offer it.
struct TagUse
{
    static constexpr std::size_t mostAlike = 20;

    QString tag; ///< exact: GitLab compares tags letter by letter
    FleetCounts runners;
    qint64 ready = 0; ///< online and not paused
    /// Indexes of the tags in the list that are probably meant to be the same, ascending: letter case and separators
    /// apart, or one typing slip (typingslip.h). At most mostAlike.
    std::vector<quint32> alike;
};

/// Every tag of the rows that \a rows matches: those of most runners first, then in natural order.
std::vector<TagUse> tagList(const Fleet &fleet, const FilterMask &rows);

} // namespace Runnerscope
