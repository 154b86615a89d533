// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerdecoder.h"

#include "app/gitlab/wirevalues.h"
#include "models/rules/bothome.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

constexpr std::array types{
    std::pair(std::string_view("INSTANCE_TYPE"), RunnerType::Instance),
    std::pair(std::string_view("GROUP_TYPE"), RunnerType::Group),
    std::pair(std::string_view("PROJECT_TYPE"), RunnerType::Project),
};
constexpr std::array accessLevels{
    std::pair(std::string_view("NOT_PROTECTED"), AccessLevel::NotProtected),
    std::pair(std::string_view("REF_PROTECTED"), AccessLevel::RefProtected),
};
constexpr std::array jobExecutions{
    std::pair(std::string_view("IDLE"), JobExecution::Idle),
    std::pair(std::string_view("ACTIVE"), JobExecution::Active),
};
constexpr std::array creationMethods{
    std::pair(std::string_view("REGISTRATION_TOKEN"), CreationMethod::RegistrationToken),
    std::pair(std::string_view("AUTHENTICATED_USER"), CreationMethod::AuthenticatedUser),
};
constexpr std::array creationStates{
    std::pair(std::string_view("STARTED"), CreationState::Started),
    std::pair(std::string_view("FINISHED"), CreationState::Finished),
};
constexpr std::array userStates{
    std::pair(std::string_view("active"), UserState::Active),
    std::pair(std::string_view("blocked"), UserState::Blocked),
    std::pair(std::string_view("ldap_blocked"), UserState::Blocked),
    std::pair(std::string_view("blocked_pending_approval"), UserState::Blocked),
    std::pair(std::string_view("deactivated"), UserState::Deactivated),
    std::pair(std::string_view("banned"), UserState::Banned),
};

/// Those of GitLab 18.10 that stand for nobody; a newer one may be anything.
constexpr std::array userTypes{
    std::pair(std::string_view("HUMAN"), UserKind::Person),
    std::pair(std::string_view("ADMIN_BOT"), UserKind::Bot),
    std::pair(std::string_view("ALERT_BOT"), UserKind::Bot),
    std::pair(std::string_view("AUTOMATION_BOT"), UserKind::Bot),
    std::pair(std::string_view("DUO_CODE_REVIEW_BOT"), UserKind::Bot),
    std::pair(std::string_view("GHOST"), UserKind::Bot),
    std::pair(std::string_view("IMPORT_USER"), UserKind::Bot),
    std::pair(std::string_view("PLACEHOLDER"), UserKind::Bot),
    std::pair(std::string_view("PROJECT_BOT"), UserKind::Bot),
    std::pair(std::string_view("SECURITY_BOT"), UserKind::Bot),
    std::pair(std::string_view("SECURITY_POLICY_BOT"), UserKind::Bot),
    std::pair(std::string_view("SERVICE_ACCOUNT"), UserKind::Bot),
    std::pair(std::string_view("SERVICE_USER"), UserKind::Bot),
    std::pair(std::string_view("SUPPORT_BOT"), UserKind::Bot),
    std::pair(std::string_view("VISUAL_REVIEW_BOT"), UserKind::Bot),
};

UserKind userKindOf(JsonValue node)
{
    const JsonValue bot = node.value(QLatin1String("bot"));
    const JsonValue type = node.value(QLatin1String("type"));
    if (bot.toBool())
        return UserKind::Bot;
    if (!type.text().empty())
        return fromWire(type, userTypes);
    return bot.isBool() ? UserKind::Person : UserKind::Unknown;
}

Owner ownerOf(OwnerKind kind, qint64 number, JsonValue node)
{
    Owner owner;
    owner.kind = kind;
    owner.number = number;
    owner.fullPath = node.value(QLatin1String("fullPath")).toString();
    owner.name = node.value(QLatin1String("name")).toString();
    owner.fullName =
        node.value(kind == OwnerKind::Group ? QLatin1String("fullName") : QLatin1String("nameWithNamespace"))
            .toString();
    owner.webUrl = node.value(QLatin1String("webUrl")).toString();
    return owner;
}

RunnerPermissions permissionsOf(JsonValue node)
{
    return {node.value(QLatin1String("readRunner")).toBool(), node.value(QLatin1String("updateRunner")).toBool(),
        node.value(QLatin1String("deleteRunner")).toBool(), node.value(QLatin1String("assignRunner")).toBool()};
}

} // namespace

