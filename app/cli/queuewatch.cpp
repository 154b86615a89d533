// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queuewatch.h"

#include "app/cli/complaint.h"
#include "models/rules/jobs/joblistwording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <utility>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliWatch)
};

QString depth(const JobList &jobs)
{
    return Tr::tr("%1 wait, %2 run", "jobs").arg(JobListWording::count(jobs, true), JobListWording::count(jobs, false));
}

/// Whether the same token will do no better tomorrow.
bool wantsPerson(FetchError::Kind kind)
{
    using Kind = FetchError::Kind;
    return kind == Kind::Unauthorized || kind == Kind::ScopeMissing || kind == Kind::ApiBlocked;
}

/// Whether nothing that is read can be kept.
bool keepsNothing(StoreTrouble::Kind kind)
{
    using Kind = StoreTrouble::Kind;
    return kind == Kind::NewerProgram || kind == Kind::ReadOnly || kind == Kind::Unusable;
}

} // namespace

QueueWatch::QueueWatch(FleetService &service) :
    m_service(service)
{
    connect(&service, &FleetService::jobsChanged, this, &QueueWatch::takeJobs);
    connect(&service, &FleetService::jobsFailed, this, &QueueWatch::takeFailure);
    connect(&service, &FleetService::failed, this, [this](const FetchError &error) {
        // Of runners that cannot be read the queue knows nothing, unless it is the same that keeps it away.
        if (!m_lastLook.isValid() || error.kind == FetchError::Kind::Unauthorized)
            takeFailure(error);
    });
    connect(&service, &FleetService::storeTroubled, this, &QueueWatch::takeStoreTrouble);
    connect(&service, &FleetService::accessChanged, this, [this](const Access &access) { m_role = access.role; });
    connect(&service, &FleetService::walkFinished, this, &QueueWatch::takeWalkEnd);
}

void QueueWatch::start()
{
    m_service.setJobsWatched(true);
    m_service.start();
}

void QueueWatch::takeJobs(const JobListPtr &jobs)
{
    if (!jobs || m_hasEnded)
        return;
    if (isRefused(*jobs))
        return end(complaintAboutHiddenQueue(*jobs));
    if (!m_lastLook.isValid())
        emit said(Tr::tr("The queue is being observed: %1.").arg(depth(*jobs)));
    else if (m_isLost)
        emit said(Tr::tr("The queue is seen again after %1: %2.")
                      .arg(Wording::longAge(std::chrono::seconds(m_lastLook.elapsed() / 1000)), depth(*jobs)));
    m_isLost = false;
    m_lastLook.start();
    emit looked(toDateTime(jobs->readAt).toString(Qt::ISODate) + u' ' + depth(*jobs));
}

void QueueWatch::takeFailure(const FetchError &error)
{
    if (m_hasEnded)
        return;
    const bool everLooked = m_lastLook.isValid();
    if (wantsPerson(error.kind) || (!everLooked && !isTransient(error.kind)))
        return end(complaintAbout(error));
    if (std::exchange(m_isLost, true))
        return;
    const ErrorWords words = explain(error, Retry::ByItself);
    emit said(words.sentence + u' ' + words.remedy);
}

void QueueWatch::takeStoreTrouble(const StoreTrouble &trouble)
{
    if (m_hasEnded)
        return;
    if (keepsNothing(trouble.kind))
        end(complaintAbout(trouble));
    else if (trouble.kind == StoreTrouble::Kind::OtherWriter)
        emit said(Tr::tr("Another program of this computer keeps this queue already: this one takes over when that one "
                         "ends."));
    else
        emit said(complaintAbout(trouble));
}

/// Who nobody knows is shown no jobs, and no look ever comes.
void QueueWatch::takeWalkEnd()
{
    if (m_role == Role::Unknown && !m_lastLook.isValid())
        end(complaintAboutHiddenQueue());
}

void QueueWatch::end(const QString &complaint)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_outcome = {ExitCode::Unusable, {}, complaint};
    emit ended();
}

} // namespace Runnerscope::Cli
