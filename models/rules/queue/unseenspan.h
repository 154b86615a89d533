// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

namespace Runnerscope {

/// The start of the first stretch of \a period that is longer than \a least and of which \a points say nothing. None:
/// there is no such stretch.
OptionalTime unseenSince(const QueuePoints &points, Period period, std::chrono::milliseconds least);

} // namespace Runnerscope
