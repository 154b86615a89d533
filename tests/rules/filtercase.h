// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <functional>
#include <random>

namespace Runnerscope::Test {

/// A filter and, written independently of the parser and the evaluator, what it means: slow and obvious.
template <typename Subject>
struct Meaning
{
    QString text;
    std::function<bool(const Subject &)> holds;
};

/// A manager, and when its runner was read.
struct ReadManager
{
    const RunnerManager *manager;
    ServerTime now;
};

using RunnerMeaning = Meaning<FleetRow>;
using ManagerMeaning = Meaning<ReadManager>;

/// One condition.
RunnerMeaning randomRunnerCondition(std::mt19937 &random);
/// One condition that can stand in "manager(…)".
ManagerMeaning randomManagerCondition(std::mt19937 &random);
/// Conditions on the managers of a runner, however they are written.
RunnerMeaning randomManagersOfRunner(std::mt19937 &random);

/// A whole filter of words, conditions, brackets, AND, OR, NOT and "manager(…)".
RunnerMeaning randomFilter(std::mt19937 &random);

} // namespace Runnerscope::Test
