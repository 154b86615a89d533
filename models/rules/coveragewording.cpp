// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/coveragewording.h"

#include "models/rules/namelist.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::CoverageWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CoverageWording)
};

using Kind = FleetPart::Kind;
using State = FleetPart::State;

constexpr qsizetype mostNamed = 8; ///< of the parts that were refused

bool isRefused(const FleetPart &part)
{
    return part.state == State::Refused;
}

bool has(const Coverage &coverage, Kind kind)
{
    return std::ranges::any_of(
        coverage.parts, [kind](const FleetPart &part) { return part.kind == kind && !isRefused(part); });
}

/// Of the parts that are read, or will be.
QStringList paths(const Coverage &coverage, Kind kind)
{
    QStringList result;
    for (const FleetPart &part : coverage.parts) {
        if (part.kind == kind && !isRefused(part))
            result.append(part.fullPath);
    }
    return result;
}

QString groupsHeld(const QStringList &groups)
{
    return groups.size() == 1 ? Tr::tr("of the group %1").arg(nameList(groups))
                              : Tr::tr("of the groups %1").arg(nameList(groups));
}

QString projectsHeld(const QStringList &projects)
{
    return projects.size() == 1 ? Tr::tr("of the project %1").arg(nameList(projects))
                                : Tr::tr("of %1 projects").arg(Wording::count(projects.size()));
}

QString nameOf(const FleetPart &part)
{
    switch (part.kind) {
    case Kind::AllRunners:
        return Tr::tr("all runners of the instance");
    case Kind::GroupRunners:
        return Tr::tr("the group %1").arg(part.fullPath);
    case Kind::ProjectRunners:
        return Tr::tr("the project %1").arg(part.fullPath);
    case Kind::MyRunners:
        return Tr::tr("the runners you manage");
    case Kind::InstanceRunners:
        break;
    }
    return part.fullPath.isEmpty() ? Tr::tr("instance runners") : Tr::tr("instance runners of %1").arg(part.fullPath);
}

QStringList namesOf(const Coverage &coverage, State state)
{
    QStringList names;
    for (const FleetPart &part : coverage.parts) {
        // That not everybody sees all runners is said by misses().
        if (part.state == state && !(state == State::Refused && part.kind == Kind::AllRunners))
            names.append(nameOf(part));
    }
    return names;
}

bool refusedAny(const Coverage &coverage, Kind kind)
{
    return std::ranges::any_of(
        coverage.parts, [kind](const FleetPart &part) { return part.kind == kind && isRefused(part); });
}

QString roleForRefused(const Coverage &coverage)
{
    const bool groups = refusedAny(coverage, Kind::GroupRunners);
    const bool projects = refusedAny(coverage, Kind::ProjectRunners);
    if (groups && projects)
        return Tr::tr("It takes the role Owner for a group and Maintainer for a project.");
    if (groups)
        return Tr::tr("It takes the role Owner of the group.");
    return projects ? Tr::tr("It takes the role Maintainer of the project.") : QString();
}

bool lacksAdminMode(const std::optional<Access> &access)
{
    return access && access->role == Role::AdministratorWithoutAdminMode;
}

QString adminModeRemark()
{
    return Tr::tr("You are an administrator, but the server has admin mode on: with the scope admin_mode the token "
                  "would see all runners.");
}

} // namespace

QString holds(const Coverage &coverage)
{
    if (coverage.parts.empty())
        return {};
    if (has(coverage, Kind::AllRunners))
        return Tr::tr("All runners of the instance.");
    const QStringList groups = paths(coverage, Kind::GroupRunners);
    const QStringList projects = paths(coverage, Kind::ProjectRunners);
    if (!groups.isEmpty() && !projects.isEmpty())
        return Tr::tr("Runners %1, and %2.", "of groups, of projects").arg(groupsHeld(groups), projectsHeld(projects));
    if (!groups.isEmpty())
        return Tr::tr("Runners %1.", "of groups").arg(groupsHeld(groups));
    if (!projects.isEmpty())
        return Tr::tr("Runners %1.", "of projects").arg(projectsHeld(projects));
    if (has(coverage, Kind::MyRunners))
        return Tr::tr("The runners you manage.");
    return has(coverage, Kind::InstanceRunners) ? Tr::tr("Instance runners that you may use.")
                                                : Tr::tr("No runner can be read.");
}

QString misses(const Coverage &coverage, const std::optional<Access> &access)
{
    if (coverage.parts.empty() || has(coverage, Kind::AllRunners))
        return {};
    if (lacksAdminMode(access))
        return Tr::tr("Not all runners: the token of an administrator needs the scope admin_mode here.");
    if (has(coverage, Kind::InstanceRunners))
        return Tr::tr("Instance runners only as far as your projects use them: an administrator sees all.");
    return Tr::tr("No instance runners, and none of other groups: an administrator sees all.");
}

QStringList remarks(const Coverage &coverage, const std::optional<Access> &access)
{
    QStringList sentences;
    if (const QStringList refused = namesOf(coverage, State::Refused); !refused.isEmpty()) {
        const QString role = roleForRefused(coverage);
        const QString sentence = Tr::tr("Not shown to you by the server: %1.").arg(nameList(refused, mostNamed));
        sentences.append(role.isEmpty() ? sentence : Tr::tr("%1 %2", "two sentences").arg(sentence, role));
    }
    if (const QStringList waiting = namesOf(coverage, State::Waiting); !waiting.isEmpty())
        sentences.append(Tr::tr("Not read yet: %1.").arg(nameList(waiting, mostNamed)));
    if (lacksAdminMode(access))
        sentences.append(adminModeRemark());
    if (access && !access->membershipsComplete)
        sentences.append(Tr::tr("The list of your groups and projects was too long to be read whole: runners of some "
                                "may be missing."));
    return sentences;
}

QString whyEmpty(const Coverage &coverage, const std::optional<Access> &access)
{
    if (coverage.parts.empty() || has(coverage, Kind::AllRunners))
        return Tr::tr("The server has no runners that this token may list.");
    if (lacksAdminMode(access))
        return adminModeRemark();
    const QString roles = Tr::tr("An administrator sees all runners, an Owner those of a group, a Maintainer those of "
                                 "a project.");
    const bool refused = std::ranges::all_of(coverage.parts, isRefused);
    return Tr::tr("%1 %2", "two sentences")
        .arg(
            refused ? Tr::tr("This user may list no runners.") : Tr::tr("No runner belongs to what this user may see."),
            roles);
}

} // namespace Runnerscope::CoverageWording
