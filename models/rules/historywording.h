// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerhistory.h"

#include <vector>

namespace Runnerscope {

/// One thing that has been seen of a runner before. Plain text, of one line each.
struct HistoryLine
{
    ServerTime at{}; ///< when it was seen to be otherwise
    QString text; ///< "3 days ago: version was 17.9.0 (host s_1f)"
    QString exact; ///< between which sights it happened
};

/// What is recorded of \a runner, the newest first: values that it had, hosts that came and went. At most \a most.
std::vector<HistoryLine> historyLines(const RunnerHistory &history, const Runner &runner, ServerTime now, int most);

/// Since when this computer has watched the runner; none when it has not.
OptionalTime watchedSince(const RunnerHistory &history);

} // namespace Runnerscope
