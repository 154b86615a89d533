// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fleettext.h"

#include "models/rules/filter/filterparser.h"
#include "models/rules/status.h"

#include <QStringList>

#include <algorithm>

namespace Runnerscope::Test {

namespace {

std::chrono::seconds duration(const QString &text)
{
    const qint64 number = text.chopped(1).toLongLong();
    switch (text.back().unicode()) {
    case u'd':
        return std::chrono::days(number);
    case u'h':
        return std::chrono::hours(number);
    case u'm':
        return std::chrono::minutes(number);
    default:
        return std::chrono::seconds(number);
    }
}

std::shared_ptr<const Owner> owner(OwnerKind kind, const QString &path)
{
    auto owner = std::make_shared<Owner>();
    owner->kind = kind;
    owner->number = 1 + static_cast<qint64>(qHash(path) % 100000);
    owner->fullPath = path;
    owner->name = path.section(u'/', -1);
    owner->fullName = QString(path).replace(u'/', QStringLiteral(" / "));
    return owner;
}

std::shared_ptr<const User> user(UserKind kind, const QString &name)
{
    return std::make_shared<User>(
        User{1 + static_cast<qint64>(qHash(name) % 1000), name, name, {}, UserState::Active, kind});
}

void addManager(Runner &runner, const QString &version)
{
    RunnerManager manager;
    manager.number = runner.id.number * 100 + static_cast<qint64>(runner.managers.size());
    manager.systemId = QStringLiteral("s_%1").arg(manager.number);
    manager.version = version;
    manager.createdAt = runner.createdAt;
    manager.contactedAt = runner.contactedAt;
    runner.managers.push_back(manager);
    runner.managerCount = static_cast<int>(runner.managers.size());
}

void applyWord(Runner &runner, const QString &key, const QString &value)
{
    if (key == QStringLiteral("contact")) {
        runner.contactedAt = now - duration(value);
        runner.creationState = CreationState::Finished;
    } else if (key == QStringLiteral("created"))
        runner.createdAt = now - duration(value);
    else if (key == QStringLiteral("group") || key == QStringLiteral("project")) {
        const bool group = key == QStringLiteral("group");
        runner.type = group ? RunnerType::Group : RunnerType::Project;
        runner.owner = owner(group ? OwnerKind::Group : OwnerKind::Project, value);
    } else if (key == QStringLiteral("tags"))
        runner.tags = value.split(u',');
    else if (key == QStringLiteral("version"))
        addManager(runner, value);
    else if (key == QStringLiteral("by") || key == QStringLiteral("bot"))
        runner.creator = user(key == QStringLiteral("by") ? UserKind::Person : UserKind::Bot, value);
    else if (key == QStringLiteral("jobs"))
        runner.jobCount = value.toInt();
    else if (key == QStringLiteral("paused"))
        runner.paused = true;
    else if (key == QStringLiteral("running"))
        runner.jobExecution = JobExecution::Active;
    else if (key == QStringLiteral("locked"))
        runner.locked = true;
    else if (key == QStringLiteral("protected"))
        runner.accessLevel = AccessLevel::RefProtected;
    else if (key == QStringLiteral("unprotected"))
        runner.accessLevel = AccessLevel::NotProtected;
    else if (key == QStringLiteral("untagged"))
        runner.runUntagged = true;
    else if (key == QStringLiteral("projects"))
        runner.projectCount = value.toInt();
    else
        qFatal("unknown word in a test's fleet: %s", qUtf8Printable(key));
}

} // namespace

Runner runner(QStringView line)
{
    const QStringList words = line.toString().simplified().split(u' ');
    Runner runner;
    runner.id = {InstanceId{1}, words.at(0).toLongLong()};
    if (words.at(1) != QStringLiteral("-"))
        runner.description = QString(words.at(1)).replace(u'_', u' ');
    runner.shortSha = QStringLiteral("sha%1").arg(runner.id.number);
    runner.type = RunnerType::Instance;
    runner.createdAt = now - std::chrono::days(30);
    runner.creationState = CreationState::Started;
    runner.creationMethod = CreationMethod::AuthenticatedUser;
    runner.jobExecution = JobExecution::Idle;
    for (const QString &word : words.mid(2))
        applyWord(runner, word.section(u'=', 0, 0), word.section(u'=', 1));
    return runner;
}

Fleet fleet(QStringView text)
{
    Fleet fleet;
    fleet.asOf = now;
    fleet.coverage.kind = Coverage::Kind::Whole;
    for (const QStringView line : text.split(u'\n', Qt::SkipEmptyParts)) {
        auto made = std::make_shared<const Runner>(runner(line));
        const RunnerStatus status = statusOf(*made, now);
        fleet.rows.push_back({std::move(made), now, status});
    }
    std::ranges::sort(fleet.rows, {}, [](const FleetRow &row) { return row.runner->id; });
    return fleet;
}

FleetPtr fleetPtr(QStringView text)
{
    return shareFleet(fleet(text));
}

FilterExpression filter(const char *text)
{
    const auto parsed = parseFilter(QString::fromUtf8(text));
    if (const auto *error = std::get_if<FilterError>(&parsed))
        qFatal("no filter in a test: %s", qUtf8Printable(error->sentence));
    return std::get<FilterExpression>(parsed);
}

} // namespace Runnerscope::Test
