// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerjobs.h"

#include <QJsonObject>

namespace Runnerscope {

/// The jobs of a runner and what they say. packaging/man/runnerscopectl.1 documents the fields.
QJsonObject runnerJobsJson(const TakenJobs &jobs);
/// The same for a terminal of this width; ends in a line break.
QString runnerJobsText(const TakenJobs &jobs, int width);

} // namespace Runnerscope
