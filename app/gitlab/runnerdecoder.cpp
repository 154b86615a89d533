// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerdecoder.h"

#include "app/gitlab/wiretime.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

/// Above this many distinct texts a hostile or very odd server would only fill the memory.
constexpr qsizetype mostSharedTexts = 100'000;

template <typename Enum, std::size_t N>
Enum fromWire(const QJsonValue &value, const std::array<std::pair<QLatin1String, Enum>, N> &table)
{
    const QString text = value.toString();
    for (const auto &[wire, meaning] : table) {
        if (text == wire)
            return meaning;
    }
    return Enum::Unknown;
}

constexpr std::array types{
    std::pair(QLatin1String("INSTANCE_TYPE"), RunnerType::Instance),
    std::pair(QLatin1String("GROUP_TYPE"), RunnerType::Group),
    std::pair(QLatin1String("PROJECT_TYPE"), RunnerType::Project),
};
constexpr std::array accessLevels{
    std::pair(QLatin1String("NOT_PROTECTED"), AccessLevel::NotProtected),
    std::pair(QLatin1String("REF_PROTECTED"), AccessLevel::RefProtected),
};
constexpr std::array jobExecutions{
    std::pair(QLatin1String("IDLE"), JobExecution::Idle),
    std::pair(QLatin1String("ACTIVE"), JobExecution::Active),
};
constexpr std::array creationMethods{
    std::pair(QLatin1String("REGISTRATION_TOKEN"), CreationMethod::RegistrationToken),
    std::pair(QLatin1String("AUTHENTICATED_USER"), CreationMethod::AuthenticatedUser),
};
constexpr std::array creationStates{
    std::pair(QLatin1String("STARTED"), CreationState::Started),
    std::pair(QLatin1String("FINISHED"), CreationState::Finished),
};
constexpr std::array userStates{
    std::pair(QLatin1String("active"), UserState::Active),
    std::pair(QLatin1String("blocked"), UserState::Blocked),
    std::pair(QLatin1String("ldap_blocked"), UserState::Blocked),
    std::pair(QLatin1String("blocked_pending_approval"), UserState::Blocked),
    std::pair(QLatin1String("deactivated"), UserState::Deactivated),
    std::pair(QLatin1String("banned"), UserState::Banned),
};

OptionalTime timeOf(const QJsonValue &value)
{
    return timeFromWire(value.toString());
}

std::optional<int> countOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(std::max(0, value.toInt())) : std::nullopt;
}

std::optional<qint64> idOf(const QJsonObject &node)
{
    return numberOfGlobalId(node.value(QLatin1String("id")).toString());
}

/// Those of GitLab 18.10 that stand for nobody; a newer one may be anything.
constexpr std::array userTypes{
    std::pair(QLatin1String("HUMAN"), UserKind::Person),
    std::pair(QLatin1String("ADMIN_BOT"), UserKind::Bot),
    std::pair(QLatin1String("ALERT_BOT"), UserKind::Bot),
    std::pair(QLatin1String("AUTOMATION_BOT"), UserKind::Bot),
    std::pair(QLatin1String("DUO_CODE_REVIEW_BOT"), UserKind::Bot),
    std::pair(QLatin1String("GHOST"), UserKind::Bot),
    std::pair(QLatin1String("IMPORT_USER"), UserKind::Bot),
    std::pair(QLatin1String("PLACEHOLDER"), UserKind::Bot),
    std::pair(QLatin1String("PROJECT_BOT"), UserKind::Bot),
    std::pair(QLatin1String("SECURITY_BOT"), UserKind::Bot),
    std::pair(QLatin1String("SECURITY_POLICY_BOT"), UserKind::Bot),
    std::pair(QLatin1String("SERVICE_ACCOUNT"), UserKind::Bot),
    std::pair(QLatin1String("SERVICE_USER"), UserKind::Bot),
    std::pair(QLatin1String("SUPPORT_BOT"), UserKind::Bot),
    std::pair(QLatin1String("VISUAL_REVIEW_BOT"), UserKind::Bot),
};

