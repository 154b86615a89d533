// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/filtermask.h"

#include <Qt>

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// A tag and who offers it.
struct TagRow
{
    QString tag; ///< to the letter: GitLab tells "docker" and "Docker" apart
    int runners = 0;
    int online = 0;
    int ready = 0; ///< online and not paused
    int stale = 0;
    QStringList similar; ///< other tags that may be meant to be this one, the more frequent first
};

/// The tags of the rows that \a mask lets through, the most frequent first, equal ones in natural order.
///
/// Similar are tags that differ in nothing but the case of letters and in hyphens, underscores, dots and blanks that
/// stand in other places; and, from four letters on, tags that are one typing slip apart: a letter missing, too many,
/// another, or two changed over. Tags that differ in digits alone are meant to differ.
std::vector<TagRow> tagRows(const Fleet &fleet, const FilterMask &mask);

enum class TagSortKey { Tag, Runners, Online, Ready, Stale, Similar };

void sortTags(std::vector<TagRow> &tags, TagSortKey key, Qt::SortOrder order);

} // namespace Runnerscope
