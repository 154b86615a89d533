// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/tagreport.h"

#include "app/report/csv.h"
#include "app/report/recordcsv.h"

namespace Runnerscope {

namespace {

QStringList tagColumns()
{
    return {QStringLiteral("tag"), QStringLiteral("runners"), QStringLiteral("online"),
        QStringLiteral("onlineUnpaused"), QStringLiteral("offline"), QStringLiteral("stale"),
        QStringLiteral("neverContacted"), QStringLiteral("alike")};
}

QJsonObject tagJson(const std::vector<TagUse> &tags, const TagUse &use)
{
    QJsonArray alike;
    for (const quint32 other : use.alike)
        alike.append(tags[other].tag);
    return {
        {QStringLiteral("tag"), use.tag},
        {QStringLiteral("runners"), use.runners.total},
        {QStringLiteral("online"), use.runners.of(RunnerStatus::Online)},
        {QStringLiteral("onlineUnpaused"), use.ready},
        {QStringLiteral("offline"), use.runners.of(RunnerStatus::Offline)},
        {QStringLiteral("stale"), use.runners.of(RunnerStatus::Stale)},
        {QStringLiteral("neverContacted"), use.runners.of(RunnerStatus::NeverContacted)},
        {QStringLiteral("alike"), alike},
    };
}

} // namespace

QJsonArray tagsJson(const std::vector<TagUse> &tags)
{
    QJsonArray array;
    for (const TagUse &use : tags)
        array.append(tagJson(tags, use));
    return array;
}

QString tagsCsv(const std::vector<TagUse> &tags)
{
    const QStringList columns = tagColumns();
    QString text = csvLine(columns);
    for (const TagUse &use : tags)
        text += recordCsv(columns, tagJson(tags, use));
    return text;
}

} // namespace Runnerscope
