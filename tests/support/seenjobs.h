// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QStringView>

#include <vector>

namespace Runnerscope::Test {

/// Jobs from text, one a line, as read at now (see fleettext.h): number, status, then words in any order:
///   queued=5m started=3m finished=1m (all ago; -5s: in the future)  project=acme/api/web  tags=a,b  runner=7 (manager
///   700)  bridge
/// Jobs of one project share it.
std::vector<JobPtr> seenJobs(QStringView text);

} // namespace Runnerscope::Test
