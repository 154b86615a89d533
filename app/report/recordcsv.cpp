// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/recordcsv.h"

#include "app/report/csv.h"
#include "models/rules/wording.h"

#include <QVariant>

namespace Runnerscope {

namespace {

QString cellText(const QJsonValue &value)
{
    if (value.isArray())
        return value.toVariant().toStringList().join(u',');
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toVariant().toString(); // null is empty
}

} // namespace

QString recordCsv(const QStringList &names, const QJsonObject &record)
{
    QStringList cells;
    for (const QString &name : names)
        cells.append(Wording::oneLine(cellText(record.value(name))));
    return csvLine(cells);
}

} // namespace Runnerscope
