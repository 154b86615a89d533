// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace Runnerscope {

// Texts as people order them: letter case is of no weight and numbers count as numbers ("build-9" before "build-18"),
// in the user's language. Texts that are equal by that stand by their characters.

void sortNaturally(QStringList &texts);

/// The place of each of \a texts in that order, from 0; the same for the same text.
std::vector<quint32> naturalRanks(const QStringList &texts);

} // namespace Runnerscope
