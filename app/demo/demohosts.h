// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoprofiles.h"
#include "app/demo/demorandom.h"
#include "models/domain/runnermanager.h"

namespace Runnerscope {

/// What the hosts of one runner have in common.
struct DemoHostKind
{
    const DemoProfile *profile = nullptr;
    int releaseLine = 0;
    QString version;
    bool legacy = false; ///< too old to send a system id
    quint32 network = 0; ///< the first three bytes of their addresses
};

DemoHostKind demoHostKind(DemoRandom &random, const DemoProfile &profile, int releaseLine);

/// A host without number, which its runner gives it.
RunnerManager demoHost(DemoRandom &random, const DemoHostKind &kind, ServerTime createdAt, ServerTime contactedAt);

} // namespace Runnerscope
