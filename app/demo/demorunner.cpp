// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demorunner.h"

#include "models/rules/ownerchain.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// As many as GitLab is asked for with a list.
constexpr std::size_t managersInList = 10;

RunnerPermissions permissionsFor(const Runner &runner)
{
    // Who may not administer a runner is not told who created it either.
    const bool administers = runner.creator || runner.creationMethod != CreationMethod::Unknown;
    return {true, administers, administers, administers && runner.type == RunnerType::Project};
}

} // namespace

bool DemoRunner::answers(qint64 manager) const
{
    return std::ranges::find(answering, manager) != answering.end();
}

void DemoRunner::addAnswering(RunnerManager manager)
{
    answering.push_back(manager.number);
    runner.managers.push_back(std::move(manager));
    std::rotate(runner.managers.begin(), runner.managers.end() - 1, runner.managers.end());
    summarise();
}

void DemoRunner::removeManager(std::size_t index)
{
    const auto manager = runner.managers.begin() + static_cast<std::ptrdiff_t>(index);
    std::erase(answering, manager->number);
    runner.managers.erase(manager);
    summarise();
}

void DemoRunner::summarise()
{
    runner.managerCount = static_cast<int>(runner.managers.size());
    bool active = false;
    for (const RunnerManager &manager : runner.managers) {
        runner.contactedAt = std::max(runner.contactedAt, manager.contactedAt);
        active = active || manager.jobExecution == JobExecution::Active;
    }
    runner.jobExecution = active ? JobExecution::Active : JobExecution::Idle;
    if (runner.contactedAt)
        runner.creationState = CreationState::Finished;
}

Runner demoListEntry(const DemoRunner &runner)
{
    Runner entry = runner.runner;
    if (entry.managers.size() > managersInList)
        entry.managers.resize(managersInList);
    return entry;
}

RunnerDetails demoDetails(const DemoRunner &runner, ServerTime now)
{
    RunnerDetails details;
    details.runner = runner.runner;
    if (runner.runner.owner)
        details.ownerChain = chainFromPath(*runner.runner.owner);
    details.permissions = permissionsFor(runner.runner);
    details.readAt = now;
    return details;
}

} // namespace Runnerscope