std::optional<User> decodeUser(JsonValue node)
{
    const auto number = idOf(node);
    if (!number)
        return std::nullopt;
    return User{*number, node.value(QLatin1String("username")).toString(), node.value(QLatin1String("name")).toString(),
        node.value(QLatin1String("webUrl")).toString(), fromWire(node.value(QLatin1String("state")), userStates),
        userKindOf(node)};
}

std::optional<User> decodeRestUser(JsonValue node)
{
    const qint64 number = node.value(QLatin1String("id")).toInteger();
    if (number <= 0)
        return std::nullopt;
    User user{number, node.value(QLatin1String("username")).toString(), node.value(QLatin1String("name")).toString(),
        node.value(QLatin1String("web_url")).toString(), fromWire(node.value(QLatin1String("state")), userStates),
        UserKind::Person};
    if (node.value(QLatin1String("bot")).toBool() || botHomeFrom(user.username)
        || user.username.startsWith(QLatin1String("service_account_")))
        user.kind = UserKind::Bot;
    return user;
}

ProjectsPage decodeProjects(JsonValue connection)
{
    ProjectsPage page;
    for (const JsonValue node : connection.value(QLatin1String("nodes"))) {
        if (const auto number = idOf(node)) {
            page.projects.push_back({*number, node.value(QLatin1String("fullPath")).toString(),
                node.value(QLatin1String("name")).toString(), node.value(QLatin1String("webUrl")).toString()});
        }
    }
    page.matching = countOf(connection.value(QLatin1String("count")));
    const JsonValue info = connection.value(QLatin1String("pageInfo"));
    if (info.value(QLatin1String("hasNextPage")).toBool() && !page.projects.empty())
        page.next = info.value(QLatin1String("endCursor")).toString();
    return page;
}

QString globalRunnerId(RunnerId id)
{
    return QStringLiteral("gid://gitlab/Ci::Runner/%1").arg(id.number);
}

RunnerDecoder::RunnerDecoder(InstanceId instance) :
    m_instance(instance)
{
}

QStringList RunnerDecoder::tags(JsonValue value)
{
    const JsonValue array = value;
    QStringList tags;
    tags.reserve(array.size());
    for (const JsonValue tag : array)
        tags.append(m_texts.of(tag));
    return tags;
}

std::shared_ptr<const Owner> RunnerDecoder::owner(JsonValue node)
{
    const JsonValue groups = node.value(QLatin1String("groups")).value(QLatin1String("nodes"));
    const bool ofGroup = !groups.isEmpty();
    const JsonValue object = ofGroup ? groups.first() : node.value(QLatin1String("ownerProject"));
    const auto number = idOf(object);
    if (!number)
        return nullptr;
    return sharedValue(
        ofGroup ? m_groups : m_projects, ownerOf(ofGroup ? OwnerKind::Group : OwnerKind::Project, *number, object));
}

std::shared_ptr<const User> RunnerDecoder::user(JsonValue value)
{
    auto decoded = decodeUser(value);
    return decoded ? sharedValue(m_users, std::move(*decoded)) : nullptr;
}

RunnerManager RunnerDecoder::manager(JsonValue node)
{
    RunnerManager manager;
    manager.number = idOf(node).value_or(0);
    manager.systemId = node.value(QLatin1String("systemId")).toString();
    manager.version = m_texts.of(node.value(QLatin1String("version")));
    manager.revision = m_texts.of(node.value(QLatin1String("revision")));
    manager.platform = m_texts.of(node.value(QLatin1String("platformName")));
    manager.architecture = m_texts.of(node.value(QLatin1String("architectureName")));
    manager.executor = m_texts.of(node.value(QLatin1String("executorName")));
    manager.ipAddress = node.value(QLatin1String("ipAddress")).toString();
    manager.createdAt = timeOf(node.value(QLatin1String("createdAt")));
    manager.contactedAt = timeOf(node.value(QLatin1String("contactedAt")));
    manager.jobExecution = fromWire(node.value(QLatin1String("jobExecutionStatus")), jobExecutions);
    return manager;
}

ManagerPage RunnerDecoder::managers(JsonValue connection)
{
    ManagerPage page;
    const JsonValue nodes = connection.value(QLatin1String("nodes"));
    page.managers.reserve(static_cast<std::size_t>(nodes.size()));
    for (const JsonValue node : nodes) {
        if (idOf(node))
            page.managers.push_back(manager(node));
    }
    page.total =
        std::max(countOf(connection.value(QLatin1String("count"))).value_or(0), static_cast<int>(page.managers.size()));
    readPageInfo(page, connection);
    return page;
}

