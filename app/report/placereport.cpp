// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/placereport.h"

#include "app/report/csv.h"
#include "app/report/enumnames.h"
#include "app/report/recordcsv.h"
#include "app/report/runnerjson.h"

namespace Runnerscope {

namespace {

QStringList placeColumns()
{
    return {QStringLiteral("fullPath"), QStringLiteral("name"), QStringLiteral("kind"), QStringLiteral("depth"),
        QStringLiteral("runners"), QStringLiteral("online"), QStringLiteral("offline"), QStringLiteral("stale"),
        QStringLiteral("neverContacted"), QStringLiteral("ownRunners"), QStringLiteral("ownOnline"),
        QStringLiteral("ownOffline"), QStringLiteral("ownStale"), QStringLiteral("ownNeverContacted"),
        QStringLiteral("webUrl")};
}

QJsonObject placeJson(const PlaceNode &node)
{
    return {
        {QStringLiteral("fullPath"), textJson(node.fullPath)},
        {QStringLiteral("name"), textJson(node.name)},
        {QStringLiteral("kind"), EnumNames::placeKind(node.kind)},
        {QStringLiteral("depth"), qint64(node.depth)},
        {QStringLiteral("runners"), node.total.total},
        {QStringLiteral("online"), node.total.of(RunnerStatus::Online)},
        {QStringLiteral("offline"), node.total.of(RunnerStatus::Offline)},
        {QStringLiteral("stale"), node.total.of(RunnerStatus::Stale)},
        {QStringLiteral("neverContacted"), node.total.of(RunnerStatus::NeverContacted)},
        {QStringLiteral("ownRunners"), node.own.total},
        {QStringLiteral("ownOnline"), node.own.of(RunnerStatus::Online)},
        {QStringLiteral("ownOffline"), node.own.of(RunnerStatus::Offline)},
        {QStringLiteral("ownStale"), node.own.of(RunnerStatus::Stale)},
        {QStringLiteral("ownNeverContacted"), node.own.of(RunnerStatus::NeverContacted)},
        {QStringLiteral("webUrl"), textJson(node.webUrl)},
    };
}

} // namespace

QJsonArray placesJson(const PlaceTree &tree)
{
    QJsonArray array;
    for (const PlaceNode &node : tree.nodes)
        array.append(placeJson(node));
    return array;
}

QString placesCsv(const PlaceTree &tree)
{
    const QStringList columns = placeColumns();
    QString text = csvLine(columns);
    for (const PlaceNode &node : tree.nodes)
        text += recordCsv(columns, placeJson(node));
    return text;
}

} // namespace Runnerscope
