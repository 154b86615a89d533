// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

namespace Runnerscope::Cli {

/// Says on standard error how far the reading of a fleet has come, in one line that is taken away in the end. Silent
/// where standard error is no terminal.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(const FleetProgress &progress) const;

private:
    const bool m_visible;
};

} // namespace Runnerscope::Cli
