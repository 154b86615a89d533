// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerorder.h"

#include "models/rules/managers.h"
#include "models/rules/textranks.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

namespace Runnerscope {

namespace {

Rank timeRank(OptionalTime time)
{
    return time ? time->time_since_epoch().count() : noValue;
}

template <typename TextOf>
SortRanks textRanks(const Fleet &fleet, TextOf textOf, void (*sorter)(QStringList &texts))
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(fleet.rows.size()));
    for (const FleetRow &row : fleet.rows)
        texts.append(textOf(row));
    const TextRanks ranks(texts, sorter);
    SortRanks result;
    result.reserve(fleet.rows.size());
    for (const QString &text : std::as_const(texts))
        result.push_back(ranks.of(text));
    return result;
}

template <typename RankOf>
SortRanks plainRanks(const Fleet &fleet, RankOf rankOf)
{
    SortRanks result;
    result.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows)
        result.push_back(rankOf(row));
    return result;
}

QString creatorText(const Runner &runner)
{
    return runner.creator ? runner.creator->username : QString();
}

/// What the hosts in contact say, as one text.
template <typename Value>
SortRanks hostRanks(const Fleet &fleet, Value value)
{
    return textRanks(
        fleet, [value](const FleetRow &row) { return valuesInContact(*row.runner, row.readAt, value).join(u' '); },
        sortNaturally);
}

Rank countRank(const std::optional<int> &count)
{
    return count ? Rank(*count) : noValue;
}

/// Where it is not known, it has no value.
Rank accessRank(AccessLevel level)
{
    return level == AccessLevel::Unknown ? noValue : static_cast<Rank>(level);
}

Rank runningRank(JobExecution execution)
{
    return execution == JobExecution::Unknown ? noValue : static_cast<Rank>(execution == JobExecution::Active);
}

/// A row and what it is sorted by. The place ascends whatever the order is.
struct PlacedRow
{
    quint64 place;
    quint32 row;
};

/// Places from 0 on; what has no value has the last one.
std::vector<PlacedRow> placedRows(const SortRanks &ranks, Qt::SortOrder order)
{
    Rank least = std::numeric_limits<Rank>::max();
    Rank most = std::numeric_limits<Rank>::min();
    for (const Rank rank : ranks) {
        if (rank == noValue)
            continue;
        least = std::min(least, rank);
        most = std::max(most, rank);
    }
    const auto distance = [](Rank from, Rank to) { return static_cast<quint64>(to) - static_cast<quint64>(from); };
    const quint64 last = least > most ? 0 : distance(least, most) + 1;
    std::vector<PlacedRow> placed;
    placed.reserve(ranks.size());
    for (const Rank rank : ranks) {
        const quint64 place = rank == noValue ? last
            : order == Qt::AscendingOrder     ? distance(least, rank)
                                              : distance(rank, most);
        placed.push_back({place, static_cast<quint32>(placed.size())});
    }
    return placed;
}

/// By place, digit after digit from the lowest one; rows of one place stay as they are.
void sortByDigits(std::vector<PlacedRow> &rows)
{
    constexpr unsigned digitBits = 8;
    constexpr quint64 digits = 1U << digitBits;
    const auto highest = std::ranges::max_element(rows, {}, &PlacedRow::place);
    const quint64 most = highest != rows.end() ? highest->place : 0;
    std::vector<PlacedRow> sorted(rows.size());
    for (unsigned shift = 0; shift < 64 && most >> shift != 0; shift += digitBits) {
        const auto digitOf = [shift](const PlacedRow &row) { return row.place >> shift & (digits - 1); };
        std::array<std::size_t, digits + 1> starts{};
        for (const PlacedRow &row : rows)
            ++starts[digitOf(row) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const PlacedRow &row : rows)
            sorted[starts[digitOf(row)]++] = row;
        rows.swap(sorted);
    }
}

} // namespace

