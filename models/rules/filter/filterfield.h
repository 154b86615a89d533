// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>
#include <vector>

namespace Runnerscope {

/// What a filter is asked of: each has fields of its own, and the language is the same.
enum class FilterSubject { Runners, Jobs };

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
    JobId, ///< from here on of jobs
    JobProject,
    JobGroup,
    JobName,
    JobStage,
    JobRef,
    JobTag,
    JobUser,
    JobStatus,
    JobWaiting,
    JobRunning,
    JobQueued,
    JobRunner,
    JobManager,
    JobHost,
    JobWhy,
    JobProtected,
    JobTrouble,
    JobCould, ///< a runner that could take the job
};
inline constexpr int filterFieldCount = static_cast<int>(FilterField::JobCould) + 1;

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

/// Whether a condition is about a row (a runner or a job) or about one manager of a runner.
enum class FilterScope { Row, Manager };

struct FilterFieldFacts
{
    FilterField field = FilterField::AnyText;
    QLatin1StringView name;
    QLatin1StringView otherNames; ///< separated by blanks
    FilterKind kind = FilterKind::Text;
    bool ofRows = true;
    bool ofManagers = false;
    QLatin1StringView example; ///< a condition with this field

    bool isText() const;
    /// In a condition outside of "manager(…)" some manager must meet it.
    bool onlyOfManagers() const { return ofManagers && !ofRows; }
    bool isIn(FilterScope scope) const { return scope == FilterScope::Row || ofManagers; }
};

/// Every field that can be named in a filter of \a subject, in the order of FilterField.
std::span<const FilterFieldFacts> filterFields(FilterSubject subject);
const FilterFieldFacts &factsOf(FilterField field);
/// The field with this name, whatever the letter case; null when \a subject has none.
const FilterFieldFacts *filterFieldNamed(QStringView name, FilterSubject subject);
/// The field of \a subject that may be meant by \a name, which is none; empty when none looks like it.
QLatin1StringView filterFieldMeantBy(QStringView name, FilterSubject subject);
/// Whether \a name is a field of runners that this version knows of and cannot answer yet.
bool isFilterFieldToCome(QStringView name);
/// Whether a runner or a job can have several values of the field at once.
bool hasSeveralValues(FilterField field);

/// The candidate that looks most like \a written; empty when none looks like it.
QLatin1StringView closestWord(QStringView written, const std::vector<QLatin1StringView> &candidates);

} // namespace Runnerscope
