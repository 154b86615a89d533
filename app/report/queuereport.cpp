// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/queuereport.h"

#include "app/report/csv.h"
#include "app/report/recordcsv.h"
#include "app/report/runnerjson.h"
#include "models/rules/queue/queuegaps.h"
#include "models/rules/queue/queuethinning.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Runnerscope {

namespace {

struct KindName
{
    FacetKind kind;
    const char *name;
};
constexpr KindName kindNames[] = {{FacetKind::All, "total"}, {FacetKind::TagSet, "tag"}, {FacetKind::Group, "group"},
    {FacetKind::Project, "project"}, {FacetKind::Runner, "runner"}};

QStringList waitColumns()
{
    return {QStringLiteral("kind"), QStringLiteral("name"), QStringLiteral("jobs"), QStringLiteral("p50"),
        QStringLiteral("p90"), QStringLiteral("p95"), QStringLiteral("p99"), QStringLiteral("longest")};
}

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::round<std::chrono::seconds>(time).count();
}

QJsonObject percentilesJson(const WaitPercentiles &waits)
{
    const auto one = [&waits](std::chrono::milliseconds time) {
        return waits.jobs > 0 ? QJsonValue(secondsOf(time)) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("jobs"), waits.jobs}, {QStringLiteral("p50"), one(waits.p50)},
        {QStringLiteral("p90"), one(waits.p90)}, {QStringLiteral("p95"), one(waits.p95)},
        {QStringLiteral("p99"), one(waits.p99)}, {QStringLiteral("longest"), one(waits.longest)}};
}

QJsonObject facetJson(const FacetPercentiles &row)
{
    QJsonObject object = percentilesJson(row.waits);
    object.insert(QStringLiteral("kind"), facetKindName(row.facet.kind));
    object.insert(QStringLiteral("name"), row.facet.name);
    return object;
}

QJsonArray gapsJson(const QueueHistory &history)
{
    QJsonArray array;
    for (const Period &gap : gapsIn(history.points, history.period, std::chrono::minutes(1)))
        array.append(
            QJsonObject{{QStringLiteral("from"), timeJson(gap.from)}, {QStringLiteral("to"), timeJson(gap.to)}});
    return array;
}

double rounded(double share)
{
    return std::round(share * 10'000) / 10'000;
}

} // namespace

QString facetKindName(FacetKind kind)
{
    return QString::fromLatin1(std::ranges::find(kindNames, kind, &KindName::kind)->name);
}

std::optional<FacetKind> facetKindFrom(const QString &name)
{
    const auto *found =
        std::ranges::find_if(kindNames, [&name](const KindName &one) { return name == QLatin1String(one.name); });
    return found != std::end(kindNames) ? std::optional(found->kind) : std::nullopt;
}

QJsonObject queueJson(const QueueHistory &history, const WaitPercentiles &total, FacetKind by)
{
    QJsonArray waits;
    for (const FacetPercentiles &row : history.waits)
        waits.append(facetJson(row));
    const ObservedShare share = observedShare(history.points, history.period);
    QJsonValue most(QJsonValue::Null);
    if (history.mostRunning)
        most = QJsonObject{{QStringLiteral("running"), history.mostRunning->running},
            {QStringLiteral("at"), timeJson(history.mostRunning->moment)}};
    return {{QStringLiteral("from"), timeJson(history.period.from)},
        {QStringLiteral("to"), timeJson(history.period.to)}, {QStringLiteral("observed"), rounded(share.observed)},
        {QStringLiteral("reconstructed"), rounded(share.reconstructed)}, {QStringLiteral("gaps"), gapsJson(history)},
        {QStringLiteral("mostRunning"), most}, {QStringLiteral("total"), percentilesJson(total)},
        {QStringLiteral("by"), facetKindName(by)}, {QStringLiteral("waits"), waits}};
}

QString queueCsv(const std::vector<FacetPercentiles> &waits)
{
    const QStringList columns = waitColumns();
    QString text = csvLine(columns);
    for (const FacetPercentiles &row : waits)
        text += recordCsv(columns, facetJson(row));
    return text;
}

} // namespace Runnerscope