void RunnerDecoder::readManagers(Runner &runner, JsonValue node)
{
    ManagerPage page = managers(node.value(QLatin1String("managers")));
    runner.managers = std::move(page.managers);
    runner.managerCount = page.total;
}

void RunnerDecoder::readSettings(Runner &runner, JsonValue node)
{
    runner.paused = node.value(QLatin1String("paused")).toBool();
    runner.locked = node.value(QLatin1String("locked")).toBool();
    runner.runUntagged = node.value(QLatin1String("runUntagged")).toBool();
    runner.accessLevel = fromWire(node.value(QLatin1String("accessLevel")), accessLevels);
    runner.maximumTimeout = countOf(node.value(QLatin1String("maximumTimeout")));
    runner.tags = tags(node.value(QLatin1String("tagList")));
    runner.maintenanceNote = node.value(QLatin1String("maintenanceNote")).toString();
    runner.tokenExpiresAt = timeOf(node.value(QLatin1String("tokenExpiresAt")));
}

std::optional<Runner> RunnerDecoder::runner(JsonValue node)
{
    const auto number = idOf(node);
    if (!number)
        return std::nullopt;
    Runner runner;
    runner.id = {m_instance, *number};
    runner.shortSha = node.value(QLatin1String("shortSha")).toString();
    runner.description = node.value(QLatin1String("description")).toString();
    runner.type = fromWire(node.value(QLatin1String("runnerType")), types);
    runner.jobExecution = fromWire(node.value(QLatin1String("jobExecutionStatus")), jobExecutions);
    runner.creationMethod = fromWire(node.value(QLatin1String("creationMethod")), creationMethods);
    runner.creationState = fromWire(node.value(QLatin1String("creationState")), creationStates);
    runner.createdAt = timeOf(node.value(QLatin1String("createdAt")));
    runner.contactedAt = timeOf(node.value(QLatin1String("contactedAt")));
    runner.projectCount = countOf(node.value(QLatin1String("projectCount")));
    runner.jobCount = countOf(node.value(QLatin1String("jobCount")));
    runner.creator = user(node.value(QLatin1String("createdBy")));
    runner.owner = owner(node);
    readSettings(runner, node);
    readManagers(runner, node);
    return runner;
}

RunnerPage RunnerDecoder::page(JsonValue connection)
{
    RunnerPage page;
    const JsonValue nodes = connection.value(QLatin1String("nodes"));
    page.runners.reserve(static_cast<std::size_t>(nodes.size()));
    for (const JsonValue node : nodes) {
        if (auto runner = this->runner(node))
            page.runners.push_back(std::move(*runner));
        else
            ++page.unreadable;
    }
    const JsonValue count = connection.value(QLatin1String("count"));
    if (count.isNumber())
        page.total = std::max<qint64>(0, count.toInteger());
    readPageInfo(page, connection);
    const JsonValue info = connection.value(QLatin1String("pageInfo"));
    page.startCursor = info.value(QLatin1String("startCursor")).toString();
    page.hasPreviousPage = info.value(QLatin1String("hasPreviousPage")).toBool();
    return page;
}

std::optional<RunnerDetails> RunnerDecoder::details(JsonValue node, ServerTime readAt)
{
    auto decoded = runner(node);
    if (!decoded)
        return std::nullopt;
    RunnerDetails details;
    details.runner = std::move(*decoded);
    details.readAt = readAt;
    details.webUrl = node.value(QLatin1String("adminUrl")).toString();
    const JsonValue permissions = node.value(QLatin1String("userPermissions"));
    if (permissions.isObject())
        details.permissions = permissionsOf(permissions);
    return details;
}

std::optional<RunnerPulse> decodePulse(RunnerId id, JsonValue value)
{
    const JsonValue node = value;
    if (idOf(node) != id.number)
        return std::nullopt;
    return RunnerPulse{id, timeOf(node.value(QLatin1String("contactedAt"))),
        fromWire(node.value(QLatin1String("jobExecutionStatus")), jobExecutions),
        node.value(QLatin1String("paused")).toBool()};
}

OwnerChain decodeAncestors(JsonValue data)
{
    OwnerChain chain;
    for (JsonValue group = data.value(QLatin1String("group")); group.contains(QLatin1String("fullPath"));
         group = group.value(QLatin1String("parent"))) {
        chain.push_back({group.value(QLatin1String("fullPath")).toString(),
            group.value(QLatin1String("name")).toString(), group.value(QLatin1String("webUrl")).toString()});
    }
    std::ranges::reverse(chain);
    return chain;
}

} // namespace Runnerscope
