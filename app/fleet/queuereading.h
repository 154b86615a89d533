// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/queuearchive.h"
#include "models/domain/queuehistory.h"

namespace Runnerscope {

/// What an archive tells to a question. A span without an end goes up to \a now.
QueueHistory historyIn(QueueArchive &archive, const QueueQuestion &question, ServerTime now);

} // namespace Runnerscope
