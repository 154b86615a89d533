// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterfield.h"

#include <QList>

namespace Runnerscope {

/// What "is:" tells of a runner beside what other fields tell.
enum class RunnerTrait { Paused, Locked, TakesUntagged };
inline constexpr int runnerTraitCount = 3;

/// Whether the ref of a job is protected: GitLab does not tell, but a protected runner takes jobs of such refs only.
enum class JobProtection { Unknown, Yes };

/// A value of a field with FilterKind::Choice.
struct FilterChoice
{
    QLatin1StringView word; ///< as it is written, lower case joined by "-"
    QLatin1StringView otherWords; ///< separated by blanks
    FilterField field; ///< whose value it is: another field for most words of "is:"
    QList<int> values; ///< of the enumeration that the domain has for the field; one of them is met
    bool ofManagers = false; ///< can be asked of a manager, too

    bool isIn(FilterScope scope) const { return scope == FilterScope::Row || ofManagers; }
};

/// The choices of a field, in the order in which they are offered. "is:expired" is a time in truth: it has no values.
const QList<FilterChoice> &choicesOf(FilterField field);
/// Null when \a word is none. Spellings of GitLab ("NEVER_CONTACTED", "group_type") are understood.
const FilterChoice *choiceNamed(FilterField field, QStringView word);
/// The choice of \a field with this value alone; null when there is none.
const FilterChoice *choiceOf(FilterField field, int value);

} // namespace Runnerscope
