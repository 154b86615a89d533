// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/runner.h"

#include "models/domain/samevalue.h"

#include <tuple>

namespace Runnerscope {

namespace {

auto plainFields(const Runner &r)
{
    return std::tie(r.id, r.contactedAt, r.jobExecution, r.paused, r.locked, r.runUntagged, r.managerCount, r.jobCount,
        r.projectCount, r.maximumTimeout, r.createdAt, r.type, r.accessLevel, r.creationMethod, r.creationState,
        r.tokenExpiresAt, r.shortSha, r.description, r.maintenanceNote, r.tags);
}

} // namespace

bool operator==(const Runner &a, const Runner &b)
{
    return plainFields(a) == plainFields(b) && sameValue(a.owner, b.owner) && sameValue(a.creator, b.creator)
        && a.managers == b.managers;
}

} // namespace Runnerscope
