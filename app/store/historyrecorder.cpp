// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/historyrecorder.h"

#include "app/store/fleetcoding.h"

#include <algorithm>
#include <array>
#include <concepts>

namespace Runnerscope {

namespace {

struct Value
{
    HistoryField field;
    QString text;
};

QString yesNo(bool value)
{
    return value ? QStringLiteral("1") : QStringLiteral("0");
}

template <typename Enum>
QString numberOf(Enum value)
{
    return QString::number(static_cast<int>(value));
}

QString sorted(QStringList tags)
{
    tags.sort();
    return tags.join(u',');
}

/// In the same order for every row.
std::array<Value, 10> valuesOf(const FleetRow &row)
{
    const Runner &r = *row.runner;
    return {{{HistoryField::Description, r.description}, {HistoryField::Tags, sorted(r.tags)},
        {HistoryField::Paused, yesNo(r.paused)}, {HistoryField::Type, numberOf(r.type)},
        {HistoryField::Owner, r.owner ? r.owner->fullPath : QString()}, {HistoryField::Locked, yesNo(r.locked)},
        {HistoryField::Protected, numberOf(r.accessLevel)}, {HistoryField::RunUntagged, yesNo(r.runUntagged)},
        {HistoryField::MaximumTimeout, r.maximumTimeout ? QString::number(*r.maximumTimeout) : QString()},
        {HistoryField::Status, numberOf(row.status)}}};
}

std::array<Value, 7> valuesOf(const RunnerManager &m)
{
    return {
        {{HistoryField::SystemId, m.systemId}, {HistoryField::Version, m.version}, {HistoryField::Revision, m.revision},
            {HistoryField::Platform, m.platform}, {HistoryField::Architecture, m.architecture},
            {HistoryField::Executor, m.executor}, {HistoryField::IpAddress, m.ipAddress}}};
}

bool bind(Database &database, QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    return database.execute(query);
}

QVariant number(qint64 value)
{
    return {static_cast<qlonglong>(value)};
}

QVariant number(ServerTime time)
{
    return number(qint64(time.time_since_epoch().count()));
}

const RunnerManager *findManager(const Runner &runner, qint64 number)
{
    const auto found = std::ranges::find(runner.managers, number, &RunnerManager::number);
    return found == runner.managers.end() ? nullptr : &*found;
}

} // namespace

HistoryRecorder::HistoryRecorder(Database &database) :
    m_database(database),
    m_open(
        database.prepared(QStringLiteral("INSERT OR IGNORE INTO present (runner, manager, first) VALUES (?, ?, ?)"))),
    m_past(database.prepared(
        QStringLiteral("INSERT INTO past (runner, manager, first, last, state) SELECT runner, manager, first, ?, ? "
                       "FROM present WHERE runner = ? AND manager = ?"))),
    m_close(database.prepared(QStringLiteral("DELETE FROM present WHERE runner = ? AND manager = ?"))),
    // The value was first seen when the one before it was replaced, or else with its subject.
    m_former(database.prepared(QStringLiteral(
        "INSERT OR IGNORE INTO former (runner, manager, field, value, last, until, first) "
        "SELECT p.runner, p.manager, ?, ?, ?, ?, coalesce((SELECT max(f.until) FROM former f WHERE f.runner = p.runner "
        "AND f.manager = p.manager AND f.field = ? AND f.until >= p.first), p.first) "
        "FROM present p WHERE p.runner = ? AND p.manager = ?")))
{
}

bool HistoryRecorder::record(std::span<const FleetRow> before, std::span<const FleetRow> after)
{
    auto old = before.begin();
    for (const FleetRow &row : after) {
        for (; old != before.end() && old->runner->id.number < row.runner->id.number; ++old) {
            if (!disappeared(*old))
                return false;
        }
        const bool known = old != before.end() && old->runner->id.number == row.runner->id.number;
        if (known ? !changed(*old, row) : !appeared(row))
            return false;
        if (known)
            ++old;
    }
    return std::all_of(old, before.end(), [this](const FleetRow &row) { return disappeared(row); });
}

bool HistoryRecorder::appeared(const FleetRow &row)
{
    const qint64 runner = row.runner->id.number;
    return open({runner, 0}, row.readAt)
        && std::ranges::all_of(row.runner->managers, [&](const RunnerManager &manager) {
               return open({runner, manager.number}, row.readAt);
           });
}

bool HistoryRecorder::disappeared(const FleetRow &row)
{
    const qint64 runner = row.runner->id.number;
    Runner nobody;
    nobody.id = row.runner->id;
    return closeMissingManagers(row, nobody) && close({runner, 0}, row.readAt, encodeRows(runner, std::span(&row, 1)));
}

bool HistoryRecorder::changed(const FleetRow &before, const FleetRow &after)
{
    if (before.runner == after.runner && before.status == after.status)
        return true;
    const auto old = valuesOf(before);
    const auto now = valuesOf(after);
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].text != now[i].text
            && !replaced({after.runner->id.number, 0}, old[i].field, old[i].text, {before.readAt, after.readAt}))
            return false;
    }
    const bool sameManagers = before.runner->managers == after.runner->managers
        && before.runner->managersComplete() == after.runner->managersComplete();
    return sameManagers || managersChanged(before, after);
}

bool HistoryRecorder::managersChanged(const FleetRow &before, const FleetRow &after)
{
    for (const RunnerManager &manager : after.runner->managers) {
        const Subject subject{after.runner->id.number, manager.number};
        const RunnerManager *known = findManager(*before.runner, manager.number);
        if (!known) {
            if (!open(subject, after.readAt))
                return false;
            continue;
        }
        const auto old = valuesOf(*known);
        const auto now = valuesOf(manager);
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (old[i].text != now[i].text
                && !replaced(subject, old[i].field, old[i].text, {before.readAt, after.readAt}))
                return false;
        }
    }
    // A list that is cut says nothing of those it does not show.
    return !after.runner->managersComplete() || closeMissingManagers(before, *after.runner);
}

bool HistoryRecorder::closeMissingManagers(const FleetRow &before, const Runner &now)
{
    QSqlQuery query =
        m_database.prepared(QStringLiteral("SELECT manager FROM present WHERE runner = ? AND manager > 0"));
    if (!bind(m_database, query, {number(now.id.number)}))
        return false;
    std::vector<qint64> missing;
    while (query.next()) {
        if (!findManager(now, query.value(0).toLongLong()))
            missing.push_back(query.value(0).toLongLong());
    }
    return std::ranges::all_of(missing, [&](qint64 manager) {
        const RunnerManager *last = findManager(*before.runner, manager);
        return close({now.id.number, manager}, before.readAt, last ? encodeManager(*last) : QByteArray(""));
    });
}

bool HistoryRecorder::open(Subject subject, ServerTime at)
{
    return bind(m_database, m_open, {number(subject.runner), number(subject.manager), number(at)});
}

bool HistoryRecorder::close(Subject subject, ServerTime last, const QByteArray &state)
{
    return bind(m_database, m_past, {number(last), state, number(subject.runner), number(subject.manager)})
        && bind(m_database, m_close, {number(subject.runner), number(subject.manager)});
}

bool HistoryRecorder::replaced(Subject subject, HistoryField field, const QString &value, Step step)
{
    const int fieldNumber = static_cast<int>(field);
    return bind(m_database, m_former,
        {fieldNumber, value.isNull() ? QStringLiteral("") : value, // a null text would be bound as NULL
            number(step.before), number(step.after), fieldNumber, number(subject.runner), number(subject.manager)});
}

} // namespace Runnerscope