UserKind userKindOf(const QJsonObject &node)
{
    const QJsonValue bot = node.value(QLatin1String("bot"));
    const QString type = node.value(QLatin1String("type")).toString();
    if (bot.toBool())
        return UserKind::Bot;
    if (!type.isEmpty())
        return fromWire(type, userTypes);
    return bot.isBool() ? UserKind::Person : UserKind::Unknown;
}

Owner ownerOf(OwnerKind kind, qint64 number, const QJsonObject &node)
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

/// The one that is known already where it is the same, so that runners share it.
template <typename T>
std::shared_ptr<const T> sharedValue(QHash<qint64, std::shared_ptr<const T>> &known, T value)
{
    std::shared_ptr<const T> &slot = known[value.number];
    if (!slot || *slot != value)
        slot = std::make_shared<const T>(std::move(value));
    return slot;
}

RunnerPermissions permissionsOf(const QJsonObject &node)
{
    return {node.value(QLatin1String("readRunner")).toBool(), node.value(QLatin1String("updateRunner")).toBool(),
        node.value(QLatin1String("deleteRunner")).toBool(), node.value(QLatin1String("assignRunner")).toBool()};
}

template <typename Page>
void readPageInfo(Page &page, const QJsonObject &connection)
{
    const QJsonObject info = connection.value(QLatin1String("pageInfo")).toObject();
    page.endCursor = info.value(QLatin1String("endCursor")).toString();
    page.hasNextPage = info.value(QLatin1String("hasNextPage")).toBool();
}

} // namespace

std::optional<qint64> numberOfGlobalId(const QString &globalId)
{
    bool ok = false;
    const qint64 number = QStringView(globalId).mid(globalId.lastIndexOf(u'/') + 1).toLongLong(&ok);
    return ok && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<User> decodeUser(const QJsonObject &node)
{
    const auto number = idOf(node);
    if (!number)
        return std::nullopt;
    return User{*number, node.value(QLatin1String("username")).toString(), node.value(QLatin1String("name")).toString(),
        node.value(QLatin1String("webUrl")).toString(), fromWire(node.value(QLatin1String("state")), userStates),
        userKindOf(node)};
}

QString globalRunnerId(RunnerId id)
{
    return QStringLiteral("gid://gitlab/Ci::Runner/%1").arg(id.number);
}

RunnerDecoder::RunnerDecoder(InstanceId instance) :
    m_instance(instance)
{
}

QString RunnerDecoder::shared(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.isEmpty())
        return {};
    if (m_texts.size() > mostSharedTexts)
        m_texts.clear();
    return *m_texts.insert(text);
}

QStringList RunnerDecoder::tags(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    QStringList tags;
    tags.reserve(array.size());
    for (const QJsonValue tag : array)
        tags.append(shared(tag));
    return tags;
}

std::shared_ptr<const Owner> RunnerDecoder::owner(const QJsonObject &node)
{
    const QJsonArray groups = node.value(QLatin1String("groups")).toObject().value(QLatin1String("nodes")).toArray();
    const bool ofGroup = !groups.isEmpty();
    const QJsonObject object =
        ofGroup ? groups.first().toObject() : node.value(QLatin1String("ownerProject")).toObject();
    const auto number = idOf(object);
    if (!number)
        return nullptr;
    return sharedValue(
        ofGroup ? m_groups : m_projects, ownerOf(ofGroup ? OwnerKind::Group : OwnerKind::Project, *number, object));
}

std::shared_ptr<const User> RunnerDecoder::user(const QJsonValue &value)
{
    auto decoded = decodeUser(value.toObject());
    return decoded ? sharedValue(m_users, std::move(*decoded)) : nullptr;
}

RunnerManager RunnerDecoder::manager(const QJsonObject &node)
{
    RunnerManager manager;
    manager.number = idOf(node).value_or(0);
    manager.systemId = node.value(QLatin1String("systemId")).toString();
    manager.version = shared(node.value(QLatin1String("version")));
    manager.revision = shared(node.value(QLatin1String("revision")));
    manager.platform = shared(node.value(QLatin1String("platformName")));
    manager.architecture = shared(node.value(QLatin1String("architectureName")));
    manager.executor = shared(node.value(QLatin1String("executorName")));
    manager.ipAddress = node.value(QLatin1String("ipAddress")).toString();
    manager.createdAt = timeOf(node.value(QLatin1String("createdAt")));
    manager.contactedAt = timeOf(node.value(QLatin1String("contactedAt")));
    manager.jobExecution = fromWire(node.value(QLatin1String("jobExecutionStatus")), jobExecutions);
    return manager;
}

