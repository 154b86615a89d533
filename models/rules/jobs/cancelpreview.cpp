// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/cancelpreview.h"

#include "models/rules/jobs/jobwait.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CancelPreview)
};

bool runs(const JobPtr &job)
{
    return job->status != JobStatus::Pending;
}

/// Sorts out what is not to be canceled.
void take(CancelPreview &preview, const JobPtr &job)
{
    if (job->status == JobStatus::Canceling)
        ++preview.canceling;
    else if (job->cancelable == false || job->kind == JobKind::Bridge)
        ++preview.notCancelable;
    else
        preview.jobs.push_back(job);
}

} // namespace

CancelPreview previewCancel(const std::vector<JobPtr> &selected, qint64 gone, ServerTime now, bool production)
{
    CancelPreview preview;
    preview.gone = gone;
    QSet<QString> projects;
    QSet<QString> people;
    for (const JobPtr &job : selected)
        take(preview, job);
    for (const JobPtr &job : preview.jobs) {
        ++(runs(job) ? preview.running : preview.waiting);
        if (job->project)
            projects.insert(job->project->fullPath);
        if (job->user)
            people.insert(job->user->username);
        preview.longestRun = std::max(preview.longestRun, ranFor(*job, now));
    }
    preview.projects = projects.size();
    preview.people = people.size();
    std::ranges::sort(
        preview.jobs, [](const JobPtr &a, const JobPtr &b) { return runs(a) != runs(b) ? runs(a) : a->id < b->id; });
    const auto count = static_cast<qint64>(preview.jobs.size());
    preview.asksNumber = count > mostWithoutNumber || (production && count > 0);
    return preview;
}

bool lacksChangeToken(const CancelMeans &means)
{
    return !means.kept && !means.readOnly && !means.changeToken && means.token
        && !means.token->scopes.contains(QStringLiteral("api"));
}

std::optional<ErrorWords> whyNotCancel(const CancelMeans &means)
{
    if (means.kept)
        return ErrorWords{Tr::tr("No server is being asked: what is shown was kept on this computer."),
            Tr::tr("Connect to the instance first.")};
    if (means.readOnly)
        return ErrorWords{Tr::tr("This instance is marked as read-only."),
            Tr::tr("Jobs can be canceled once “Edit Instances” no longer says so.")};
    if (!lacksChangeToken(means))
        return std::nullopt;
    return ErrorWords{Tr::tr("The token may only read: its scopes are %1.")
                          .arg(Wording::oneLine(means.token->scopes.join(QStringLiteral(", ")))),
        means.saved
            ? Tr::tr("Enter a token for changes, with the scope api.")
            : Tr::tr("Give the program one with the scope api, or save this instance and enter one for changes.")};
}

} // namespace Runnerscope
