// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"
#include "models/domain/job.h"

#include <stop_token>
#include <vector>

namespace Runnerscope {

/// Jobs that are to be canceled, in this order.
struct JobCancelling
{
    std::vector<JobPtr> jobs; ///< each once
    Secret changeToken{}; ///< empty: by the token that reads
    std::stop_token stop{}; ///< once it is requested, nothing more is sent; what was sent comes to its end
};

} // namespace Runnerscope
