// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"
#include "models/rules/jobs/jobcardsections.h"

#include <QJsonObject>

namespace Runnerscope {

/// A job's card. The field names are a contract with scripts; packaging/man/runnerscopectl.1 documents them.
QJsonObject jobCardJson(const JobCard &card, const std::optional<JobWaitWords> &wait);

} // namespace Runnerscope
