// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// For each of \a tags, which are distinct, the indexes of those that may be meant to be the same; see taglist.h. Takes
/// time in proportion to their letters, as long as few are alike.
std::vector<std::vector<quint32>> similarTags(const QStringList &tags);

} // namespace Runnerscope
