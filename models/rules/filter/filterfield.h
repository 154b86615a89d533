// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>
#include <vector>

namespace Runnerscope {

/// What a condition of a filter speaks of. AnyText stands for a word without a field.
enum class FilterField {
    AnyText,
    Name,
    Id,
    Token,
    Note,
    Tag,
    Owner,
    OwnerName,
    CreatedBy,
    CreatorState,
    CreatorKind,
    Method,
    CreationState,
    Status,
    Type,
    Access,
    Is,
    Running,
    Created,
    Contact,
    Expires,
    Jobs,
    Projects,
    Managers,
    Timeout,
    Version,
    Executor,
    Platform,
    Arch,
    Ip,
    SystemId,
    Revision,
};
inline constexpr int filterFieldCount = static_cast<int>(FilterField::Revision) + 1;

/// Which values a field takes, and with that, how they are written.
enum class FilterKind {
    Text,
    ExactText, ///< letter case tells values apart
    Path, ///< text with "p/*" for everything below p
    Choice, ///< see filterchoices.h
    Number,
    Duration,
    Time, ///< a moment in the past, by date or by age
    Deadline, ///< a moment to come, by date or by the time that is left
    Version,
    Address,
};

/// Whether a condition is about a runner or about one of its managers.
enum class FilterScope { Runner, Manager };

struct FilterFieldFacts
{
    FilterField field = FilterField::AnyText;
    QLatin1StringView name;
    QLatin1StringView otherNames; ///< separated by blanks
    FilterKind kind = FilterKind::Text;
    bool ofRunners = true;
    bool ofManagers = false;
    QLatin1StringView example; ///< a condition with this field

    bool isText() const;
    /// In a condition outside of "manager(…)" some manager must meet it.
    bool onlyOfManagers() const { return ofManagers && !ofRunners; }
    bool isIn(FilterScope scope) const { return scope == FilterScope::Runner || ofManagers; }
};

/// Every field that can be named, in the order of FilterField.
std::span<const FilterFieldFacts> filterFields();
const FilterFieldFacts &factsOf(FilterField field);
/// The field with this name, whatever the letter case; null when there is none.
const FilterFieldFacts *filterFieldNamed(QStringView name);
/// Whether \a name is a field that this version knows of and cannot answer yet.
bool isFilterFieldToCome(QStringView name);

/// The candidate that looks most like \a written; empty when none looks like it.
QLatin1StringView closestWord(QStringView written, const std::vector<QLatin1StringView> &candidates);

} // namespace Runnerscope
