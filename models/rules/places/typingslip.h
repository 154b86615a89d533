// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace Runnerscope {

/// A tag without what differs when two people mean the same: letter case and the separators - _ . and blank. A
/// separator stays, as "-", where it divides two digits: "v1.12" is not "v11.2". A tag of nothing else stays as it is.
QString foldedTag(const QString &tag);

/// Whether one letter is missing, added or replaced, or two neighbours are swapped, while the numbers in both texts are
/// the same: "linux2" is no slip of "linux1". UTF-32.
bool oneSlipApart(std::u32string_view a, std::u32string_view b);

} // namespace Runnerscope
