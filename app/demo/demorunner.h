// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demohosts.h"
#include "models/domain/runnerdetails.h"

#include <vector>

namespace Runnerscope {

/// A runner of the simulated server.
struct DemoRunner
{
    Runner runner; ///< with every manager
    DemoHostKind hostKind;
    std::vector<qint64> answering; ///< the numbers of those managers that keep contact

    bool answers(qint64 manager) const;
    /// Adds a manager, the newest, that keeps contact.
    void addAnswering(RunnerManager manager);
    void removeManager(std::size_t index);
    /// Brings what the server keeps of the runner in line with its managers.
    void summarise();
};

/// The runner as a list shows it: with its newest managers only.
Runner demoListEntry(const DemoRunner &runner);
RunnerDetails demoDetails(const DemoRunner &runner, ServerTime now);

} // namespace Runnerscope
