// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/listplan.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace Runnerscope {

namespace {

using Kind = FleetPart::Kind;

const auto instanceType = QLatin1String("INSTANCE_TYPE");
const auto groupType = QLatin1String("GROUP_TYPE");
const auto projectType = QLatin1String("PROJECT_TYPE");

RunnerList ofType(RunnerList list, QLatin1String type)
{
    list.variables.insert(QStringLiteral("type"), QString(type));
    return list;
}

RunnerList allRunners()
{
    return {{Kind::AllRunners, {}}, QStringLiteral("AllRunners"), {}, {QLatin1String("runners")}};
}

RunnerList groupRunners(Kind kind, const QString &path, const QString &membership)
{
    return {{kind, path}, QStringLiteral("GroupRunners"),
        {{QStringLiteral("path"), path}, {QStringLiteral("membership"), membership}},
        {QLatin1String("group"), QLatin1String("runners")}};
}

RunnerList belowGroup(const QString &path)
{
    return groupRunners(Kind::GroupRunners, path, QStringLiteral("DESCENDANTS"));
}

RunnerList projectRunners(Kind kind, const QString &path)
{
    return {{kind, path}, QStringLiteral("ProjectRunners"), {{QStringLiteral("path"), path}},
        {QLatin1String("project"), QLatin1String("runners")}};
}

RunnerList myRunners()
{
    return {{Kind::MyRunners, {}}, QStringLiteral("MyRunners"), {},
        {QLatin1String("currentUser"), QLatin1String("runners")}};
}

RunnerList instanceRunnersOfGroup(const QString &path)
{
    return ofType(groupRunners(Kind::InstanceRunners, path, QStringLiteral("ALL_AVAILABLE")), instanceType);
}

QString parentPath(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

bool isBelow(const QString &path, const QSet<QString> &groups)
{
    for (QString above = parentPath(path); !above.isEmpty(); above = parentPath(above)) {
        if (groups.contains(above))
            return true;
    }
    return false;
}

/// Paths of memberships with a level from \a least up to, but not including, \a below; sorted.
QStringList places(const Access &access, OwnerKind kind, int least, int below)
{
    QStringList paths;
    for (const Membership &membership : access.memberships) {
        if (membership.kind == kind && membership.level >= least && membership.level < below)
            paths.append(membership.fullPath);
    }
    paths.removeDuplicates();
    paths.sort();
    return paths;
}

/// Those that are not below one of \a others or of each other.
QStringList topmost(const QStringList &paths, const QStringList &others)
{
    QSet<QString> groups(paths.begin(), paths.end());
    groups.unite(QSet<QString>(others.begin(), others.end()));
    QStringList top;
    std::ranges::copy_if(paths, std::back_inserter(top),
        [&groups, &others](const QString &path) { return !isBelow(path, groups) && !others.contains(path); });
    return top;
}

std::vector<RunnerList> administratorsLists(const std::optional<RunnerCounts> &counts)
{
    if (!counts || !counts->typesAddUp())
        return {allRunners()};
    return {ofType(allRunners(), instanceType), ofType(allRunners(), groupType), ofType(allRunners(), projectType)};
}

std::vector<RunnerList> auditorsLists(const QStringList &topGroups)
{
    std::vector<RunnerList> lists;
    for (const QString &path : topmost(topGroups, {}))
        lists.push_back(belowGroup(path));
    if (!topGroups.isEmpty())
        lists.push_back(instanceRunnersOfGroup(topGroups.first()));
    return lists;
}

/// Of several projects in one group, one shows the runners of the groups above them.
void addProjects(std::vector<RunnerList> &lists, const QStringList &projects)
{
    QSet<QString> seen;
    for (const QString &path : projects) {
        lists.push_back(ofType(projectRunners(Kind::ProjectRunners, path), projectType));
        if (!seen.contains(parentPath(path)))
            lists.push_back(ofType(projectRunners(Kind::ProjectRunners, path), groupType));
        seen.insert(parentPath(path));
    }
}

std::vector<RunnerList> membersLists(const AccessFindings &findings)
{
    constexpr int everyLevel = 1'000;
    const Access &access = findings.access;
    const QStringList owned = topmost(places(access, OwnerKind::Group, MemberLevel::owner, everyLevel), {});
    const QStringList maintained =
        topmost(places(access, OwnerKind::Group, MemberLevel::maintainer, MemberLevel::owner), owned);
    QStringList projects = places(access, OwnerKind::Project, MemberLevel::maintainer, everyLevel);
    const QSet<QString> readGroups(owned.begin(), owned.end());
    projects.removeIf([&readGroups](const QString &path) { return isBelow(path, readGroups); });

    std::vector<RunnerList> lists;
    for (const QString &path : owned + maintained)
        lists.push_back(belowGroup(path));
    addProjects(lists, projects);
    if (findings.offersMyRunners)
        lists.push_back(myRunners());
    const QStringList groups = owned.isEmpty() && projects.isEmpty() ? maintained : owned;
    if (!groups.isEmpty())
        lists.push_back(instanceRunnersOfGroup(groups.first()));
    if (!projects.isEmpty())
        lists.push_back(ofType(projectRunners(Kind::InstanceRunners, projects.first()), instanceType));
    return lists;
}

} // namespace

std::vector<RunnerList> listsFor(const AccessFindings &findings)
{
    switch (findings.access.role) {
    case Role::Administrator:
        return administratorsLists(findings.counts);
    case Role::Auditor:
        return auditorsLists(findings.topGroups);
    case Role::Unknown:
    case Role::AdministratorWithoutAdminMode:
    case Role::Member:
        break;
    }
    return membersLists(findings);
}

bool mayHaveFurtherRunners(const AccessFindings &findings)
{
    return findings.access.role == Role::Auditor;
}

std::vector<qint64> decodeRunnerNumbers(JsonValue body)
{
    std::vector<qint64> numbers;
    for (const JsonValue entry : body) {
        const qint64 number = entry.value(QLatin1String("id")).toInteger();
        if (number > 0)
            numbers.push_back(number);
    }
    return numbers;
}

} // namespace Runnerscope
