// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <vector>

namespace Runnerscope {

/// The stretches of \a period in which nobody looked, or nobody may see: by time. Shorter ones than \a shortest are
/// left out.
std::vector<Period> gapsIn(const QueuePoints &points, Period period, std::chrono::milliseconds shortest);

/// The point that speaks for a moment; null where there is none.
const QueuePoint *pointAt(const QueuePoints &points, ServerTime moment);

} // namespace Runnerscope
