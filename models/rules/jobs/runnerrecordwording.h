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
/// What a chart shows: "Over time on s_1f9a. The lines across the bars: its other hosts."
QString courseTitle(const HostRecord &host);
/// The same of all hosts together.
QString courseTitle();
/// "28 Nov 14:00 to 15:00: 9 of 10 jobs failed; half of them ran 4 min 10 s at most and waited 12 s at most".
QString span(const RecordSpan &span);
/// What a chart shows, for those who do not see it.
QString course(const HostCourse &course);

/// One job in a line: its name and project, how it ended, how long ago it started.
QString job(const JobRun &run, ServerTime now);

} // namespace Runnerscope::RunnerRecordWording
