// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/runnercsv.h"

#include "app/report/csv.h"
#include "app/report/recordcsv.h"
#include "app/report/runnerjson.h"

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

} // namespace

QString runnersCsv(const Fleet &fleet)
{
    const QStringList names = columns();
    QString text = csvLine(names);
    for (const FleetRow &row : fleet.rows)
        text += recordCsv(names, runnerJson(*row.runner, row.readAt));
    return text;
}

} // namespace Runnerscope
