// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/joblistwording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::JobListWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobListWording)
};

using Kind = JobListReach::Kind;

bool isWhole(const JobList &jobs)
{
    return jobs.pending.kind == Kind::Whole && jobs.running.kind == Kind::Whole;
}

QString instanceReach(const JobList &jobs)
{
    const QString moment = Wording::exactTime(jobs.readAt);
    if (isWhole(jobs))
        return Tr::tr("All jobs of the instance, as of %1.").arg(moment);
    return Tr::tr("The newest jobs of the instance, as of %1: GitLab counts no further than %2 of each kind.")
        .arg(moment, Wording::count(mostCounted));
}

QString lookedInto(const JobProjects &projects)
{
    const QString known = Wording::count(projects.known);
    if (projects.looked < projects.known)
        return Tr::tr("Jobs of %1 of your %2 projects so far; the others follow.")
            .arg(Wording::count(projects.looked), known);
    if (projects.more)
        return Tr::tr("Jobs of the %1 of your projects in which something happened last.").arg(known);
    return projects.known == 1 ? Tr::tr("Jobs of your project.") : Tr::tr("Jobs of your %1 projects.").arg(known);
}

/// In seconds: looks of the same one are of one moment.
QString momentOf(ServerTime first, ServerTime last)
{
    const QString from = Wording::exactTime(first);
    const QString to = Wording::exactTime(last);
    return from == to ? Tr::tr("Looked into at %1.").arg(from) : Tr::tr("Looked into between %1 and %2.").arg(from, to);
}

QString refusedBy(const JobProjects &projects)
{
    if (projects.refused == 0)
        return {};
    return projects.refused == 1
        ? Tr::tr(" One of them does not show its jobs to you.")
        : Tr::tr(" %1 of them do not show their jobs to you.").arg(Wording::count(projects.refused));
}

} // namespace

QString reach(const JobList &jobs)
{
    if (!jobs.projects)
        return instanceReach(jobs);
    return lookedInto(*jobs.projects) + refusedBy(*jobs.projects) + u' '
        + momentOf(jobs.projects->oldestLook, jobs.readAt);
}

QString refusal(const JobList &jobs)
{
    if (!jobs.projects || jobs.projects->known == 0)
        return Tr::tr("GitLab shows the jobs of a whole instance to administrators only, and this user is a member of "
                      "no project. A token of an administrator with the scope read_api, and admin_mode where the "
                      "instance asks for it, shows them here; so does a place in a project, from Reporter on.");
    return Tr::tr("GitLab shows the jobs of a whole instance to administrators only, and none of your projects shows "
                  "its jobs to you. Reporter is the least role that sees the jobs of a private project.");
}

QString count(const JobList &jobs, bool waiting)
{
    const std::optional<qint64> known = countOf(jobs, waiting);
    if (!known)
        return Tr::tr("an unknown number", "of jobs");
    const bool whole = (waiting ? jobs.pending : jobs.running).kind == Kind::Whole;
    const QString number = Wording::count(*known);
    return whole ? number : Tr::tr("at least %1", "of jobs").arg(number);
}

QString nothing(const JobList &jobs)
{
    if (!jobs.projects)
        return Tr::tr("No job of the instance waits for a runner or runs.");
    return isWhole(jobs) ? Tr::tr("No job of your projects waits for a runner or runs.")
                         : Tr::tr("No job waits or runs in those of your projects that were looked into so far.");
}

} // namespace Runnerscope::JobListWording
