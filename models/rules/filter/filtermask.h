// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Runnerscope {

/// A byte for each of Fleet::rows (or for each of its managers): 1 for one that a filter matches, otherwise 0. Walking
/// a sorted order of rows and skipping the zeros keeps the order.
using FilterMask = std::vector<quint8>;

/// Matches all of \a size.
FilterMask maskOfAll(std::size_t size);

void keepIn(FilterMask &mask, const FilterMask &other); ///< both
void addTo(FilterMask &mask, const FilterMask &other); ///< either
void invert(FilterMask &mask);

/// How many are matched.
qint64 countOf(const FilterMask &mask);
/// The indexes of those that are matched, ascending.
std::vector<quint32> indexesOf(const FilterMask &mask);

/// Of \a parts, which belong to owners in runs, which owners have a part that is matched. \a starts holds the first
/// part of each owner, and their number at the end.
FilterMask ownersOf(const FilterMask &parts, const std::vector<quint32> &starts);

} // namespace Runnerscope
