// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/status.h"

#include <algorithm>

namespace Runnerscope {

namespace {

RunnerStatus statusFromTimes(OptionalTime createdAt, OptionalTime contactedAt, bool neverContacted, ServerTime now)
{
    const OptionalTime newest = std::max(createdAt, contactedAt); // nothing is less than any time
    if (newest && *newest <= now - staleAfter)
        return RunnerStatus::Stale;
    if (neverContacted)
        return RunnerStatus::NeverContacted;
    if (isOnline(contactedAt, now))
        return RunnerStatus::Online;
    return RunnerStatus::Offline;
}

} // namespace

RunnerStatus statusOf(const Runner &runner, ServerTime now)
{
    const bool stateKnown = runner.creationState != CreationState::Unknown;
    const bool neverContacted =
        stateKnown ? runner.creationState == CreationState::Started : !runner.contactedAt.has_value();
    return statusFromTimes(runner.createdAt, runner.contactedAt, neverContacted, now);
}

RunnerStatus statusOf(const RunnerManager &manager, ServerTime now)
{
    return managerStatus(manager.createdAt, manager.contactedAt, now);
}

RunnerStatus managerStatus(OptionalTime createdAt, OptionalTime contactedAt, ServerTime now)
{
    return statusFromTimes(createdAt, contactedAt, !contactedAt.has_value(), now);
}

bool isOnline(OptionalTime contactedAt, ServerTime now)
{
    return contactedAt && *contactedAt > now - onlineWindow;
}

} // namespace Runnerscope
