// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

namespace Runnerscope {

/// GitLab calls a runner online for this long after its last contact (app/models/ci/runner.rb).
inline constexpr std::chrono::hours onlineWindow{2};
/// After this long without contact, or since creation without any, it is stale.
inline constexpr std::chrono::days staleAfter{7};

/// The status field as GitLab computes it (app/models/concerns/ci/has_runner_status.rb), judged at \a now, the server's
/// time of the answer that brought the runner. GitLab's own status filter follows other rules and lags.
RunnerStatus statusOf(const Runner &runner, ServerTime now);
RunnerStatus statusOf(const RunnerManager &manager, ServerTime now);
/// The status of a manager with these times.
RunnerStatus managerStatus(OptionalTime createdAt, OptionalTime contactedAt, ServerTime now);
/// Whether a runner or manager with this last contact is online.
bool isOnline(OptionalTime contactedAt, ServerTime now);

} // namespace Runnerscope