SortRanks sortRanks(const Fleet &fleet, RunnerSortKey key)
{
    switch (key) {
    case RunnerSortKey::Id:
        break;
    case RunnerSortKey::Status:
        return plainRanks(fleet, [](const FleetRow &row) { return static_cast<Rank>(row.status); });
    case RunnerSortKey::Name:
        return textRanks(
            fleet, [](const FleetRow &row) { return row.runner->description.trimmed(); }, sortNaturally);
    case RunnerSortKey::Owner:
        return textRanks(
            fleet, [](const FleetRow &row) { return row.runner->owner ? row.runner->owner->fullPath : QString(); },
            sortNaturally);
    case RunnerSortKey::Type:
        return plainRanks(fleet, [](const FleetRow &row) { return static_cast<Rank>(row.runner->type); });
    case RunnerSortKey::Tags:
        return textRanks(
            fleet, [](const FleetRow &row) { return row.runner->tags.join(u' '); }, sortNaturally);
    case RunnerSortKey::Version:
        return textRanks(
            fleet, [](const FleetRow &row) { return effectiveVersion(*row.runner, row.readAt).text; }, sortAsVersions);
    case RunnerSortKey::Managers:
        return plainRanks(fleet, [](const FleetRow &row) { return Rank(row.runner->managerCount); });
    case RunnerSortKey::LastContact:
        return plainRanks(fleet, [](const FleetRow &row) { return timeRank(row.runner->contactedAt); });
    case RunnerSortKey::Running:
        return plainRanks(fleet, [](const FleetRow &row) { return runningRank(row.runner->jobExecution); });
    case RunnerSortKey::Jobs:
        return plainRanks(fleet, [](const FleetRow &row) { return countRank(row.runner->jobCount); });
    case RunnerSortKey::CreatedBy:
        return textRanks(
            fleet, [](const FleetRow &row) { return creatorText(*row.runner); }, sortNaturally);
    case RunnerSortKey::Created:
        return plainRanks(fleet, [](const FleetRow &row) { return timeRank(row.runner->createdAt); });
    case RunnerSortKey::Executor:
        return hostRanks(fleet, &RunnerManager::executor);
    case RunnerSortKey::Platform:
        return hostRanks(fleet, Wording::platform);
    case RunnerSortKey::Address:
        return hostRanks(fleet, &RunnerManager::ipAddress);
    case RunnerSortKey::Protected:
        return plainRanks(fleet, [](const FleetRow &row) { return accessRank(row.runner->accessLevel); });
    case RunnerSortKey::Locked:
        return plainRanks(fleet, [](const FleetRow &row) { return Rank(row.runner->locked); });
    case RunnerSortKey::Untagged:
        return plainRanks(fleet, [](const FleetRow &row) { return Rank(row.runner->runUntagged); });
    case RunnerSortKey::Timeout:
        return plainRanks(fleet, [](const FleetRow &row) { return countRank(row.runner->maximumTimeout); });
    case RunnerSortKey::Projects:
        return plainRanks(fleet, [](const FleetRow &row) { return countRank(row.runner->projectCount); });
    case RunnerSortKey::TokenExpiry:
        return plainRanks(fleet, [](const FleetRow &row) { return timeRank(row.runner->tokenExpiresAt); });
    case RunnerSortKey::Note:
        return textRanks(
            fleet, [](const FleetRow &row) { return row.runner->maintenanceNote.trimmed(); }, sortNaturally);
    }
    return plainRanks(fleet, [](const FleetRow &row) { return Rank(row.runner->id.number); });
}

std::vector<quint32> sortedRows(const SortRanks &ranks, Qt::SortOrder order)
{
    std::vector<PlacedRow> placed = placedRows(ranks, order);
    sortByDigits(placed);
    std::vector<quint32> rows(placed.size());
    std::ranges::transform(placed, rows.begin(), &PlacedRow::row);
    return rows;
}

} // namespace Runnerscope
