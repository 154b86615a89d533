// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterfield.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace Runnerscope {

namespace {

using namespace Qt::Literals::StringLiterals;
using F = FilterField;
using K = FilterKind;

constexpr bool runners = true;
constexpr bool jobs = true;
constexpr bool managers = true;

constexpr std::array<FilterFieldFacts, filterFieldCount - 1> allFields{{
    {F::Name, "name"_L1, "description"_L1, K::Text, runners, false, "name~build"_L1},
    {F::Id, "id"_L1, ""_L1, K::Number, runners, managers, "id:42"_L1},
    {F::Token, "token"_L1, "sha short-sha"_L1, K::Text, runners, false, "token:abcd1234"_L1},
    {F::Note, "note"_L1, "maintenance-note"_L1, K::Text, runners, false, "note~disk"_L1},
    {F::Tag, "tag"_L1, "tags"_L1, K::ExactText, runners, false, "tag:docker"_L1},
    {F::Owner, "owner"_L1, ""_L1, K::Path, runners, false, "owner:acme/payments/*"_L1},
    {F::OwnerName, "owner-name"_L1, ""_L1, K::Text, runners, false, "owner-name~payments"_L1},
    {F::CreatedBy, "created-by"_L1, "creator"_L1, K::Text, runners, false, "created-by:anna"_L1},
    {F::CreatorState, "creator-state"_L1, ""_L1, K::Choice, runners, false, "creator-state:blocked"_L1},
    {F::CreatorKind, "creator-kind"_L1, ""_L1, K::Choice, runners, false, "creator-kind:bot"_L1},
    {F::Method, "method"_L1, "creation-method"_L1, K::Choice, runners, false, "method:registration-token"_L1},
    {F::CreationState, "creation-state"_L1, ""_L1, K::Choice, runners, false, "creation-state:started"_L1},
    {F::Status, "status"_L1, ""_L1, K::Choice, runners, managers, "status:offline"_L1},
    {F::Type, "type"_L1, "runner-type"_L1, K::Choice, runners, false, "type:group"_L1},
    {F::Access, "access"_L1, "access-level"_L1, K::Choice, runners, false, "access:ref-protected"_L1},
    {F::Is, "is"_L1, ""_L1, K::Choice, runners, managers, "is:paused"_L1},
    {F::Running, "running"_L1, ""_L1, K::Choice, runners, managers, "running:yes"_L1},
    {F::Created, "created"_L1, "created-at"_L1, K::Time, runners, managers, "created:<7d"_L1},
    {F::Contact, "contact"_L1, "contacted contacted-at"_L1, K::Time, runners, managers, "contact:>30d"_L1},
    {F::Expires, "expires"_L1, "token-expires-at"_L1, K::Deadline, runners, false, "expires:<30d"_L1},
    {F::Jobs, "jobs"_L1, "job-count"_L1, K::Number, runners, false, "jobs:>100"_L1},
    {F::Projects, "projects"_L1, "project-count"_L1, K::Number, runners, false, "projects:>1"_L1},
    {F::Managers, "managers"_L1, "hosts"_L1, K::Number, runners, false, "managers:>=2"_L1},
    {F::Timeout, "timeout"_L1, "maximum-timeout"_L1, K::Duration, runners, false, "timeout:>1h"_L1},
    {F::Version, "version"_L1, ""_L1, K::Version, false, managers, "version:<17.4"_L1},
    {F::Executor, "executor"_L1, ""_L1, K::Text, false, managers, "executor:shell"_L1},
    {F::Platform, "platform"_L1, ""_L1, K::Text, false, managers, "platform:linux"_L1},
    {F::Arch, "arch"_L1, "architecture"_L1, K::Text, false, managers, "arch:arm64"_L1},
    {F::Ip, "ip"_L1, "ip-address address"_L1, K::Address, false, managers, "ip:10.2.0.0/16"_L1},
    {F::SystemId, "system-id"_L1, "system"_L1, K::Text, false, managers, "system-id:s_1f20a5"_L1},
    {F::Revision, "revision"_L1, ""_L1, K::Text, false, managers, "revision:a1b2c3d"_L1},
    {F::JobId, "id"_L1, "job"_L1, K::Number, jobs, false, "id:4711"_L1},
    {F::JobProject, "project"_L1, ""_L1, K::Path, jobs, false, "project:acme/payments/api"_L1},
    {F::JobGroup, "group"_L1, ""_L1, K::Path, jobs, false, "group:acme/payments"_L1},
    {F::JobName, "name"_L1, ""_L1, K::Text, jobs, false, "name~deploy"_L1},
    {F::JobStage, "stage"_L1, ""_L1, K::Text, jobs, false, "stage:test"_L1},
    {F::JobRef, "ref"_L1, "branch"_L1, K::Text, jobs, false, "ref:main"_L1},
    {F::JobTag, "tag"_L1, "tags"_L1, K::ExactText, jobs, false, "tag:docker"_L1},
    {F::JobUser, "user"_L1, "started-by"_L1, K::Text, jobs, false, "user:anna"_L1},
    {F::JobStatus, "status"_L1, ""_L1, K::Choice, jobs, false, "status:pending"_L1},
    {F::JobWaiting, "waiting"_L1, ""_L1, K::Duration, jobs, false, "waiting:>10m"_L1},
    {F::JobRunning, "running"_L1, ""_L1, K::Duration, jobs, false, "running:>1h"_L1},
    {F::JobQueued, "queued"_L1, "queued-at"_L1, K::Time, jobs, false, "queued:>1d"_L1},
    {F::JobRunner, "runner"_L1, ""_L1, K::Text, jobs, false, "runner:42"_L1},
    {F::JobManager, "manager"_L1, ""_L1, K::Text, jobs, false, "manager:s_1f20a5"_L1},
    {F::JobHost, "host"_L1, "ip"_L1, K::Address, jobs, false, "host:10.2.0.0/16"_L1},
    {F::JobWhy, "why"_L1, "verdict"_L1, K::Choice, jobs, false, "why:no-runner-has-tag"_L1},
    {F::JobProtected, "protected"_L1, ""_L1, K::Choice, jobs, false, "protected:yes"_L1},
    {F::JobTrouble, "trouble"_L1, ""_L1, K::Choice, jobs, false, "trouble:silent-host"_L1},
    {F::JobCould, "could"_L1, "could-run-on candidate"_L1, K::Number, jobs, false, "could:42"_L1},
}};
constexpr std::size_t runnerFieldCount = static_cast<std::size_t>(F::Revision);

/// Names that other programs have for a field, and names of the other subject.
constexpr std::array runnerMeanings{std::pair{"group"_L1, "owner"_L1}, std::pair{"project"_L1, "owner"_L1},
    std::pair{"namespace"_L1, "owner"_L1}, std::pair{"user"_L1, "created-by"_L1}, std::pair{"os"_L1, "platform"_L1},
    std::pair{"state"_L1, "status"_L1}, std::pair{"age"_L1, "created"_L1}, std::pair{"paused"_L1, "is"_L1},
    std::pair{"locked"_L1, "is"_L1}};
constexpr std::array jobMeanings{std::pair{"owner"_L1, "group"_L1}, std::pair{"namespace"_L1, "group"_L1},
    std::pair{"created-by"_L1, "user"_L1}, std::pair{"state"_L1, "status"_L1}, std::pair{"is"_L1, "status"_L1},
    std::pair{"age"_L1, "queued"_L1}, std::pair{"created"_L1, "queued"_L1}, std::pair{"duration"_L1, "running"_L1},
    std::pair{"reason"_L1, "why"_L1}, std::pair{"system-id"_L1, "manager"_L1}, std::pair{"address"_L1, "host"_L1}};

template <std::size_t size>
QLatin1StringView meaningAmong(
    const std::array<std::pair<QLatin1StringView, QLatin1StringView>, size> &meanings, QStringView name)
{
    const auto found = std::ranges::find_if(
        meanings, [name](const auto &meaning) { return name.compare(meaning.first, Qt::CaseInsensitive) == 0; });
    return found == meanings.end() ? QLatin1StringView() : found->second;
}

bool hasName(const FilterFieldFacts &facts, QStringView name)
{
    if (name.compare(facts.name, Qt::CaseInsensitive) == 0)
        return true;
    const auto others = QString(facts.otherNames).split(u' ', Qt::SkipEmptyParts);
    return others.contains(name, Qt::CaseInsensitive);
}

/// How many letters to put in, leave out or exchange to make \a b of \a a.
std::size_t editDistance(QStringView a, QStringView b)
{
    std::vector<std::size_t> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar x : a) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = x.toLower() == b[static_cast<qsizetype>(j) - 1].toLower();
            const std::size_t exchanged = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

bool FilterFieldFacts::isText() const
{
    switch (kind) {
    case FilterKind::Text:
    case FilterKind::ExactText:
    case FilterKind::Path:
    case FilterKind::Version:
    case FilterKind::Address:
        return true;
    default:
        return false;
    }
}

std::span<const FilterFieldFacts> filterFields(FilterSubject subject)
{
    const std::span<const FilterFieldFacts> all(allFields);
    return subject == FilterSubject::Runners ? all.first(runnerFieldCount) : all.subspan(runnerFieldCount);
}

const FilterFieldFacts &factsOf(FilterField field)
{
    Q_ASSERT(field != FilterField::AnyText);
    return allFields[static_cast<std::size_t>(field) - 1];
}

const FilterFieldFacts *filterFieldNamed(QStringView name, FilterSubject subject)
{
    const auto fields = filterFields(subject);
    const auto found =
        std::ranges::find_if(fields, [name](const FilterFieldFacts &facts) { return hasName(facts, name); });
    return found == fields.end() ? nullptr : &*found;
}

QLatin1StringView filterFieldMeantBy(QStringView name, FilterSubject subject)
{
    const QLatin1StringView meaning =
        subject == FilterSubject::Runners ? meaningAmong(runnerMeanings, name) : meaningAmong(jobMeanings, name);
    if (!meaning.isEmpty())
        return meaning;
    std::vector<QLatin1StringView> names;
    for (const FilterFieldFacts &facts : filterFields(subject))
        names.push_back(facts.name);
    return closestWord(name, names);
}

bool hasSeveralValues(FilterField field)
{
    constexpr std::array several{
        F::Tag, F::CreatedBy, F::Is, F::JobGroup, F::JobTag, F::JobUser, F::JobRunner, F::JobManager, F::JobCould};
    return std::ranges::find(several, field) != several.end();
}

bool isFilterFieldToCome(QStringView name)
{
    constexpr std::array toCome{"behind"_L1, "mixed"_L1, "finding"_L1};
    return std::ranges::any_of(
        toCome, [name](QLatin1StringView word) { return name.compare(word, Qt::CaseInsensitive) == 0; });
}

QLatin1StringView closestWord(QStringView written, const std::vector<QLatin1StringView> &candidates)
{
    constexpr qsizetype longestWord = 40;
    if (written.isEmpty() || written.size() > longestWord)
        return {};
    QLatin1StringView best;
    std::size_t least = static_cast<std::size_t>(written.size()) / 3 + 1; // of three letters one may be wrong
    for (const QLatin1StringView candidate : candidates) {
        const std::size_t distance = editDistance(written, QString(candidate));
        if (distance < least || (distance == least && best.isEmpty())) {
            best = candidate;
            least = distance;
        }
    }
    return best;
}

} // namespace Runnerscope
