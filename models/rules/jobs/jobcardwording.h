// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"
#include "models/rules/errorwording.h"
#include "models/rules/jobs/joblink.h"

#include <QString>
#include <QStringList>

#include <optional>

/// The phrases of a job's card: translated, plain text of one line, what servers and people called things made
/// harmless.
namespace Runnerscope::JobCardWording {

QString status(JobStatus status);
/// Why it failed, in a sentence; empty for one that did not.
QString failure(const Job &job);
/// The name of the job; "Job #123" where it has none.
QString title(const Job &job);

/// How long it waited for a runner; empty where that is not known.
QString waited(const Job &job, ServerTime now);
/// For how long it ran or has been running.
QString ran(const Job &job, ServerTime now);

/// Why there is no runner on the card, or less of it than usual; empty where there is nothing to say.
QString runner(const JobCard &card);
/// What can be said of the host.
QString host(const JobCard &card);
QString owner(const JobCard &card);
/// Where a bot belongs, and who made it; empty for what no bot registered.
QString botHome(const JobCard &card);
/// Of one who answers: name, user name, role, and how to reach them.
QString person(const PlaceMember &member);
/// Why nobody is named as responsible; empty where somebody is.
QString nobody(const JobCard &card);
/// One other job on the host.
QString neighbour(const JobRun &run, ServerTime now);
QString noNeighbours(CardReach reach);
/// Whether the same job fails elsewhere, too.
QString siblings(const JobCard &card);
QStringList shares(const JobCard &card);

} // namespace Runnerscope::JobCardWording

namespace Runnerscope {

/// \a reference: of the job that is not there.
ErrorWords explain(JobNotFound why, const JobReference &reference);
/// \a asked: the server that would be asked, for people. \a saved: the name of a saved instance to which the link
/// leads; empty: none.
ErrorWords explain(const JobLinkTrouble &trouble, const QString &asked, const QString &saved);

} // namespace Runnerscope
