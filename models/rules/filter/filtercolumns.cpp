// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercolumns.h"

#include "models/rules/creator.h"
#include "models/rules/filter/filterchoices.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using F = FilterField;

qint64 numberOf(OptionalTime time)
{
    return time ? time->time_since_epoch().count() : missingNumber;
}

qint64 numberOf(std::optional<int> count)
{
    return count ? *count : missingNumber;
}

/// Enumerations of the domain begin with Unknown, which is no value.
template <typename Enum>
qint64 bitOfKnown(Enum value)
{
    return value == Enum::Unknown ? 0 : qint64(1) << static_cast<int>(value);
}

qint64 traitBits(const Runner &runner)
{
    const auto bit = [](RunnerTrait trait, bool set) { return qint64(set) << static_cast<int>(trait); };
    return bit(RunnerTrait::Paused, runner.paused) | bit(RunnerTrait::Locked, runner.locked)
        | bit(RunnerTrait::TakesUntagged, runner.runUntagged);
}

qint64 choiceBits(const Runner &runner, F field)
{
    switch (field) {
    case F::Type:
        return bitOfKnown(runner.type);
    case F::Access:
        return bitOfKnown(runner.accessLevel);
    case F::Method:
        return bitOfKnown(runner.creationMethod);
    case F::CreationState:
        return bitOfKnown(runner.creationState);
    case F::Running:
        return bitOfKnown(runner.jobExecution);
    case F::CreatorState:
        return runner.creator ? bitOfKnown(runner.creator->state) : 0;
    case F::CreatorKind:
        return qint64(1) << static_cast<int>(creatorKindOf(runner));
    default:
        return traitBits(runner);
    }
}

qint64 numberOf(const Runner &runner, F field)
{
    switch (field) {
    case F::Id:
        return runner.id.number;
    case F::Created:
        return numberOf(runner.createdAt);
    case F::Contact:
        return numberOf(runner.contactedAt);
    case F::Expires:
        return numberOf(runner.tokenExpiresAt);
    case F::Jobs:
        return numberOf(runner.jobCount);
    case F::Projects:
        return numberOf(runner.projectCount);
    case F::Managers:
        return runner.managerCount;
    case F::Timeout:
        return numberOf(runner.maximumTimeout);
    default:
        return choiceBits(runner, field);
    }
}

qint64 numberOf(const RunnerManager &manager, F field)
{
    switch (field) {
    case F::Id:
        return manager.number;
    case F::Created:
        return numberOf(manager.createdAt);
    case F::Contact:
        return numberOf(manager.contactedAt);
    default:
        return bitOfKnown(manager.jobExecution);
    }
}

const QString &textOf(const RunnerManager &manager, F field)
{
    switch (field) {
    case F::Version:
        return manager.version;
    case F::Executor:
        return manager.executor;
    case F::Platform:
        return manager.platform;
    case F::Arch:
        return manager.architecture;
    case F::Ip:
        return manager.ipAddress;
    case F::SystemId:
        return manager.systemId;
    default:
        return manager.revision;
    }
}

const QString &textOf(const Runner &runner, F field)
{
    static const QString none;
    switch (field) {
    case F::Name:
        return runner.description;
    case F::Token:
        return runner.shortSha;
    case F::Note:
        return runner.maintenanceNote;
    case F::OwnerName:
        return runner.owner ? runner.owner->fullName : none;
    default:
        return runner.owner ? runner.owner->fullPath : none;
    }
}

void addSeveralTexts(FilterTextColumn &column, const Runner &runner, F field)
{
    column.starts.push_back(static_cast<quint32>(column.codes.size()));
    if (field == F::Tag) {
        for (const QString &tag : runner.tags)
            column.codes.push_back(column.dictionary.insert(tag));
    } else if (runner.creator) {
        column.codes.push_back(column.dictionary.insert(runner.creator->username));
        column.codes.push_back(column.dictionary.insert(runner.creator->name));
    }
}

template <typename T, typename Parse>
std::vector<std::optional<T>> parsed(const TextDictionary &dictionary, Parse parse)
{
    std::vector<std::optional<T>> values(dictionary.size());
    for (quint32 code = 1; code < values.size(); ++code)
        values[code] = parse(dictionary.text(code));
    return values;
}

template <typename T>
qsizetype bytesOf(const std::vector<T> &values)
{
    return static_cast<qsizetype>(values.capacity() * sizeof(T));
}

} // namespace

qsizetype FilterTextColumn::memory() const
{
    return dictionary.memory() + bytesOf(codes) + bytesOf(starts) + bytesOf(versions) + bytesOf(addresses);
}

void FilterTextColumn::readAddresses()
{
    addresses = parsed<IpAddress>(dictionary, IpAddress::parse);
}

FilterTextColumn runnerTexts(const Fleet &fleet, F field)
{
    FilterTextColumn column;
    column.codes.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows) {
        if (hasSeveralValues(field))
            addSeveralTexts(column, *row.runner, field);
        else
            column.codes.push_back(column.dictionary.insert(textOf(*row.runner, field)));
    }
    if (hasSeveralValues(field))
        column.starts.push_back(static_cast<quint32>(column.codes.size()));
    return column;
}

FilterTextColumn managerTexts(const Fleet &fleet, F field)
{
    FilterTextColumn column;
    column.codes.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows) {
        for (const RunnerManager &manager : row.runner->managers)
            column.codes.push_back(column.dictionary.insert(textOf(manager, field)));
    }
    if (field == F::Version)
        column.versions = parsed<Version>(column.dictionary, Version::parse);
    else if (field == F::Ip)
        column.readAddresses();
    return column;
}

FilterNumberColumn runnerNumbers(const Fleet &fleet, F field)
{
    FilterNumberColumn column(fleet.rows.size());
    std::ranges::transform(
        fleet.rows, column.begin(), [field](const FleetRow &row) { return numberOf(*row.runner, field); });
    return column;
}

FilterNumberColumn managerNumbers(const Fleet &fleet, F field)
{
    FilterNumberColumn column;
    column.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows) {
        for (const RunnerManager &manager : row.runner->managers)
            column.push_back(numberOf(manager, field));
    }
    return column;
}

} // namespace Runnerscope
