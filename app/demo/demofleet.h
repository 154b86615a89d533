// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorunnermaker.h"

#include <optional>
#include <vector>

#include "models/domain/runnerproject.h"

namespace Runnerscope {

/// A simulated GitLab with its runners and a clock of its own. The same seed, start and number of steps make the same
/// fleet on every machine.
class DemoFleet
{
public:
    static constexpr int size = 2400; ///< at the start
    static constexpr std::chrono::seconds stepLength{30}; ///< of the server's clock

    DemoFleet(quint64 seed, ServerTime start);

    /// Moves the server's clock on and lets a few runners do something.
    void step();

    ServerTime now() const { return m_now; }
    /// Every runner as a list shows it.
    std::vector<Runner> runners() const;
    /// Nothing when there is no such runner.
    std::optional<RunnerDetails> details(RunnerId id) const;
    /// The projects of a project runner, a page of them; none of another runner.
    ProjectsPage projects(const ProjectsQuestion &question) const;

private:
    using Condition = bool (*)(const DemoRunner &);

    /// Some runner that meets the condition; null when a few tries found none.
    DemoRunner *some(Condition condition);
    void renewContacts();
    void startJob();
    void finishJob();
    void loseHost();
    void gainHost();
    void changePool();
    void makeFirstContact();
    void pauseOrResume(bool pause);
    void createRunner();
    void deleteRunner();

    DemoRandom m_random;
    DemoRunnerMaker m_maker;
    ServerTime m_now;
    int m_steps = 0;
    std::vector<DemoRunner> m_runners; ///< by id, ascending
    std::size_t m_nextToRenew = 0;
};

} // namespace Runnerscope
