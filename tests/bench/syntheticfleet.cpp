// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/syntheticfleet.h"

#include "models/rules/status.h"

#include <QSet>

#include <algorithm>

namespace Runnerscope::Bench {

namespace {

/// As the program reads them: texts that repeat are shared between runners.
QString shared(const QString &text)
{
    static QSet<QString> known;
    return *known.insert(text);
}

RunnerManager managerOf(int number, int index)
{
    RunnerManager manager;
    manager.number = number * 4 + index;
    manager.systemId = QStringLiteral("s_%1f20a5").arg(manager.number);
    manager.version = shared(QStringLiteral("%1.%2.%3").arg(16 + number % 3).arg(number % 11).arg(number % 4));
    manager.revision = shared(QStringLiteral("a1b2c3d%1").arg(number % 11));
    manager.platform = number % 9 == 0 ? QStringLiteral("windows") : QStringLiteral("linux");
    manager.architecture = number % 5 == 0 ? QStringLiteral("arm64") : QStringLiteral("amd64");
    manager.executor = number % 7 == 0 ? QStringLiteral("shell") : QStringLiteral("docker");
    manager.ipAddress = QStringLiteral("10.%1.%2.%3").arg(number % 200).arg(number / 200 % 250).arg(number % 250);
    manager.createdAt = now - std::chrono::days(60);
    manager.contactedAt = now - std::chrono::minutes(number * 7919LL % (60 * 24 * 60));
    return manager;
}

Runner runnerOf(int number)
{
    Runner runner;
    runner.id = {InstanceId{1}, number};
    runner.shortSha = QStringLiteral("abcd%1").arg(number % 10000);
    runner.description = QStringLiteral("build-host-%1.ci.example.com").arg(number);
    runner.tags = {
        QStringLiteral("docker"), QStringLiteral("linux"), shared(QStringLiteral("team-%1").arg(number % 300))};
    runner.type = RunnerType::Group;
    runner.createdAt = now - std::chrono::days(60);
    runner.creationState = CreationState::Finished;
    runner.managerCount = number % 10 < 3 ? 2 : 1;
    for (int i = 0; i < runner.managerCount; ++i)
        runner.managers.push_back(managerOf(number, i));
    runner.contactedAt = runner.managers.front().contactedAt;
    return runner;
}

} // namespace

FleetPtr syntheticFleet(int size, int renamed)
{
    std::vector<std::shared_ptr<const Owner>> owners;
    for (int i = 0; i < 2000; ++i) {
        auto owner = std::make_shared<Owner>();
        owner->fullPath = QStringLiteral("acme/team-%1/project-%2").arg(i / 20).arg(i);
        owner->fullName = QStringLiteral("Acme / Team %1 / Project %2").arg(i / 20).arg(i);
        owners.push_back(std::move(owner));
    }
    Fleet fleet;
    for (int i = 1; i <= size; ++i) {
        Runner runner = runnerOf(i);
        if (renamed > 0 && i % std::max(1, size / renamed) == 0) {
            runner.description += QStringLiteral("-renamed");
            runner.contactedAt = now;
        }
        runner.owner = owners[static_cast<std::size_t>(i) * 7919 % owners.size()];
        const RunnerStatus status = statusOf(runner, now);
        fleet.rows.push_back({std::make_shared<const Runner>(std::move(runner)), now, status});
    }
    return shareFleet(std::move(fleet));
}

} // namespace Runnerscope::Bench
