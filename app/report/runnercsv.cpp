// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/runnercsv.h"

#include "app/report/csv.h"
#include "app/report/runnerjson.h"
#include "models/rules/wording.h"

#include <QVariant>

namespace Runnerscope {

namespace {

QStringList columns()
{
    return {QStringLiteral("id"), QStringLiteral("description"), QStringLiteral("type"), QStringLiteral("status"),
        QStringLiteral("paused"), QStringLiteral("locked"), QStringLiteral("protected"), QStringLiteral("runUntagged"),
        QStringLiteral("owner"), QStringLiteral("createdBy"), QStringLiteral("createdByKind"),
        QStringLiteral("creationMethod"), QStringLiteral("tags"), QStringLiteral("versions"),
        QStringLiteral("managers"), QStringLiteral("managersOnline"), QStringLiteral("managersComplete"),
        QStringLiteral("contactedAt"), QStringLiteral("createdAt"), QStringLiteral("tokenExpiresAt"),
        QStringLiteral("maintenanceNote")};
}

QString cellText(const QJsonValue &value)
{
    if (value.isArray())
        return value.toVariant().toStringList().join(u',');
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toVariant().toString(); // null is empty
}

} // namespace

QString runnersCsv(const Fleet &fleet)
{
    const QStringList names = columns();
    QString text = csvLine(names);
    for (const FleetRow &row : fleet.rows) {
        const QJsonObject runner = runnerJson(*row.runner, row.readAt);
        QStringList cells;
        for (const QString &name : names)
            cells.append(Wording::oneLine(cellText(runner.value(name))));
        text += csvLine(cells);
    }
    return text;
}

} // namespace Runnerscope
