// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/shortname.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobCardTrouble)
};

using Kind = JobLinkTrouble::Kind;

QString howToName()
{
    return Tr::tr(
        "Paste the link to a job, such as https://host/group/project/-/jobs/123, or write group/project#123.");
}

ErrorWords explainOther(const QString &host, const QString &asked, const QString &saved)
{
    const QString sentence = asked.isEmpty()
        ? Tr::tr("The link leads to %1, but the demo fleet is open.").arg(host)
        : Tr::tr("The link leads to %1, but the fleet of %2 is open.", "two servers").arg(host, asked);
    return {sentence,
        saved.isEmpty() ? Tr::tr("Connect to that GitLab first.")
                        : Tr::tr("Open the saved instance “%1” for it.").arg(shortName(saved))};
}

} // namespace

ErrorWords explain(JobNotFound why, const JobReference &reference)
{
    const QString number = QString::number(reference.number);
    switch (why) {
    case JobNotFound::NotThere:
        return {reference.projectPath.isEmpty()
                ? Tr::tr("There is no job #%1 in that project, or you may not see it; GitLab does not tell which.")
                      .arg(number)
                : Tr::tr("There is no job #%1 in %2, or you may not see it; GitLab does not tell which.")
                      .arg(number, shortName(reference.projectPath)),
            Tr::tr("Check the link, and whether you are a member of the project; a project that has moved has another "
                   "path.")};
    case JobNotFound::ProjectNotNamed:
        return {Tr::tr("GitLab finds a job only in its project, and #%1 is none of the jobs that are known here.")
                    .arg(number),
            howToName()};
    case JobNotFound::NotKept:
        break;
    }
    return {Tr::tr("Jobs are not kept on this computer: the server has to be asked."),
        Tr::tr("Connect to it, and ask again.")};
}

ErrorWords explain(const JobLinkTrouble &trouble, const QString &asked, const QString &saved)
{
    switch (trouble.kind) {
    case Kind::Nothing:
        return {Tr::tr("No job is named."), howToName()};
    case Kind::OtherInstance:
        return explainOther(shortName(trouble.host), asked, saved);
    case Kind::MergeRequest:
        return {Tr::tr("This is the link to a merge request, which may have many jobs."),
            Tr::tr("Open its pipeline in GitLab, choose a job there and copy that link.")};
    case Kind::Pipeline:
        return {Tr::tr("This is the link to a pipeline, which may have many jobs."),
            Tr::tr("Choose a job of it in GitLab and copy that link.")};
    case Kind::Commit:
        return {Tr::tr("This is the link to a commit, which may have many jobs."),
            Tr::tr("Open its pipeline in GitLab, choose a job there and copy that link.")};
    case Kind::OtherPage:
        return {Tr::tr("This link leads to no job."), howToName()};
    case Kind::NoJob:
        break;
    }
    return {Tr::tr("This names no job."), howToName()};
}

} // namespace Runnerscope
