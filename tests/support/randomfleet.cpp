// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomfleet.h"

#include "models/rules/status.h"
#include "tests/support/fleettext.h"

#include <array>

namespace Runnerscope::Test {

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u'|');
}

/// Up to about a month before \a now, often near the limits of the status, sometimes never.
OptionalTime someTime(ServerTime now, std::mt19937 &random)
{
    using namespace std::chrono;
    constexpr std::array limits{minutes(0), minutes(30), minutes(120), minutes(7 * 24 * 60), minutes(30 * 24 * 60)};
    switch (below(5, random)) {
    case 0:
        return std::nullopt;
    case 1:
        return now - limits[below(limits.size(), random)];
    case 2:
        return now - limits[below(limits.size(), random)] + milliseconds(below(3, random)) - milliseconds(1);
    default:
        return now - minutes(below(90 * 24 * 60, random));
    }
}

std::optional<int> someCount(int most, std::mt19937 &random)
{
    return oneIn(4, random) ? std::nullopt
                            : std::optional(static_cast<int>(below(static_cast<std::size_t>(most) + 1, random)));
}

template <typename Enum>
Enum someOf(int count, std::mt19937 &random)
{
    return static_cast<Enum>(below(static_cast<std::size_t>(count), random));
}

RunnerManager someManager(qint64 number, ServerTime now, std::mt19937 &random)
{
    RunnerManager manager;
    manager.number = number;
    manager.systemId = oneIn(5, random) ? QStringLiteral("<legacy>") : QStringLiteral("s_%1").arg(number % 20);
    manager.version = oneOf(Words::versions(), random);
    manager.revision = QStringLiteral("rev%1").arg(below(5, random));
    manager.platform = oneOf(Words::platforms(), random);
    manager.architecture = oneIn(2, random) ? QStringLiteral("amd64") : QStringLiteral("arm64");
    manager.executor = oneOf(Words::executors(), random);
    manager.ipAddress = oneOf(Words::addresses(), random);
    manager.createdAt = someTime(now, random);
    manager.contactedAt = someTime(now, random);
    manager.jobExecution = someOf<JobExecution>(3, random);
    return manager;
}

std::shared_ptr<const Owner> someOwner(OwnerKind kind, std::mt19937 &random)
{
    if (oneIn(5, random))
        return nullptr;
    auto owner = std::make_shared<Owner>();
    owner->kind = kind;
    owner->fullPath = oneOf(Words::owners(), random);
    owner->fullName = QString(owner->fullPath).replace(u'/', QStringLiteral(" / "));
    return owner;
}

std::shared_ptr<const User> someUser(std::mt19937 &random)
{
    if (oneIn(3, random))
        return nullptr;
    auto user = std::make_shared<User>();
    user->username = oneOf(Words::users(), random);
    user->name = oneOf(Words::users(), random) + QStringLiteral(" K.");
    user->state = someOf<UserState>(5, random);
    user->kind = someOf<UserKind>(3, random);
    return user;
}

Runner someRunner(qint64 number, ServerTime now, std::mt19937 &random)
{
    Runner runner;
    runner.id = {InstanceId{1}, number};
    runner.shortSha = QStringLiteral("Sha%1").arg(below(30, random));
    runner.description = oneOf(Words::names(), random);
    if (oneIn(3, random))
        runner.maintenanceNote = oneOf(Words::names(), random);
    for (std::size_t tags = below(4, random); tags > 0; --tags)
        runner.tags.append(oneOf(Words::tags(), random));
    runner.type = someOf<RunnerType>(runnerTypeCount, random);
    runner.owner = someOwner(runner.type == RunnerType::Group ? OwnerKind::Group : OwnerKind::Project, random);
    runner.creator = someUser(random);
    for (std::size_t managers = below(5, random); managers > 0; --managers)
        runner.managers.push_back(someManager(number * 10 + static_cast<qint64>(managers), now, random));
    runner.managerCount = static_cast<int>(runner.managers.size() + below(2, random));
    runner.jobCount = someCount(Runner::jobCountCap, random);
    runner.projectCount = someCount(3, random);
    runner.maximumTimeout = someCount(7200, random);
    runner.createdAt = someTime(now, random);
    if (oneIn(2, random)) // some are over
        runner.tokenExpiresAt = now + std::chrono::hours(below(24 * 40, random)) - std::chrono::hours(48);
    runner.contactedAt = someTime(now, random);
    runner.accessLevel = someOf<AccessLevel>(3, random);
    runner.jobExecution = someOf<JobExecution>(3, random);
    runner.creationMethod = someOf<CreationMethod>(3, random);
    runner.creationState = someOf<CreationState>(3, random);
    runner.paused = oneIn(2, random);
    runner.locked = oneIn(2, random);
    runner.runUntagged = oneIn(2, random);
    return runner;
}

} // namespace

namespace Words {

const QStringList &names()
{
    static const QStringList list =
        words("|build-1|build-18|Build 2|Größe|ΣΊΓΜΑ|a\"b\\c|x, y (z)|*star*|/slash/|<legacy>");
    return list;
}

const QStringList &tags()
{
    static const QStringList list = words("docker|Docker|linux|gpu-a100|x y|größe|*");
    return list;
}

const QStringList &owners()
{
    static const QStringList list = words("acme|acme/pay|acme/pay/api|acme/pay/web|acme/payments|Other/acme|other");
    return list;
}

const QStringList &users()
{
    static const QStringList list = words("anna|Anna|bert|ci-bot|dörte");
    return list;
}

const QStringList &versions()
{
    static const QStringList list = words("16.11.1|17.3.9|17.4.0-rc1|17.4.0|17.4.2|18.0.0|18.1.0-rc1|18.1.0-rc2|18.1.0|"
                                          "18.10.0|main|18.x|");
    return list;
}

const QStringList &executors()
{
    static const QStringList list = words("docker|docker+machine|shell|Kubernetes|");
    return list;
}

const QStringList &platforms()
{
    static const QStringList list = words("linux|windows|darwin|");
    return list;
}

const QStringList &addresses()
{
    static const QStringList list =
        words("10.2.0.7|10.2.200.1|10.3.0.1|192.168.1.1|fd00::7|fd00:1::1|FE80::ABCD|::ffff:10.2.9.9|nowhere|");
    return list;
}

} // namespace Words

std::size_t below(std::size_t count, std::mt19937 &random)
{
    return random() % count;
}

bool oneIn(std::size_t count, std::mt19937 &random)
{
    return below(count, random) == 0;
}

const QString &oneOf(const QStringList &words, std::mt19937 &random)
{
    return words[static_cast<qsizetype>(below(static_cast<std::size_t>(words.size()), random))];
}

Fleet randomFleet(std::mt19937 &random, int rows)
{
    Fleet fleet;
    fleet.coverage.kind = Coverage::Kind::Whole;
    fleet.asOf = now;
    for (int i = 1; i <= rows; ++i) {
        const ServerTime readAt = now - std::chrono::minutes(below(120, random));
        auto runner = std::make_shared<const Runner>(someRunner(i, readAt, random));
        const RunnerStatus status = statusOf(*runner, readAt);
        fleet.rows.push_back({std::move(runner), readAt, status});
    }
    return fleet;
}

} // namespace Runnerscope::Test
