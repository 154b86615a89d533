// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerorder.h"

#include "models/rules/managers.h"
#include "models/rules/naturalorder.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Runnerscope {

namespace {

using Rank = SortRanks::value_type;
constexpr Rank noValue = std::numeric_limits<Rank>::max();

Rank timeRank(OptionalTime time)
{
    return time ? time->time_since_epoch().count() : noValue;
}

/// Texts are ranked once per distinct text. An empty text has no value.
class TextRanks
{
public:
    template <typename Sorter>
    TextRanks(const QStringList &texts, Sorter sortDistinct)
    {
        for (const QString &text : texts)
            m_ranks.insert(text, 0);
        QStringList distinct = m_ranks.keys();
        sortDistinct(distinct);
        Rank next = 0;
        for (const QString &text : distinct)
            m_ranks[text] = text.isEmpty() ? noValue : next++;
    }

    Rank of(const QString &text) const { return m_ranks.value(text, noValue); }

private:
    QHash<QString, Rank> m_ranks;
};

void sortAsVersions(QStringList &texts)
{
    std::ranges::sort(texts, olderVersionText);
}

template <typename TextOf, typename Sorter>
SortRanks textRanks(const Fleet &fleet, TextOf textOf, Sorter sorter)
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

Rank runningRank(JobExecution execution)
{
    return execution == JobExecution::Unknown ? noValue : static_cast<Rank>(execution == JobExecution::Active);
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
        return plainRanks(
            fleet, [](const FleetRow &row) { return row.runner->jobCount ? Rank(*row.runner->jobCount) : noValue; });
    case RunnerSortKey::CreatedBy:
        return textRanks(
            fleet, [](const FleetRow &row) { return creatorText(*row.runner); }, sortNaturally);
    }
    return plainRanks(fleet, [](const FleetRow &row) { return Rank(row.runner->id.number); });
}

void sortRows(std::vector<quint32> &rows, const SortRanks &ranks, Qt::SortOrder order)
{
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(rows, [&](quint32 a, quint32 b) {
        if (ranks[a] == ranks[b])
            return a < b;
        if (ranks[a] == noValue || ranks[b] == noValue)
            return ranks[b] == noValue;
        return ascending ? ranks[a] < ranks[b] : ranks[a] > ranks[b];
    });
}

} // namespace Runnerscope
