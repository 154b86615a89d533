// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/joblist.h"
#include "models/rules/jobs/jobverdicts.h"

#include <QStringView>

namespace Runnerscope::Test {

/// A job from text: id, full path of the project ("-": not readable), then words in any order:
///   tags=a,b  queued=3h (before Test::now; without it: 5m; "queued=-": not known)  started=1h  finished=10s
///   name=build (without it: job-ID)  stage=test  ref=main  by=anna (whose name is ANNA)
///   status=running (as GitLab spells it; without it: pending)  bridge  runner=7  host=700  reason=script_failure
///   instance-off  instance-unknown  group-off  group-unknown (else the project allows both)
Job job(QStringView line);
/// One a line.
std::vector<JobPtr> jobs(QStringView text);
/// A whole list of these, read at Test::now.
std::shared_ptr<JobList> jobList(QStringView text);

/// As Test::fleet() makes it; runners are not protected unless they say so.
FleetPtr openFleet(QStringView text);

JobVerdictsPtr verdicts(
    QStringView fleet, QStringView jobs, ProjectAssignments assignments = {}, RunnerLoads loads = {});

} // namespace Runnerscope::Test
