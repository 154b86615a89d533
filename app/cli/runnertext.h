// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerdetails.h"

namespace Runnerscope::Cli {

/// One runner and its hosts for a terminal of this width.
QString runnerText(const RunnerDetails &details, int width);

} // namespace Runnerscope::Cli
