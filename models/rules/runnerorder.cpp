// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerorder.h"

#include "models/rules/managers.h"
#include "models/rules/textranks.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <limits>
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

/// Ascending whatever the order is; what has no value comes last in both.
Rank placeOf(Rank rank, Qt::SortOrder order)
{
    if (rank == noValue)
        return std::numeric_limits<Rank>::max();
    return order == Qt::AscendingOrder ? rank : -rank;
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

void sortRows(std::vector<quint32> &rows, const SortRanks &ranks, Qt::SortOrder order)
{
    // The rank beside its row: a comparison reads no memory elsewhere.
    std::vector<std::pair<Rank, quint32>> ranked;
    ranked.reserve(rows.size());
    for (const quint32 row : rows)
        ranked.emplace_back(placeOf(ranks[row], order), row);
    std::ranges::sort(ranked);
    std::ranges::transform(ranked, rows.begin(), [](const auto &entry) { return entry.second; });
}

} // namespace Runnerscope
