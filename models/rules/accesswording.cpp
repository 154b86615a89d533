// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/accesswording.h"

#include "models/rules/namelist.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

namespace Runnerscope::AccessWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::AccessWording)
};

using State = Ability::State;

constexpr int soonDays = 14;

const QString apiScope = QStringLiteral("api");
const QString readScope = QStringLiteral("read_api");
const QString manageScope = QStringLiteral("manage_runner");
const QString createScope = QStringLiteral("create_runner");

QStringList pathsOf(const Access &access, OwnerKind kind, int leastLevel)
{
    QStringList paths;
    for (const Membership &membership : access.memberships) {
        if (membership.kind == kind && membership.level >= leastLevel)
            paths.append(membership.fullPath);
    }
    return paths;
}

QStringList ownedGroups(const Access &access)
{
    return pathsOf(access, OwnerKind::Group, MemberLevel::owner);
}

QStringList maintainedProjects(const Access &access)
{
    return pathsOf(access, OwnerKind::Project, MemberLevel::maintainer);
}

/// Groups whose projects, but not whose runners, this user administers.
QStringList maintainedGroups(const Access &access)
{
    QStringList paths = pathsOf(access, OwnerKind::Group, MemberLevel::maintainer);
    const QStringList owned = ownedGroups(access);
    paths.removeIf([&owned](const QString &path) { return owned.contains(path); });
    return paths;
}

bool needsNoMembership(const Access &access)
{
    return access.role == Role::Administrator || access.role == Role::Auditor;
}

bool administersSomething(const Access &access)
{
    const bool somewhere =
        std::ranges::any_of(access.memberships, [](const Membership &m) { return m.level >= MemberLevel::maintainer; });
    return access.role == Role::Administrator || (access.role != Role::Auditor && somewhere);
}

/// How a bot came to be, by the user names that GitLab gives: "project_7_bot_0a1b", "group_12_bot_ff",
/// "service_account_group_5_ab".
QString botKind(const QString &username)
{
    static const QRegularExpression project(QStringLiteral("^project_[0-9]+_bot"));
    static const QRegularExpression group(QStringLiteral("^group_[0-9]+_bot"));
    if (project.match(username).hasMatch())
        return Tr::tr("the bot of a project’s access token");
    if (group.match(username).hasMatch())
        return Tr::tr("the bot of a group’s access token");
    if (username.startsWith(QStringLiteral("service_account")))
        return Tr::tr("a service account");
    return Tr::tr("a bot or service account");
}

QString groupCount(const QStringList &paths)
{
    return paths.size() == 1 ? Tr::tr("the group %1").arg(nameList(paths))
                             : Tr::tr("the groups %1").arg(nameList(paths));
}

QString projectCount(const QStringList &paths)
{
    return paths.size() == 1 ? Tr::tr("the project %1").arg(nameList(paths))
                             : Tr::tr("%1 projects").arg(Wording::count(paths.size()));
}

QString memberRole(const Access &access)
{
    QStringList parts;
    if (const QStringList owned = ownedGroups(access); !owned.isEmpty())
        parts.append(Tr::tr("Owner of %1").arg(groupCount(owned)));
    if (const QStringList groups = maintainedGroups(access); !groups.isEmpty())
        parts.append(Tr::tr("Maintainer of %1").arg(groupCount(groups)));
    if (const QStringList projects = maintainedProjects(access); !projects.isEmpty())
        parts.append(Tr::tr("Maintainer of %1").arg(projectCount(projects)));
    if (parts.isEmpty())
        return access.memberships.empty() ? Tr::tr("Member of no group and no project")
                                          : Tr::tr("Member, nowhere Owner or Maintainer");
    return parts.join(QStringLiteral(", "));
}

Ability can(const QString &what)
{
    return {State::Can, what, {}};
}

Ability cannot(const QString &what, const QString &remedy)
{
    return {State::Cannot, what, remedy};
}

Ability seeAll(const Access &access)
{
    const QString what = Tr::tr("see every runner of the instance");
    if (access.role == Role::Administrator)
        return can(what);
    if (access.role == Role::Auditor) // GitLab shows auditors the lists of groups and projects, not the one of all
        return can(Tr::tr("see the runners of every group and project"));
    if (access.role == Role::AdministratorWithoutAdminMode)
        return cannot(
            what, Tr::tr("The server has admin mode on: an administrator’s token needs the scope admin_mode, too."));
    return cannot(what, Tr::tr("An administrator can."));
}

Ability seeGroups(const Access &access)
{
    const QStringList owned = ownedGroups(access);
    if (owned.isEmpty())
        return cannot(Tr::tr("see all runners of a group"), Tr::tr("An Owner of the group can."));
    return can(Tr::tr("see the runners of %1").arg(groupCount(owned)));
}

Ability seeProjects(const Access &access)
{
    const QStringList projects = maintainedProjects(access);
    const QStringList groups = pathsOf(access, OwnerKind::Group, MemberLevel::maintainer);
    if (projects.isEmpty() && groups.isEmpty())
        return cannot(Tr::tr("see all runners of a project"), Tr::tr("A Maintainer of the project can."));
    if (projects.isEmpty())
        return can(Tr::tr("see the runners of the projects below %1").arg(groupCount(groups)));
    return can(Tr::tr("see the runners of %1").arg(projectCount(projects)));
}

/// What of the fleet a change can reach, by role.
QString withReach(const QString &what, const Access &access)
{
    return access.role == Role::Administrator
        ? what
        : Tr::tr("%1, of groups as their Owner and of projects as their Maintainer", "what can be changed").arg(what);
}

