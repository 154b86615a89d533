// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/managers.h"

#include "models/domain/version.h"
#include "models/rules/status.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using ManagerList = std::vector<const RunnerManager *>;

ManagerList managersInContact(const Runner &runner, ServerTime now)
{
    ManagerList online;
    for (const RunnerManager &manager : runner.managers) {
        if (statusOf(manager, now) == RunnerStatus::Online)
            online.push_back(&manager);
    }
    if (!online.empty() || runner.managers.empty())
        return online;
    const auto last = std::ranges::max_element(runner.managers, {}, &RunnerManager::contactedAt);
    return {&*last};
}

} // namespace

int managersOnline(const Runner &runner, ServerTime now)
{
    return static_cast<int>(std::ranges::count_if(runner.managers,
        [now](const RunnerManager &manager) { return statusOf(manager, now) == RunnerStatus::Online; }));
}

bool olderVersionText(const QString &a, const QString &b)
{
    if (a == b)
        return false;
    const auto aVersion = Version::parse(a);
    const auto bVersion = Version::parse(b);
    if (aVersion == bVersion) // equal versions in different texts, or two texts that are none
        return a < b;
    return aVersion < bVersion; // nothing is less than any version
}

void keepOlderManagers(Runner &runner, const Runner &before)
{
    if (runner.managersComplete() || runner.managers.empty())
        return;
    const qint64 oldest = std::ranges::min(runner.managers, {}, &RunnerManager::number).number;
    std::vector<RunnerManager> older;
    std::ranges::copy_if(before.managers, std::back_inserter(older),
        [oldest](const RunnerManager &manager) { return manager.number < oldest; });
    if (runner.managers.size() + older.size() != static_cast<std::size_t>(runner.managerCount))
        return;
    std::ranges::move(older, std::back_inserter(runner.managers));
}

QStringList versionsOf(const Runner &runner)
{
    QStringList versions;
    for (const RunnerManager &manager : runner.managers) {
        if (!manager.version.isEmpty() && !versions.contains(manager.version))
            versions.append(manager.version);
    }
    std::ranges::sort(versions, [](const QString &a, const QString &b) { return olderVersionText(b, a); });
    return versions;
}

EffectiveVersion effectiveVersion(const Runner &runner, ServerTime now)
{
    EffectiveVersion result;
    bool first = true;
    for (const RunnerManager *manager : managersInContact(runner, now)) {
        if (manager->version.isEmpty())
            continue;
        result.mixed = result.mixed || (!first && manager->version != result.text);
        if (first || olderVersionText(manager->version, result.text))
            result.text = manager->version;
        first = false;
    }
    return result;
}

} // namespace Runnerscope
