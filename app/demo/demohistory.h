// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorunner.h"

namespace Runnerscope {

/// What has become of a runner since it was created.
enum class DemoFate { Online, Offline, Stale, NeverContacted };

/// How long ago the runner with this place was created; the first is the oldest, and most are rather young.
std::chrono::seconds demoCreationAge(int place, int total);
DemoFate demoFate(DemoRandom &random, std::chrono::seconds age);
/// How many hosts GitLab still knows of a runner with this fate.
int demoHostCount(DemoRandom &random, DemoFate fate, bool oneOnly);
/// The hosts of a runner, without numbers.
std::vector<RunnerManager> demoHosts(
    DemoRandom &random, const DemoRunner &runner, DemoFate fate, int count, ServerTime now);
/// When a runner without hosts was last heard of.
OptionalTime demoLastContact(DemoRandom &random, const Runner &runner, DemoFate fate, ServerTime now);
/// Jobs that are running and those that have been run.
void demoWork(DemoRandom &random, DemoRunner &runner);

} // namespace Runnerscope
