// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorandom.h"
#include "models/domain/fleet.h"

#include <QStringList>

#include <optional>

namespace Runnerscope {

/// When a job of the demo comes, starts and ends, and which runner takes it. Whatever is picked is picked by the number
/// of the job, so that it stays the same job from one moment to the next.
struct DemoJobPlan
{
    qint64 number = 0;
    ServerTime queuedAt{};
    ServerTime startedAt{};
    ServerTime endsAt{}; ///< never later than startedAt: the job only waits
    const FleetRow *runner = nullptr; ///< as long as the fleet is there
    QStringList tags;
    QString projectName; ///< of a project that belongs to no runner
    DemoRandom rest; ///< for what else is picked

    bool runs() const { return endsAt > startedAt; }
};

namespace DemoPlans {

/// The number of the last job that has come at \a now; those before count down to 0.
qint64 lastAt(ServerTime now);
/// No job that came earlier is still there.
qint64 firstAt(ServerTime now);
/// Nothing: none came with that number.
std::optional<DemoJobPlan> passing(const Fleet &fleet, quint64 seed, qint64 number);

inline constexpr std::chrono::hours stuckFor{4};
/// The jobs that nobody takes, of the stretch of time that \a now is in; they wait to its end.
std::vector<DemoJobPlan> stuck(const Fleet &fleet, quint64 seed, ServerTime now);

QString projectPath(const DemoJobPlan &plan);

/// One after the other from a number on, in a ring: a runner that comes or goes changes the picks of its neighbours
/// only.
const FleetRow *some(const Fleet &fleet, DemoRandom &random, bool (*condition)(const FleetRow &));

} // namespace DemoPlans

} // namespace Runnerscope