/// Something that needs a role and one of \a scopes.
Ability change(const QString &what, const Access &access, const QStringList &scopes, const QString &scopeRemedy)
{
    if (access.role == Role::Auditor)
        return cannot(what, Tr::tr("An auditor changes nothing; an administrator, Owner or Maintainer can."));
    if (!administersSomething(access))
        return cannot(what, Tr::tr("An administrator can, an Owner of the group, or a Maintainer of the project."));
    if (!access.token)
        return {State::Unknown, what, Tr::tr("The server does not tell the scopes of this token.")};
    const bool scoped =
        std::ranges::any_of(scopes, [&access](const QString &scope) { return access.token->scopes.contains(scope); });
    return scoped ? can(withReach(what, access)) : cannot(what, scopeRemedy);
}

} // namespace

QString who(const Access &access)
{
    const User &user = access.user;
    const QString name = Wording::oneLine(user.name);
    const QString username = Wording::oneLine(user.username);
    if (username.isEmpty())
        return Tr::tr("Nobody the server names");
    if (user.kind == UserKind::Bot)
        return Tr::tr("%1 (@%2), %3", "name, user name, kind of bot").arg(name, username, botKind(user.username));
    return Tr::tr("%1 (@%2)", "name, user name").arg(name, username);
}

QString role(const Access &access)
{
    switch (access.role) {
    case Role::Administrator:
        return Tr::tr("Administrator");
    case Role::AdministratorWithoutAdminMode:
        return Tr::tr("Administrator, but not in admin mode");
    case Role::Auditor:
        return Tr::tr("Auditor: reads everything, changes nothing");
    case Role::Member:
        return memberRole(access);
    case Role::Unknown:
        break;
    }
    return Tr::tr("The server does not tell");
}

QString scopes(const Access &access)
{
    return access.token ? Wording::oneLine(access.token->scopes.join(QStringLiteral(", "))) : QString();
}

QString expiry(const Access &access, QDate today)
{
    if (!access.token)
        return {};
    if (!access.token->expiresOn)
        return Tr::tr("never expires");
    const QDate end = *access.token->expiresOn;
    const QString date = QLocale().toString(end, QLocale::LongFormat);
    const qint64 days = today.daysTo(end);
    if (days <= 0)
        return Tr::tr("expired on %1").arg(date);
    if (days == 1)
        return Tr::tr("expires tomorrow, on %1").arg(date);
    return Tr::tr("expires in %1 days, on %2").arg(Wording::count(days), date);
}

std::optional<ErrorWords> expiryTrouble(const Access &access, QDate today)
{
    if (!access.token || !access.token->expiresOn || today.daysTo(*access.token->expiresOn) > soonDays)
        return std::nullopt;
    return ErrorWords{Tr::tr("The token %1.", "such as: expires tomorrow").arg(expiry(access, today)),
        Tr::tr("Create a new one in GitLab and connect with it.")};
}

QString server(const Access &access)
{
    const QString version = Wording::oneLine(access.serverVersion);
    QString name = version.isEmpty() ? Tr::tr("GitLab of unknown version") : Tr::tr("GitLab %1").arg(version);
    if (!access.enterprise)
        return name;
    return *access.enterprise ? Tr::tr("%1, Enterprise Edition").arg(name) : Tr::tr("%1, Community Edition").arg(name);
}

std::vector<Ability> abilities(const Access &access)
{
    std::vector<Ability> list{seeAll(access)};
    if (!needsNoMembership(access)) {
        list.push_back(seeGroups(access));
        list.push_back(seeProjects(access));
    }
    std::ranges::move(changeAbilities(access), std::back_inserter(list));
    return list;
}

std::vector<Ability> changeAbilities(const Access &access)
{
    return {
        change(Tr::tr("pause, edit and delete many runners at once"), access, {apiScope},
            Tr::tr("A token with the scope api can.")),
        change(Tr::tr("pause, edit and delete runners one by one"), access, {apiScope, manageScope},
            Tr::tr("A token with the scopes read_api and manage_runner can.")),
        change(Tr::tr("create runners"), access, {apiScope, createScope},
            Tr::tr("A token with the scope create_runner can.")),
    };
}

std::optional<ErrorWords> changeTrouble(const Access &access)
{
    const Ability oneByOne = changeAbilities(access)[1];
    if (oneByOne.state != State::Cannot)
        return std::nullopt;
    if (access.role == Role::Auditor || !administersSomething(access))
        return ErrorWords{
            Tr::tr("The token for changes can change no runner: %1.", "a role").arg(role(access)), oneByOne.remedy};
    return ErrorWords{Tr::tr("The token for changes can change no runner: its scopes are %1.").arg(scopes(access)),
        Tr::tr("A token with the scope api can, or one by one with read_api and manage_runner.")};
}

std::optional<ErrorWords> otherUserRemark(const Access &reading, const Access &changing)
{
    if (reading.user.username == changing.user.username)
        return std::nullopt;
    return ErrorWords{Tr::tr("The token for changes belongs to another user."),
        Tr::tr("GitLab will name %1 as who made them.", "a person").arg(who(changing))};
}

std::vector<ScopeUse> scopeUses()
{
    return {
        {Tr::tr("look at everything"), {readScope}},
        {Tr::tr("change many runners with one click"), {apiScope}},
        {Tr::tr("change runners one by one"), {readScope, manageScope}},
        {Tr::tr("create runners, too"), {createScope}},
    };
}

} // namespace Runnerscope::AccessWording
