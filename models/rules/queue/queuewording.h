// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuehistory.h"

#include <QString>

/// Words for the history of a queue, the same in the window and on the command line.
namespace Runnerscope::Wording {

/// "all jobs", "jobs with docker, linux", "jobs below acme/payments"; a runner by the name that is given for it.
QString queueFacet(const QueueFacet &facet, const QString &runnerName = {});

/// How long jobs waited, exactly enough to compare: "12 s", "4 min 10 s", "2 h 5 min", "3 d 4 h".
QString wait(std::chrono::milliseconds wait);

/// "Observed 61 % of this time; nobody looked from 02:10 to 06:40." Says what was reconstructed, too.
QString observation(const QueuePoints &points, Period period);

/// What was seen at one moment: time, numbers, and how far they can be trusted.
QString queueReadout(const QueuePoint &point);

/// The true limit is known to nobody, and so say the words.
QString mostRunning(const RunningPeak &peak);

/// "3 Dec 14:02 to 15:30", in local time.
QString period(Period period);

} // namespace Runnerscope::Wording
