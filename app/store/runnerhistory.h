// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "models/domain/runnerhistory.h"

namespace Runnerscope {

/// What has been recorded of \a id. Empty when nothing is known, or when it could not be read.
RunnerHistory readHistory(Database &database, RunnerId id);

} // namespace Runnerscope
