// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/hostlist.h"

#include "models/rules/managers.h"
#include "models/rules/status.h"
#include "models/rules/textranks.h"
#include "models/rules/wording.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

/// Empty: nothing joins this one with others.
QString keyOf(const RunnerManager &manager, HostGrouping grouping)
{
    switch (grouping) {
    case HostGrouping::None:
        return {};
    case HostGrouping::Address:
        return manager.ipAddress;
    case HostGrouping::SystemId:
        break;
    }
    return manager.systemId == QLatin1String("<legacy>") ? QString() : manager.systemId;
}

/// Joins managers as they come, row by row.
class HostGroups
{
public:
    HostGroups(const Fleet &fleet, HostGrouping grouping) :
        m_fleet(fleet),
        m_grouping(grouping)
    {
    }

    void add(quint32 row, quint32 manager)
    {
        const HostRow alone{row, manager, 1, 1, isOnlineAt(row, manager)};
        const QString key = keyOf(m_fleet.rows[row].runner->managers[manager], m_grouping);
        const auto known = key.isEmpty() ? m_places.end() : m_places.find(key);
        if (known != m_places.end()) {
            join(*known, alone);
            return;
        }
        if (!key.isEmpty())
            m_places.insert(key, m_hosts.size());
        m_hosts.push_back(alone);
        m_lastRows.push_back(row);
    }

    std::vector<HostRow> take() { return std::move(m_hosts); }

private:
    quint32 isOnlineAt(quint32 row, quint32 manager) const
    {
        const FleetRow &fleetRow = m_fleet.rows[row];
        return isOnline(fleetRow.runner->managers[manager].contactedAt, fleetRow.readAt) ? 1 : 0;
    }

    void join(std::size_t place, const HostRow &other)
    {
        HostRow &host = m_hosts[place];
        ++host.managers;
        host.online += other.online;
        host.runners += m_lastRows[place] == other.row ? 0 : 1;
        m_lastRows[place] = other.row;
        if (managerOf(m_fleet, other).contactedAt > managerOf(m_fleet, host).contactedAt) { // none is before any
            host.row = other.row;
            host.manager = other.manager;
        }
    }

    const Fleet &m_fleet;
    HostGrouping m_grouping;
    std::vector<HostRow> m_hosts;
    std::vector<quint32> m_lastRows; ///< from which row the last one of each came
    QHash<QString, std::size_t> m_places;
};

RunnerStatus statusAt(const Fleet &fleet, const HostRow &host)
{
    return statusOf(managerOf(fleet, host), fleet.rows[host.row].readAt);
}

Rank rankOf(OptionalTime time)
{
    return time ? time->time_since_epoch().count() : noValue;
}

QString textOf(const Fleet &fleet, const HostRow &host, HostSortKey key)
{
    const Runner &runner = *fleet.rows[host.row].runner;
    const RunnerManager &manager = managerOf(fleet, host);
    switch (key) {
    case HostSortKey::SystemId:
        return keyOf(manager, HostGrouping::SystemId);
    case HostSortKey::Address:
        return manager.ipAddress;
    case HostSortKey::Version:
        return manager.version;
    case HostSortKey::Platform:
        return Wording::platform(manager);
    case HostSortKey::Executor:
        return manager.executor;
    case HostSortKey::Owner:
        return runner.owner ? runner.owner->fullPath : QString();
    default:
        return runner.description.trimmed();
    }
}

std::vector<Rank> textRanks(const std::vector<HostRow> &hosts, const Fleet &fleet, HostSortKey key)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(hosts.size()));
    for (const HostRow &host : hosts)
        texts.append(textOf(fleet, host, key));
    const TextRanks ranks(texts, key == HostSortKey::Version ? sortAsVersions : sortNaturally);
    std::vector<Rank> result;
    result.reserve(hosts.size());
    for (const QString &text : std::as_const(texts))
        result.push_back(ranks.of(text));
    return result;
}

template <typename RankOf>
std::vector<Rank> plainRanks(const std::vector<HostRow> &hosts, RankOf rankOf)
{
    std::vector<Rank> ranks;
    ranks.reserve(hosts.size());
    std::ranges::transform(hosts, std::back_inserter(ranks), rankOf);
    return ranks;
}

std::vector<Rank> ranksOf(const std::vector<HostRow> &hosts, const Fleet &fleet, HostSortKey key)
{
    switch (key) {
    case HostSortKey::Status:
        return plainRanks(hosts, [&](const HostRow &host) { return static_cast<Rank>(statusAt(fleet, host)); });
    case HostSortKey::LastContact:
        return plainRanks(hosts, [&](const HostRow &host) { return rankOf(managerOf(fleet, host).contactedAt); });
    case HostSortKey::KnownSince:
        return plainRanks(hosts, [&](const HostRow &host) { return rankOf(managerOf(fleet, host).createdAt); });
    case HostSortKey::Managers:
        return plainRanks(hosts, [](const HostRow &host) { return Rank(host.managers); });
    case HostSortKey::Runners:
        return plainRanks(hosts, [](const HostRow &host) { return Rank(host.runners); });
    default:
        return textRanks(hosts, fleet, key);
    }
}

} // namespace

const RunnerManager &managerOf(const Fleet &fleet, const HostRow &host)
{
    return fleet.rows[host.row].runner->managers[host.manager];
}

std::vector<HostRow> hostRows(const Fleet &fleet, const FilterMask &mask, HostGrouping grouping)
{
    HostGroups groups(fleet, grouping);
    for (quint32 row = 0; row < fleet.rows.size(); ++row) {
        if (mask[row] == 0)
            continue;
        for (quint32 manager = 0; manager < fleet.rows[row].runner->managers.size(); ++manager)
            groups.add(row, manager);
    }
    return groups.take();
}

HostCompleteness hostCompleteness(const Fleet &fleet, const FilterMask &mask)
{
    HostCompleteness result;
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        if (mask[row] == 0)
            continue;
        const Runner &runner = *fleet.rows[row].runner;
        result.listed += static_cast<qint64>(runner.managers.size());
        result.existing += std::max(runner.managerCount, static_cast<int>(runner.managers.size()));
        result.runnersCut += runner.managersComplete() ? 0 : 1;
    }
    return result;
}

void sortHosts(std::vector<HostRow> &hosts, const Fleet &fleet, HostSortKey key, Qt::SortOrder order)
{
    const std::vector<Rank> ranks = ranksOf(hosts, fleet, key);
    std::vector<std::pair<Rank, HostRow>> keyed;
    keyed.reserve(hosts.size());
    for (std::size_t i = 0; i < hosts.size(); ++i)
        keyed.emplace_back(ranks[i], hosts[i]);
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(keyed, [ascending](const auto &a, const auto &b) {
        if (a.first == b.first)
            return std::pair(a.second.row, a.second.manager) < std::pair(b.second.row, b.second.manager);
        if (a.first == noValue || b.first == noValue)
            return b.first == noValue;
        return ascending ? a.first < b.first : a.first > b.first;
    });
    std::ranges::transform(keyed, hosts.begin(), &std::pair<Rank, HostRow>::second);
}

} // namespace Runnerscope
