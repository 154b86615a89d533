// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// For each of \a tags the indexes of those that are probably meant to be the same, ascending: letter case and
/// separators apart, or one typing slip (typingslip.h). At most \a most each. \a tags are all different, those that
/// matter most first.
std::vector<std::vector<quint32>> alikeTags(const QStringList &tags, std::size_t most);

} // namespace Runnerscope
