// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobqueue.h"
#include "models/rules/jobs/jobwait.h"

/// Why a job waits, in words. Translated sentences in plain text, of one line each: what servers and people called
/// things is made harmless and cut to a readable length, and is still no markup.
namespace Runnerscope::JobWording {

/// The verdict in one sentence, or two where there may be runners that this user cannot see.
QString sentence(const JobVerdicts &verdicts, std::size_t job);
/// Of what runners decide.
QString sentence(const RequestVerdict &verdict);
/// Of a job about which no runner decides. \a given is the runner that it was given to; null: not known.
QString sentence(JobVerdictCode code, const Runner *given = nullptr);

/// What else there is to know: other runners that may take it, and what is not known of them.
QStringList remarks(const RequestVerdict &verdict);
/// What no program but the server can know of any job. To be said once.
QString knownToServerOnly();

/// Where the job stands, or why that cannot be said; empty for one that no runner takes.
QString queuePlace(const QueuePlace &place, const Fleet &fleet);

/// That GitLab will soon fail the job.
QString deadline(const JobDeadline &deadline, ServerTime now);

} // namespace Runnerscope::JobWording
