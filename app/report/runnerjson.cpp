// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/runnerjson.h"

#include "app/report/enumnames.h"
#include "models/rules/managers.h"
#include "models/rules/status.h"

namespace Runnerscope {

namespace {

QJsonArray managersJson(const RunnerDetails &details)
{
    QJsonArray managers;
    for (const RunnerManager &manager : details.runner.managers)
        managers.append(managerJson(manager, details.readAt));
    return managers;
}

QJsonValue permissionsJson(const std::optional<RunnerPermissions> &permissions)
{
    if (!permissions)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("read"), permissions->read},
        {QStringLiteral("update"), permissions->update},
        {QStringLiteral("delete"), permissions->remove},
        {QStringLiteral("assign"), permissions->assign},
    };
}

QJsonValue protectedJson(AccessLevel level)
{
    return level == AccessLevel::Unknown ? QJsonValue() : QJsonValue(level == AccessLevel::RefProtected);
}

} // namespace

QJsonArray ownerChainJson(const OwnerChain &chain)
{
    QJsonArray links;
    for (const OwnerLink &link : chain) {
        links.append(QJsonObject{
            {QStringLiteral("fullPath"), link.fullPath},
            {QStringLiteral("name"), link.name},
            {QStringLiteral("webUrl"), textJson(link.webUrl)},
        });
    }
    return links;
}

QJsonObject userJson(const User &user)
{
    return {
        {QStringLiteral("username"), user.username},
        {QStringLiteral("name"), textJson(user.name)},
        {QStringLiteral("state"), EnumNames::userState(user.state)},
        {QStringLiteral("kind"), EnumNames::userKind(user.kind)},
        {QStringLiteral("webUrl"), textJson(user.webUrl)},
    };
}

QJsonValue timeJson(OptionalTime time)
{
    return time ? textJson(toDateTime(*time).toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue secondsJson(std::optional<std::chrono::seconds> time)
{
    return time ? QJsonValue(static_cast<qint64>(time->count())) : QJsonValue();
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject managerJson(const RunnerManager &manager, ServerTime readAt)
{
    return {
        {QStringLiteral("id"), manager.number},
        {QStringLiteral("systemId"), textJson(manager.systemId)},
        {QStringLiteral("version"), textJson(manager.version)},
        {QStringLiteral("revision"), textJson(manager.revision)},
        {QStringLiteral("platform"), textJson(manager.platform)},
        {QStringLiteral("architecture"), textJson(manager.architecture)},
        {QStringLiteral("executor"), textJson(manager.executor)},
        {QStringLiteral("ipAddress"), textJson(manager.ipAddress)},
        {QStringLiteral("status"), EnumNames::status(statusOf(manager, readAt))},
        {QStringLiteral("createdAt"), timeJson(manager.createdAt)},
        {QStringLiteral("contactedAt"), timeJson(manager.contactedAt)},
        {QStringLiteral("jobExecution"), EnumNames::jobExecution(manager.jobExecution)},
    };
}

QJsonObject runnerJson(const Runner &runner, ServerTime readAt)
{
    return {
        {QStringLiteral("id"), runner.id.number},
        {QStringLiteral("description"), runner.description},
        {QStringLiteral("type"), EnumNames::type(runner.type)},
        {QStringLiteral("status"), EnumNames::status(statusOf(runner, readAt))},
        {QStringLiteral("paused"), runner.paused},
        {QStringLiteral("locked"), runner.locked},
        {QStringLiteral("protected"), protectedJson(runner.accessLevel)},
        {QStringLiteral("runUntagged"), runner.runUntagged},
        {QStringLiteral("owner"), runner.owner ? textJson(runner.owner->fullPath) : QJsonValue()},
        {QStringLiteral("createdBy"), runner.creator ? textJson(runner.creator->username) : QJsonValue()},
        {QStringLiteral("createdByKind"), EnumNames::creatorKind(creatorKindOf(runner))},
        {QStringLiteral("creationMethod"), EnumNames::creationMethod(runner.creationMethod)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(runner.tags)},
        {QStringLiteral("versions"), QJsonArray::fromStringList(versionsOf(runner))},
        {QStringLiteral("managers"), runner.managerCount},
        {QStringLiteral("managersOnline"), managersOnline(runner, readAt)},
        {QStringLiteral("managersComplete"), runner.managersComplete()},
        {QStringLiteral("contactedAt"), timeJson(runner.contactedAt)},
        {QStringLiteral("createdAt"), timeJson(runner.createdAt)},
        {QStringLiteral("tokenExpiresAt"), timeJson(runner.tokenExpiresAt)},
        {QStringLiteral("maintenanceNote"), textJson(runner.maintenanceNote)},
    };
}

QJsonArray runnersJson(const Fleet &fleet)
{
    QJsonArray runners;
    for (const FleetRow &row : fleet.rows)
        runners.append(runnerJson(*row.runner, row.readAt));
    return runners;
}

QJsonObject runnerDetailsJson(const RunnerDetails &details)
{
    QJsonObject object = runnerJson(details.runner, details.readAt);
    object.insert(QStringLiteral("ownerChain"), ownerChainJson(details.ownerChain));
    object.insert(QStringLiteral("managerDetails"), managersJson(details));
    object.insert(QStringLiteral("permissions"), permissionsJson(details.permissions));
    object.insert(
        QStringLiteral("createdByUser"), details.runner.creator ? userJson(*details.runner.creator) : QJsonValue());
    object.insert(QStringLiteral("webUrl"), textJson(details.webUrl));
    return object;
}

} // namespace Runnerscope
