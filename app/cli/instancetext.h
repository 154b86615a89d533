// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/request.h"

#include <vector>

namespace Runnerscope::Cli {

/// Saved instances as the request wants them.
QString instancesText(const std::vector<InstanceProfile> &profiles, Format format);

} // namespace Runnerscope::Cli
