// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/runnerrecord.h"

#include <QString>
#include <QStringList>

/// What a runner's record says, in words: plain text of one line each, names made harmless.
namespace Runnerscope::RunnerRecordWording {

/// Whether it is the runner or a host, with the numbers that it rests on.
QString verdict(const RunnerRecord &record);
/// What else there is to know: since when, whose fault, what is slow, what is hidden.
QStringList remarks(const RunnerRecord &record, const TakenJobs &jobs);

/// For a column: "s_1f9a", "not known".
QString host(const HostRecord &host);
/// The whole row in a sentence.
QString sentence(const HostRecord &host);
/// "28 Nov 14:00 – 15:00: 9 of 10 failed".
QString span(const RecordSpan &span);
/// What the spans show, for those who do not see them.
QString spans(const RunnerRecord &record);

/// One job in a line: its project and name, how it ended, when, on which host.
QString job(const JobRun &run, ServerTime now);

} // namespace Runnerscope::RunnerRecordWording
