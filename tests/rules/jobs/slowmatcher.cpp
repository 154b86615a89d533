// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/jobs/slowmatcher.h"

#include "models/rules/places/typingslip.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace Runnerscope::Test {

namespace {

using Answer = SlowMatch::Answer;

Answer allowed(std::optional<bool> setting)
{
    return !setting ? SlowMatch::Perhaps : *setting ? SlowMatch::Yes : SlowMatch::No;
}

Answer groupServes(const Runner &runner, const JobProject &project)
{
    const Answer setting = allowed(project.groupRunnersEnabled);
    if (setting == SlowMatch::No)
        return SlowMatch::No;
    if (!runner.owner)
        return SlowMatch::Perhaps;
    const QStringList group = runner.owner->fullPath.split(u'/');
    const QStringList path = project.fullPath.split(u'/');
    return path.size() > group.size() && path.mid(0, group.size()) == group ? setting : SlowMatch::No;
}

Answer projectServes(const Runner &runner, const JobProject &project, const SlowAssignments &assignments)
{
    QSet<QString> known;
    if (runner.owner)
        known.insert(runner.owner->fullPath);
    for (const auto &[number, path] : assignments.seen) {
        if (number == runner.id.number)
            known.insert(path);
    }
    if (known.contains(project.fullPath))
        return SlowMatch::Yes;
    const bool allKnown = std::ranges::find(assignments.allRead, runner.id.number) != assignments.allRead.end()
        || (runner.projectCount && *runner.projectCount <= known.size());
    return allKnown ? SlowMatch::No : SlowMatch::Perhaps;
}

Answer serves(const Runner &runner, const JobProject &project, const SlowAssignments &assignments)
{
    if (runner.type == RunnerType::Instance)
        return allowed(project.instanceRunnersEnabled);
    if (runner.type == RunnerType::Group)
        return groupServes(runner, project);
    return runner.type == RunnerType::Project ? projectServes(runner, project, assignments) : SlowMatch::Perhaps;
}

bool alike(const QString &a, const QString &b)
{
    const QString foldedA = foldedTag(a);
    const QString foldedB = foldedTag(b);
    if (foldedA == foldedB)
        return true;
    const std::u32string lettersA = foldedA.toStdU32String();
    const std::u32string lettersB = foldedB.toStdU32String();
    return std::min(lettersA.size(), lettersB.size()) >= 4 && oneSlipApart(lettersA, lettersB);
}

bool sharesTag(const Runner &runner, const QStringList &wanted, const QStringList &tagsOfFleet)
{
    if (wanted.isEmpty())
        return true;
    return std::ranges::any_of(wanted, [&](const QString &tag) {
        return std::ranges::any_of(runner.tags,
            [&](const QString &own) { return own == tag || (!tagsOfFleet.contains(tag) && alike(own, tag)); });
    });
}

bool anyOf(const std::vector<SlowMatch> &matches, const std::function<bool(const SlowMatch &)> &is)
{
    return std::ranges::any_of(matches, is);
}

/// Whether a runner would match if only the project allowed runners of its type.
bool setAside(const Fleet &fleet, const Job &job, const std::vector<SlowMatch> &matches)
{
    auto project = std::make_shared<JobProject>(*job.project);
    project->instanceRunnersEnabled = true;
    project->groupRunnersEnabled = true;
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        const RunnerType type = fleet.rows[row].runner->type;
        const bool byType = type == RunnerType::Instance || type == RunnerType::Group;
        if (byType && matches[row].serves == SlowMatch::No && matches[row].tags
            && serves(*fleet.rows[row].runner, *project, {}) != SlowMatch::No)
            return true;
    }
    return false;
}

JobVerdictCode codeWithoutMatch(const Fleet &fleet, const Job &job, const std::vector<SlowMatch> &matches)
{
    QSet<QString> offered;
    for (const FleetRow &row : fleet.rows)
        offered.unite(QSet<QString>(row.runner->tags.begin(), row.runner->tags.end()));
    QSet<QString> nowhere(job.tags.begin(), job.tags.end());
    nowhere.subtract(offered);
    if (!nowhere.isEmpty())
        return nowhere.size() == 1 ? JobVerdictCode::NoRunnerHasTag : JobVerdictCode::NoRunnerHasTags;
    if (setAside(fleet, job, matches))
        return JobVerdictCode::RunnersNotAllowed;
    if (!anyOf(matches, [](const SlowMatch &match) { return match.serves != SlowMatch::No; }))
        return JobVerdictCode::NoRunners;
    if (job.tags.isEmpty())
        return JobVerdictCode::NoneTakesUntagged;
    return anyOf(matches, [](const SlowMatch &match) { return match.tags; }) ? JobVerdictCode::OutOfReach
                                                                             : JobVerdictCode::NoRunnerHasAllTags;
}

} // namespace

SlowMatch slowMatch(
    const FleetRow &row, const Job &job, const SlowAssignments &assignments, const QStringList &tagsOfFleet)
{
    const Runner &runner = *row.runner;
    QStringList wanted = job.tags;
    wanted.removeDuplicates();
    SlowMatch match;
    match.serves = serves(runner, *job.project, assignments);
    match.protection = runner.accessLevel == AccessLevel::NotProtected ? SlowMatch::Yes : SlowMatch::Perhaps;
    for (const QString &tag : wanted)
        match.missing += runner.tags.contains(tag) ? 0 : 1;
    match.tags = wanted.isEmpty() ? runner.runUntagged : match.missing == 0;
    match.paused = runner.paused;
    match.online = row.status == RunnerStatus::Online;
    match.sharesTag = sharesTag(runner, wanted, tagsOfFleet);
    return match;
}

std::vector<SlowMatch> slowMatches(const Fleet &fleet, const Job &job, const SlowAssignments &assignments)
{
    QStringList tags;
    for (const FleetRow &row : fleet.rows)
        tags += row.runner->tags;
    std::vector<SlowMatch> matches;
    for (const FleetRow &row : fleet.rows)
        matches.push_back(slowMatch(row, job, assignments, tags));
    return matches;
}

JobVerdictCode slowCode(const Fleet &fleet, const Job &job, const std::vector<SlowMatch> &matches)
{
    const auto surely = [](const SlowMatch &match) { return match.matches() && match.isCertain(); };
    if (anyOf(matches, [&](const SlowMatch &match) { return surely(match) && !match.paused && match.online; }))
        return JobVerdictCode::Queued;
    if (anyOf(matches, [&](const SlowMatch &match) { return surely(match) && !match.paused; }))
        return JobVerdictCode::NoneOnline;
    if (anyOf(matches, surely))
        return JobVerdictCode::AllPaused;
    bool onlyProtected = false;
    for (std::size_t row = 0; row < matches.size(); ++row) {
        if (!matches[row].matches())
            continue;
        const bool isProtected = fleet.rows[row].runner->accessLevel == AccessLevel::RefProtected;
        if (matches[row].serves == SlowMatch::Perhaps || !isProtected)
            return JobVerdictCode::OnlyUncertain;
        onlyProtected = true;
    }
    return onlyProtected ? JobVerdictCode::OnlyProtected : codeWithoutMatch(fleet, job, matches);
}

} // namespace Runnerscope::Test
