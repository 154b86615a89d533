// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/hostrows.h"

#include "models/rules/status.h"
#include "models/rules/textranks.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <iterator>

namespace Runnerscope {

namespace {

OptionalTime contactOf(const Fleet &fleet, HostRef host)
{
    return managerOf(fleet, host).contactedAt;
}

HostRow rowOf(const Fleet &fleet, const HostGroups &groups, const HostGroup &group)
{
    const auto hosts = groups.of(group);
    const HostRef newest =
        *std::ranges::max_element(hosts, {}, [&fleet](HostRef host) { return contactOf(fleet, host); });
    return {newest, group.count, group.runners, group.online, group.isTold()};
}

RunnerStatus statusAt(const Fleet &fleet, const HostRow &host)
{
    return statusOf(managerOf(fleet, host.host), fleet.rows[host.host.row].readAt);
}

Rank rankOf(OptionalTime time)
{
    return time ? time->time_since_epoch().count() : noValue;
}

QString textOf(const Fleet &fleet, const HostRow &host, HostSortKey key)
{
    const Runner &runner = *fleet.rows[host.host.row].runner;
    const RunnerManager &manager = managerOf(fleet, host.host);
    switch (key) {
    case HostSortKey::SystemId:
        return hostKey(manager, HostGrouping::SystemId);
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
        return plainRanks(hosts, [&](const HostRow &host) { return rankOf(managerOf(fleet, host.host).contactedAt); });
    case HostSortKey::KnownSince:
        return plainRanks(hosts, [&](const HostRow &host) { return rankOf(managerOf(fleet, host.host).createdAt); });
    case HostSortKey::Managers:
        return plainRanks(hosts, [](const HostRow &host) { return Rank(host.managers); });
    case HostSortKey::Runners:
        return plainRanks(hosts, [](const HostRow &host) { return Rank(host.runners); });
    default:
        return textRanks(hosts, fleet, key);
    }
}

} // namespace

std::vector<HostRow> hostRows(const Fleet &fleet, const FilterMask &rows, std::optional<HostGrouping> grouping)
{
    std::vector<HostRow> result;
    if (grouping) {
        const HostGroups groups = groupHosts(fleet, rows, *grouping);
        result.reserve(groups.groups.size());
        std::ranges::transform(groups.groups, std::back_inserter(result),
            [&](const HostGroup &group) { return rowOf(fleet, groups, group); });
        return result;
    }
    const std::vector<HostRef> hosts = hostsOf(fleet, rows);
    result.reserve(hosts.size());
    std::ranges::transform(hosts, std::back_inserter(result), [&](HostRef host) {
        const bool online = isOnline(contactOf(fleet, host), fleet.rows[host.row].readAt);
        return HostRow{host, 1, 1, online ? 1 : 0, true};
    });
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
            return a.second.host < b.second.host;
        if (a.first == noValue || b.first == noValue)
            return b.first == noValue;
        return ascending ? a.first < b.first : a.first > b.first;
    });
    std::ranges::transform(keyed, hosts.begin(), &std::pair<Rank, HostRow>::second);
}

} // namespace Runnerscope
