// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demohistory.h"

#include "app/demo/demoversions.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::seconds;

constexpr seconds online = 55min; // GitLab itself notes contact that late
constexpr seconds silent = 2h + 1min;
constexpr seconds forgotten = days(7) + 1h;
constexpr seconds longest = days(800);

seconds between(DemoRandom &random, seconds low, seconds high)
{
    return seconds(random.between(static_cast<int>(low.count()), static_cast<int>(high.count())));
}

seconds contactAge(DemoRandom &random, DemoFate fate, seconds age)
{
    switch (fate) {
    case DemoFate::Online:
        return between(random, 0s, std::min(online, age));
    case DemoFate::Offline:
        return between(random, silent, std::min<seconds>(days(7) - 1h, age));
    case DemoFate::Stale:
    case DemoFate::NeverContacted:
        break;
    }
    return between(random, forgotten, std::min(longest, age));
}

/// Of an online runner the first host is online, too.
DemoFate hostFate(DemoRandom &random, DemoFate fate, int index, bool autoscaled, seconds age)
{
    if (fate != DemoFate::Online || index == 0 || age < silent)
        return fate;
    return random.chance(autoscaled ? 250 : 750) ? DemoFate::Online : DemoFate::Offline;
}

/// Hosts of one runner are rarely updated on the same day.
DemoHostKind perhapsUpdated(DemoRandom &random, DemoHostKind kind)
{
    if (!kind.legacy && random.chance(60)) {
        kind.releaseLine = std::max(0, kind.releaseLine - random.between(1, 6));
        kind.version = demoRelease(random, kind.releaseLine);
    }
    return kind;
}

RunnerManager host(DemoRandom &random, const DemoRunner &runner, DemoFate fate, ServerTime now)
{
    const seconds age = ageAt(*runner.runner.createdAt, now);
    const seconds contact = contactAge(random, fate, age);
    const bool shortLived = runner.hostKind.profile->autoscaled;
    const seconds lived = between(random, 0s, shortLived ? std::min<seconds>(12h, age - contact) : age - contact);
    return demoHost(random, perhapsUpdated(random, runner.hostKind), now - contact - lived, now - contact);
}

} // namespace

seconds demoCreationAge(int place, int total)
{
    constexpr qint64 oldest = seconds(days(1800)).count();
    const qint64 remaining = total - place;
    return seconds(oldest * remaining * remaining / (qint64(total) * total));
}

DemoFate demoFate(DemoRandom &random, seconds age)
{
    const int roll = random.below(1000);
    if (age < days(7))
        return roll < 450 ? DemoFate::NeverContacted : roll < 650 && age > 3h ? DemoFate::Offline : DemoFate::Online;
    if (age < days(8))
        return DemoFate::Online;
    return roll < 640 ? DemoFate::Online
        : roll < 760  ? DemoFate::Offline
        : roll < 960  ? DemoFate::Stale
                      : DemoFate::NeverContacted;
}

int demoHostCount(DemoRandom &random, DemoFate fate, bool oneOnly)
{
    if (fate == DemoFate::NeverContacted)
        return 0;
    if (fate == DemoFate::Stale && random.chance(700)) // GitLab has cleaned up
        return 0;
    if (oneOnly || fate == DemoFate::Stale)
        return 1;
    const int roll = random.below(1000);
    return roll < 700 ? 1 : roll < 900 ? random.between(2, 3) : random.between(4, 14);
}

std::vector<RunnerManager> demoHosts(
    DemoRandom &random, const DemoRunner &runner, DemoFate fate, int count, ServerTime now)
{
    const bool autoscaled = runner.hostKind.profile->autoscaled;
    const seconds age = ageAt(*runner.runner.createdAt, now);
    std::vector<RunnerManager> hosts;
    hosts.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i)
        hosts.push_back(host(random, runner, hostFate(random, fate, i, autoscaled, age), now));
    return hosts;
}

OptionalTime demoLastContact(DemoRandom &random, const Runner &runner, DemoFate fate, ServerTime now)
{
    if (fate == DemoFate::NeverContacted)
        return std::nullopt;
    return now - contactAge(random, fate, ageAt(*runner.createdAt, now));
}

void demoWork(DemoRandom &random, DemoRunner &runner)
{
    if (!runner.runner.contactedAt) {
        runner.runner.jobCount = 0;
        return;
    }
    const bool busy = random.chance(150);
    const int few = std::min(random.below(1001), random.below(1001));
    runner.runner.jobCount = busy ? Runner::jobCountCap : few;
    for (RunnerManager &manager : runner.runner.managers) {
        if (!runner.runner.paused && runner.answers(manager.number) && random.chance(220))
            manager.jobExecution = JobExecution::Active;
    }
    runner.summarise();
}

} // namespace Runnerscope
