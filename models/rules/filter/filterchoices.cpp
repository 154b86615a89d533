// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterchoices.h"

#include "models/rules/creator.h"
#include "models/rules/jobs/jobtroubles.h"
#include "models/rules/jobs/jobverdict.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

using namespace Qt::Literals::StringLiterals;
using F = FilterField;

template <typename Enum>
FilterChoice choice(QLatin1StringView word, FilterField field, Enum value, QLatin1StringView otherWords = {})
{
    return {word, otherWords, field, {static_cast<int>(value)}};
}

FilterChoice alsoOfManagers(FilterChoice choice)
{
    choice.ofManagers = true;
    return choice;
}

QList<FilterChoice> statusChoices()
{
    return {
        alsoOfManagers(choice("online"_L1, F::Status, RunnerStatus::Online)),
        alsoOfManagers(choice("offline"_L1, F::Status, RunnerStatus::Offline)),
        alsoOfManagers(choice("stale"_L1, F::Status, RunnerStatus::Stale)),
        alsoOfManagers(choice("never-contacted"_L1, F::Status, RunnerStatus::NeverContacted, "never"_L1)),
    };
}

QList<FilterChoice> typeChoices()
{
    return {
        choice("instance"_L1, F::Type, RunnerType::Instance, "instance-type"_L1),
        choice("group"_L1, F::Type, RunnerType::Group, "group-type"_L1),
        choice("project"_L1, F::Type, RunnerType::Project, "project-type"_L1),
    };
}

QList<FilterChoice> isChoices()
{
    QList<FilterChoice> choices = statusChoices();
    choices.append({"silent"_L1, {}, F::Status,
        {static_cast<int>(RunnerStatus::Offline), static_cast<int>(RunnerStatus::Stale)}, true});
    choices.append({
        choice("paused"_L1, F::Is, RunnerTrait::Paused),
        choice("locked"_L1, F::Is, RunnerTrait::Locked),
        choice("protected"_L1, F::Access, AccessLevel::RefProtected),
        choice("untagged"_L1, F::Is, RunnerTrait::TakesUntagged, "run-untagged"_L1),
        alsoOfManagers(choice("running"_L1, F::Running, JobExecution::Active)),
        alsoOfManagers(choice("idle"_L1, F::Running, JobExecution::Idle)),
        FilterChoice{"expired"_L1, {}, F::Expires, {}},
    });
    return choices + typeChoices();
}

QList<FilterChoice> creatorKindChoices()
{
    return {
        choice("person"_L1, F::CreatorKind, CreatorKind::Person),
        choice("bot"_L1, F::CreatorKind, CreatorKind::Bot),
        choice("deleted"_L1, F::CreatorKind, CreatorKind::Deleted),
        choice("registration-token"_L1, F::CreatorKind, CreatorKind::RegistrationToken),
        choice("not-readable"_L1, F::CreatorKind, CreatorKind::NotReadable),
    };
}

QList<FilterChoice> creatorStateChoices()
{
    return {
        choice("active"_L1, F::CreatorState, UserState::Active),
        choice("blocked"_L1, F::CreatorState, UserState::Blocked),
        choice("deactivated"_L1, F::CreatorState, UserState::Deactivated),
        choice("banned"_L1, F::CreatorState, UserState::Banned),
    };
}

QList<FilterChoice> jobStatusChoices()
{
    return {
        choice("pending"_L1, F::JobStatus, JobStatus::Pending),
        choice("running"_L1, F::JobStatus, JobStatus::Running),
        choice("canceling"_L1, F::JobStatus, JobStatus::Canceling),
        choice("created"_L1, F::JobStatus, JobStatus::Created),
        choice("waiting-for-resource"_L1, F::JobStatus, JobStatus::WaitingForResource),
        choice("waiting-for-callback"_L1, F::JobStatus, JobStatus::WaitingForCallback),
        choice("preparing"_L1, F::JobStatus, JobStatus::Preparing),
        choice("manual"_L1, F::JobStatus, JobStatus::Manual),
        choice("scheduled"_L1, F::JobStatus, JobStatus::Scheduled),
    };
}

QList<FilterChoice> verdictChoices()
{
    static const auto words = [] {
        std::array<QByteArray, jobVerdictCodeCount> all;
        for (int code = 0; code < jobVerdictCodeCount; ++code)
            all[static_cast<std::size_t>(code)] = jobVerdictName(static_cast<JobVerdictCode>(code)).toLatin1();
        return all;
    }();
    QList<FilterChoice> choices;
    for (int code = 0; code < jobVerdictCodeCount; ++code)
        choices.append({QLatin1StringView(words[static_cast<std::size_t>(code)]), {}, F::JobWhy, {code}});
    return choices;
}

QList<FilterChoice> makeChoices(FilterField field)
{
    switch (field) {
    case F::JobStatus:
        return jobStatusChoices();
    case F::JobWhy:
        return verdictChoices();
    case F::JobProtected:
        return {choice("yes"_L1, F::JobProtected, JobProtection::Yes, "true"_L1),
            choice("unknown"_L1, F::JobProtected, JobProtection::Unknown, "not-known"_L1)};
    case F::JobTrouble:
        return {choice("silent-host"_L1, F::JobTrouble, JobTrouble::SilentHost, "silent"_L1),
            choice("failing-runner"_L1, F::JobTrouble, JobTrouble::FailingRunner, "failing"_L1)};
    case F::Status:
        return statusChoices();
    case F::Type:
        return typeChoices();
    case F::Is:
        return isChoices();
    case F::CreatorKind:
        return creatorKindChoices();
    case F::CreatorState:
        return creatorStateChoices();
    case F::Access:
        return {choice("ref-protected"_L1, F::Access, AccessLevel::RefProtected, "protected"_L1),
            choice("not-protected"_L1, F::Access, AccessLevel::NotProtected, "unprotected"_L1)};
    case F::Method:
        return {choice("registration-token"_L1, F::Method, CreationMethod::RegistrationToken),
            choice("authenticated-user"_L1, F::Method, CreationMethod::AuthenticatedUser)};
    case F::CreationState:
        return {choice("started"_L1, F::CreationState, CreationState::Started),
            choice("finished"_L1, F::CreationState, CreationState::Finished)};
    case F::Running:
        return {alsoOfManagers(choice("yes"_L1, F::Running, JobExecution::Active, "true active"_L1)),
            alsoOfManagers(choice("no"_L1, F::Running, JobExecution::Idle, "false idle"_L1))};
    default:
        return {};
    }
}

} // namespace

const QList<FilterChoice> &choicesOf(FilterField field)
{
    static const auto all = [] {
        QList<QList<FilterChoice>> lists;
        for (int i = 0; i < filterFieldCount; ++i)
            lists.append(makeChoices(static_cast<FilterField>(i)));
        return lists;
    }();
    return all[static_cast<int>(field)];
}

const FilterChoice *choiceNamed(FilterField field, QStringView word)
{
    const QString plain = word.toString().toLower().replace(u'_', u'-');
    for (const FilterChoice &choice : choicesOf(field)) {
        if (plain == choice.word || QString(choice.otherWords).split(u' ', Qt::SkipEmptyParts).contains(plain))
            return &choice;
    }
    return nullptr;
}

const FilterChoice *choiceOf(FilterField field, int value)
{
    const QList<FilterChoice> &choices = choicesOf(field);
    const auto found = std::ranges::find_if(choices,
        [=](const FilterChoice &choice) { return choice.field == field && choice.values == QList<int>{value}; });
    return found == choices.end() ? nullptr : &*found;
}

} // namespace Runnerscope
