// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demojobplan.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

using std::chrono::seconds;

constexpr seconds jobEvery{2}; ///< one comes, at most
constexpr seconds longestWait{15 * 60};
constexpr seconds longestRun{25 * 60};
constexpr std::array projectNames{"api", "web", "worker"};

/// Of a thousand jobs that could come, by the hour of the day.
constexpr std::array<int, 24> bustle{500, 450, 450, 450, 450, 500, 600, 750, 900, 1000, 1000, 950, 850, 900, 1000, 950,
    900, 850, 750, 700, 650, 600, 550, 500};

struct DayTime
{
    int hour;
    int minute;
    bool weekend;
};

DayTime dayTimeOf(ServerTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const auto minute = static_cast<int>((time - day) / std::chrono::minutes(1));
    const unsigned weekday = std::chrono::weekday(day).iso_encoding();
    return {minute / 60, minute % 60, weekday > 5};
}

/// In the morning everybody wants runners at once.
bool isRush(DayTime time)
{
    return !time.weekend && (time.hour == 9 || (time.hour == 14 && time.minute < 25));
}

seconds waitOf(DemoRandom &random, bool rush)
{
    if (rush)
        return seconds(random.between(random.chance(300) ? 5 : 120, static_cast<int>(longestWait.count())));
    return seconds(random.chance(850) ? random.between(2, 60) : random.between(60, 480));
}

bool takesJobs(const FleetRow &row)
{
    return row.status == RunnerStatus::Online && !row.runner->paused;
}

bool isOfProjectWithTags(const FleetRow &row)
{
    return row.runner->tags.size() > 2 && row.runner->type == RunnerType::Project;
}

bool isPausedWithTags(const FleetRow &row)
{
    return row.runner->paused && isOfProjectWithTags(row);
}

bool isSilentWithTags(const FleetRow &row)
{
    return row.status == RunnerStatus::Stale && !row.runner->paused && isOfProjectWithTags(row);
}

bool hasLongTag(const FleetRow &row)
{
    return std::ranges::any_of(row.runner->tags, [](const QString &tag) { return tag.size() > 6; });
}

void pickWork(DemoJobPlan &plan)
{
    const Runner &runner = *plan.runner->runner;
    const bool untagged = runner.runUntagged && plan.rest.chance(500);
    plan.tags = untagged ? QStringList() : runner.tags.first(std::min<qsizetype>(2, runner.tags.size()));
    plan.projectName = QLatin1String(plan.rest.pick(projectNames));
}

qint64 numberAt(ServerTime time)
{
    return std::chrono::floor<seconds>(time.time_since_epoch()) / jobEvery;
}

} // namespace

qint64 DemoPlans::lastAt(ServerTime now)
{
    return numberAt(now);
}

qint64 DemoPlans::firstAt(ServerTime now)
{
    return numberAt(now) - (longestWait + longestRun) / jobEvery;
}

const FleetRow *DemoPlans::some(const Fleet &fleet, DemoRandom &random, bool (*condition)(const FleetRow &))
{
    const auto &rows = fleet.rows;
    const qint64 wanted = random.below(static_cast<int>(rows.back().runner->id.number) + 1);
    const auto first =
        std::ranges::lower_bound(rows, wanted, {}, [](const FleetRow &row) { return row.runner->id.number; });
    const auto start = static_cast<std::size_t>(first - rows.begin());
    for (std::size_t step = 0; step < rows.size(); ++step) {
        const FleetRow &row = rows[(start + step) % rows.size()];
        if (condition(row))
            return &row;
    }
    return nullptr;
}

std::optional<DemoJobPlan> DemoPlans::passing(const Fleet &fleet, quint64 seed, qint64 number)
{
    DemoRandom random(seed ^ static_cast<quint64>(number));
    const ServerTime queuedAt{jobEvery * number};
    const DayTime time = dayTimeOf(queuedAt);
    if (!random.chance(bustle[static_cast<std::size_t>(time.hour)] * (time.weekend ? 8 : 10) / 10))
        return std::nullopt;
    const seconds wait = waitOf(random, isRush(time));
    const seconds run{random.between(20, random.chance(700) ? 240 : static_cast<int>(longestRun.count()))};
    const FleetRow *runner = some(fleet, random, takesJobs);
    if (!runner)
        return std::nullopt;
    DemoJobPlan plan{number * 2, queuedAt, queuedAt + wait, queuedAt + wait + run, runner, {}, {}, random};
    pickWork(plan);
    return plan;
}

std::vector<DemoJobPlan> DemoPlans::stuck(const Fleet &fleet, quint64 seed, ServerTime now)
{
    const ServerTime since{
        std::chrono::floor<std::chrono::duration<qint64, std::ratio<4 * 3600>>>(now.time_since_epoch())};
    constexpr std::array conditions{hasLongTag, isPausedWithTags, isSilentWithTags, isPausedWithTags, hasLongTag};
    std::vector<DemoJobPlan> plans;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const ServerTime queuedAt = since + seconds(97 * static_cast<qint64>(i));
        const qint64 number = numberAt(queuedAt) * 2 + 1;
        DemoRandom random(seed ^ static_cast<quint64>(number));
        const FleetRow *runner = some(fleet, random, conditions[i]);
        if (!runner || queuedAt > now)
            continue;
        DemoJobPlan plan{number, queuedAt, since + stuckFor, since + stuckFor, runner, {}, {}, random};
        pickWork(plan);
        plan.tags = runner->runner->tags;
        if (conditions[i] == &hasLongTag) // a slip of the pen
            std::ranges::max_element(plan.tags, {}, &QString::size)->chop(1);
        plans.push_back(std::move(plan));
    }
    return plans;
}

QString DemoPlans::projectPath(const DemoJobPlan &plan)
{
    const auto &owner = plan.runner->runner->owner;
    if (!owner)
        return QStringLiteral("acme/platform/") + plan.projectName;
    return owner->kind == OwnerKind::Project ? owner->fullPath : QString(owner->fullPath + u'/' + plan.projectName);
}

} // namespace Runnerscope
