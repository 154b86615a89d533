// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/fleetjson.h"

#include "app/report/enumnames.h"
#include "app/report/runnerjson.h"
#include "models/rules/counts.h"

namespace Runnerscope {

namespace {

QJsonObject statusCounts(const FleetCounts &counts)
{
    QJsonObject object;
    for (int status = 0; status < runnerStatusCount; ++status) {
        const auto value = static_cast<RunnerStatus>(status);
        object.insert(EnumNames::status(value), counts.of(value));
    }
    return object;
}

QJsonObject typeCounts(const FleetCounts &counts)
{
    QJsonObject object;
    for (const RunnerType type : {RunnerType::Instance, RunnerType::Group, RunnerType::Project})
        object.insert(EnumNames::type(type).toString(), counts.of(type));
    return object;
}

QJsonArray sources(const Fleet &fleet)
{
    QJsonArray array;
    for (const FleetPart &part : fleet.coverage.parts) {
        array.append(QJsonObject{
            {QStringLiteral("name"), EnumNames::fleetPart(part)},
            {QStringLiteral("state"), EnumNames::fleetPartState(part.state)},
        });
    }
    return array;
}

} // namespace

QJsonObject fleetJson(const Fleet &fleet)
{
    const FleetCounts counts = countRunners(fleet);
    return {
        {QStringLiteral("instance"), fleet.source.label},
        {QStringLiteral("url"), textJson(fleet.source.webUrl)},
        {QStringLiteral("demo"), fleet.source.demo},
        {QStringLiteral("cached"), fleet.source.cached},
        {QStringLiteral("serverVersion"), textJson(fleet.source.serverVersion)},
        {QStringLiteral("user"), textJson(fleet.source.userName)},
        {QStringLiteral("complete"), fleet.coverage.kind == Coverage::Kind::Whole},
        {QStringLiteral("asOf"), timeJson(fleet.asOf)},
        {QStringLiteral("sources"), sources(fleet)},
        {QStringLiteral("runners"), counts.total},
        {QStringLiteral("byStatus"), statusCounts(counts)},
        {QStringLiteral("byType"), typeCounts(counts)},
        {QStringLiteral("paused"), counts.paused},
        {QStringLiteral("running"), counts.running},
    };
}

} // namespace Runnerscope
