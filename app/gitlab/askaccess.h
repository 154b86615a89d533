// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "models/domain/access.h"

#include <QFuture>

#include <chrono>

namespace Runnerscope {

/// Finds out who the token of a connection is, by requests of its own, on the event loop of the calling thread. The
/// future is finished with one answer; cancelling it ends the requests, and then it holds none. \a patience is meant
/// for each request.
QFuture<AccessAnswer> askAccess(const Connection &connection, std::chrono::milliseconds patience);

} // namespace Runnerscope
