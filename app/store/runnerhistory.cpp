// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/runnerhistory.h"

#include "app/store/fleetcoding.h"

namespace Runnerscope {

namespace {

ServerTime timeIn(const QSqlQuery &query, int column)
{
    return ServerTime(std::chrono::milliseconds(query.value(column).toLongLong()));
}

QSqlQuery ask(Database &database, const QString &sql, RunnerId id)
{
    QSqlQuery query = database.prepared(sql);
    query.bindValue(0, id.number);
    database.execute(query);
    return query;
}

std::vector<FormerValue> readFormerValues(Database &database, RunnerId id)
{
    QSqlQuery query = ask(database,
        QStringLiteral("SELECT manager, field, value, first, last, until FROM former WHERE runner = ? "
                       "ORDER BY until DESC, manager, field"),
        id);
    std::vector<FormerValue> values;
    while (query.next())
        values.push_back({query.value(0).toLongLong(), static_cast<HistoryField>(query.value(1).toInt()),
            query.value(2).toString(), timeIn(query, 3), timeIn(query, 4), timeIn(query, 5)});
    return values;
}

void readPresent(Database &database, RunnerId id, std::vector<Sighting> &sightings)
{
    QSqlQuery query =
        ask(database, QStringLiteral("SELECT manager, first FROM present WHERE runner = ? ORDER BY manager"), id);
    while (query.next())
        sightings.push_back({query.value(0).toLongLong(), timeIn(query, 1), {}, {}, {}});
}

void readPast(Database &database, RunnerId id, std::vector<Sighting> &sightings)
{
    QSqlQuery query = ask(database,
        QStringLiteral("SELECT manager, first, last, state FROM past WHERE runner = ? ORDER BY last DESC, manager"),
        id);
    RowDecoder decoder(id.instance);
    while (query.next()) {
        Sighting sighting{query.value(0).toLongLong(), timeIn(query, 1), timeIn(query, 2), {}, {}};
        const QByteArray state = query.value(3).toByteArray();
        std::vector<FleetRow> rows;
        if (sighting.manager != 0)
            sighting.host = decodeManager(state);
        else if (decoder.decodeRows(id.number, state, rows) == Decoding::Ok && rows.size() == 1)
            sighting.runner = *rows.front().runner;
        sightings.push_back(std::move(sighting));
    }
}

} // namespace

RunnerHistory readHistory(Database &database, RunnerId id)
{
    const Transaction moment(database, Transaction::For::Reading);
    RunnerHistory history;
    history.formerValues = readFormerValues(database, id);
    readPresent(database, id, history.sightings);
    readPast(database, id, history.sightings);
    return history;
}

} // namespace Runnerscope
