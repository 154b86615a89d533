// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobrequest.h"

#include <algorithm>

namespace Runnerscope {

JobRequest requestOf(const Job &job)
{
    JobRequest request{job.project, job.tags, job.id.instance};
    std::ranges::sort(request.tags);
    request.tags.erase(std::unique(request.tags.begin(), request.tags.end()), request.tags.end());
    return request;
}

} // namespace Runnerscope