ManagerPage RunnerDecoder::managers(const QJsonObject &connection)
{
    ManagerPage page;
    const QJsonArray nodes = connection.value(QLatin1String("nodes")).toArray();
    page.managers.reserve(static_cast<std::size_t>(nodes.size()));
    for (const QJsonValue node : nodes) {
        if (idOf(node.toObject()))
            page.managers.push_back(manager(node.toObject()));
    }
    page.total =
        std::max(countOf(connection.value(QLatin1String("count"))).value_or(0), static_cast<int>(page.managers.size()));
    readPageInfo(page, connection);
    return page;
}

void RunnerDecoder::readManagers(Runner &runner, const QJsonObject &node)
{
    ManagerPage page = managers(node.value(QLatin1String("managers")).toObject());
    runner.managers = std::move(page.managers);
    runner.managerCount = page.total;
}

void RunnerDecoder::readSettings(Runner &runner, const QJsonObject &node)
{
    runner.paused = node.value(QLatin1String("paused")).toBool();
    runner.locked = node.value(QLatin1String("locked")).toBool();
    runner.runUntagged = node.value(QLatin1String("runUntagged")).toBool();
    runner.accessLevel = fromWire(node.value(QLatin1String("accessLevel")), accessLevels);
    runner.maximumTimeout = countOf(node.value(QLatin1String("maximumTimeout")));
    runner.tags = tags(node.value(QLatin1String("tagList")));
}

std::optional<Runner> RunnerDecoder::runner(const QJsonObject &node)
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

RunnerPage RunnerDecoder::page(const QJsonObject &connection)
{
    RunnerPage page;
    const QJsonArray nodes = connection.value(QLatin1String("nodes")).toArray();
    page.runners.reserve(static_cast<std::size_t>(nodes.size()));
    for (const QJsonValue node : nodes) {
        if (auto runner = this->runner(node.toObject()))
            page.runners.push_back(std::move(*runner));
        else
            ++page.unreadable;
    }
    const QJsonValue count = connection.value(QLatin1String("count"));
    if (count.isDouble())
        page.total = std::max<qint64>(0, count.toInteger());
    readPageInfo(page, connection);
    const QJsonObject info = connection.value(QLatin1String("pageInfo")).toObject();
    page.startCursor = info.value(QLatin1String("startCursor")).toString();
    page.hasPreviousPage = info.value(QLatin1String("hasPreviousPage")).toBool();
    return page;
}

std::optional<RunnerDetails> RunnerDecoder::details(const QJsonObject &node, ServerTime readAt)
{
    auto decoded = runner(node);
    if (!decoded)
        return std::nullopt;
    RunnerDetails details;
    details.runner = std::move(*decoded);
    details.readAt = readAt;
    details.maintenanceNote = node.value(QLatin1String("maintenanceNote")).toString();
    details.webUrl = node.value(QLatin1String("adminUrl")).toString();
    const QJsonValue permissions = node.value(QLatin1String("userPermissions"));
    if (permissions.isObject())
        details.permissions = permissionsOf(permissions.toObject());
    return details;
}

std::optional<RunnerPulse> decodePulse(RunnerId id, const QJsonValue &value)
{
    const QJsonObject node = value.toObject();
    if (idOf(node) != id.number)
        return std::nullopt;
    return RunnerPulse{id, timeOf(node.value(QLatin1String("contactedAt"))),
        fromWire(node.value(QLatin1String("jobExecutionStatus")), jobExecutions),
        node.value(QLatin1String("paused")).toBool()};
}

OwnerChain decodeAncestors(const QJsonObject &data)
{
    OwnerChain chain;
    for (QJsonObject group = data.value(QLatin1String("group")).toObject(); !group.isEmpty();
         group = group.value(QLatin1String("parent")).toObject()) {
        chain.push_back({group.value(QLatin1String("fullPath")).toString(),
            group.value(QLatin1String("name")).toString(), group.value(QLatin1String("webUrl")).toString()});
    }
    std::ranges::reverse(chain);
    return chain;
}

} // namespace Runnerscope
