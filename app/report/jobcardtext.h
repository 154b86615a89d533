// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobcardsections.h"

namespace Runnerscope {

/// A card for a terminal.
QString jobCardText(const std::vector<JobCardSection> &sections, int width);

} // namespace Runnerscope
