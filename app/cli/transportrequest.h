// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/request.h"
#include "app/gitlab/connection.h"

namespace Runnerscope::Cli {

/// \a options, with what the request says instead.
TransportOptions withRequest(TransportOptions options, const TransportRequest &request);

} // namespace Runnerscope::Cli
