// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/managers.h"

#include "models/domain/version.h"
#include "models/rules/status.h"

#include <algorithm>
#include <iterator>

namespace Runnerscope {

namespace {

std::vector<const RunnerManager *> managersInContact(const Runner &runner, ServerTime now)
{
    std::vector<OptionalTime> contacts;
    std::ranges::transform(runner.managers, std::back_inserter(contacts), &RunnerManager::contactedAt);
    std::vector<quint8> marks(contacts.size());
    markInContact(contacts, now, marks);
    std::vector<const RunnerManager *> result;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i])
            result.push_back(&runner.managers[i]);
    }
    return result;
}

} // namespace

void markInContact(std::span<const OptionalTime> contacts, ServerTime now, std::span<quint8> marks)
{
    bool anyOnline = false;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        marks[i] = isOnline(contacts[i], now);
        anyOnline = anyOnline || marks[i];
    }
    if (!anyOnline && !contacts.empty())
        marks[static_cast<std::size_t>(std::ranges::max_element(contacts) - contacts.begin())] = 1;
}

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

QStringList valuesInContact(
    const Runner &runner, ServerTime now, const std::function<QString(const RunnerManager &)> &value)
{
    QStringList values;
    for (const RunnerManager *manager : managersInContact(runner, now)) {
        const QString text = value(*manager);
        if (!text.isEmpty() && !values.contains(text))
            values.append(text);
    }
    return values;
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
