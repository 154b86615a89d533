// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnercounts.h"

namespace Runnerscope {

bool RunnerCounts::typesAddUp() const
{
    return all && instance.all && group.all && project.all && *instance.all + *group.all + *project.all == *all;
}

std::optional<RunnerCounts> decodeRunnerCounts(JsonValue data)
{
    bool any = false;
    const auto count = [&](QLatin1String alias) -> std::optional<qint64> {
        const JsonValue value = data.value(alias).value(QLatin1String("count"));
        if (!value.isNumber() || value.toInteger() < 0)
            return std::nullopt;
        any = true;
        return value.toInteger();
    };
    RunnerCounts counts;
    counts.all = count(QLatin1String("all"));
    counts.instance = {count(QLatin1String("instance")), count(QLatin1String("instancePaused"))};
    counts.group = {count(QLatin1String("group")), count(QLatin1String("groupPaused"))};
    counts.project = {count(QLatin1String("project")), count(QLatin1String("projectPaused"))};
    return any ? std::optional(counts) : std::nullopt;
}

} // namespace Runnerscope
