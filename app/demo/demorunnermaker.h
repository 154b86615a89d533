// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demopeople.h"
#include "app/demo/demoplaces.h"
#include "app/demo/demorunner.h"
#include "models/domain/runnerproject.h"

namespace Runnerscope {

/// Makes up runners, one after the other, oldest first, and the hosts that join them later.
class DemoRunnerMaker
{
public:
    explicit DemoRunnerMaker(DemoRandom &random);

    /// The runner with this place among the \a total ones that exist at \a now. Rare things have places of their own,
    /// so that no seed leaves them out: pools, instance runners, every release line.
    DemoRunner make(DemoRandom &random, int place, int total, ServerTime now);
    /// A runner that somebody creates at \a now and that no host has been registered for yet.
    DemoRunner makeNew(DemoRandom &random, ServerTime now);
    /// A host that makes its first contact at \a now.
    RunnerManager makeHost(DemoRandom &random, const DemoRunner &runner, ServerTime now);

    /// \a count projects that a runner may serve, \a owner first.
    std::vector<RunnerProject> projectsBeside(const Owner &owner, int count) const;

private:
    DemoRunner begin(
        DemoRandom &random, const DemoProfile &profile, int releaseLine, ServerTime createdAt, ServerTime now);
    void settle(DemoRandom &random, Runner &runner, RunnerType type) const;
    void attribute(DemoRandom &random, Runner &runner, bool withToken) const;
    /// Numbers the hosts in the order in which they came.
    void takeHosts(DemoRunner &runner, std::vector<RunnerManager> hosts, ServerTime now);

    DemoPlaces m_places;
    DemoPeople m_people;
    qint64 m_nextRunner = 1204;
    qint64 m_nextManager = 48210;
};

} // namespace Runnerscope
