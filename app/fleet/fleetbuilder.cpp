// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetbuilder.h"

#include "models/rules/status.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

void sortUnique(std::vector<RunnerId> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// Takes the ids of \a other out of \a ids; both ascend.
std::vector<RunnerId> without(const std::vector<RunnerId> &ids, const std::vector<RunnerId> &other)
{
    std::vector<RunnerId> result;
    std::ranges::set_difference(ids, other, std::back_inserter(result));
    return result;
}

FleetRow makeRow(Runner &&runner, ServerTime readAt)
{
    const RunnerStatus status = statusOf(runner, readAt);
    return {std::make_shared<const Runner>(std::move(runner)), readAt, status};
}

} // namespace

FleetBuilder::FleetBuilder(FleetSource source) :
    m_source(std::move(source))
{
}

void FleetBuilder::beginWalk()
{
    ++m_walk;
    m_seen = 0;
}

FleetBuilder::Entry *FleetBuilder::find(RunnerId id)
{
    const auto found =
        std::ranges::lower_bound(m_rows, id, {}, [](const Entry &entry) { return entry.row.runner->id; });
    return found != m_rows.end() && found->row.runner->id == id ? &*found : nullptr;
}

void FleetBuilder::update(Entry &entry, Runner &&runner, ServerTime readAt)
{
    const RunnerStatus statusBefore = entry.row.status;
    const bool sameFields = *entry.row.runner == runner;
    if (sameFields) {
        entry.row.readAt = readAt;
        entry.row.status = statusOf(*entry.row.runner, readAt);
    } else {
        entry.row = makeRow(std::move(runner), readAt);
    }
    if (std::exchange(entry.walk, m_walk) != m_walk)
        ++m_seen;
    if (!sameFields || entry.row.status != statusBefore)
        m_changed.push_back(entry.row.runner->id);
}

void FleetBuilder::insert(std::vector<Entry> added)
{
    const auto idOf = [](const Entry &entry) { return entry.row.runner->id; };
    std::ranges::sort(added, {}, idOf);
    const auto sameId = [idOf](const Entry &a, const Entry &b) { return idOf(a) == idOf(b); };
    added.erase(std::unique(added.begin(), added.end(), sameId), added.end());
    for (const Entry &entry : added)
        m_added.push_back(idOf(entry));
    m_seen += added.size();
    const auto middle = static_cast<std::ptrdiff_t>(m_rows.size());
    std::ranges::move(added, std::back_inserter(m_rows));
    std::ranges::inplace_merge(m_rows, m_rows.begin() + middle, {}, idOf);
}

void FleetBuilder::merge(std::vector<Runner> runners, ServerTime readAt)
{
    std::vector<Entry> added;
    for (Runner &runner : runners) {
        if (Entry *known = find(runner.id))
            update(*known, std::move(runner), readAt);
        else
            added.push_back({makeRow(std::move(runner), readAt), m_walk});
    }
    insert(std::move(added));
    m_asOf = std::max(m_asOf, OptionalTime(readAt));
}

void FleetBuilder::endWalk()
{
    for (const Entry &entry : m_rows) {
        if (entry.walk != m_walk)
            m_removed.push_back(entry.row.runner->id);
    }
    std::erase_if(m_rows, [this](const Entry &entry) { return entry.walk != m_walk; });
    m_coverage.kind = Coverage::Kind::Whole;
}

void FleetBuilder::setExpected(std::optional<qint64> expected)
{
    m_coverage.expected = expected;
}

void FleetBuilder::setSource(const FleetSource &source)
{
    m_source = source;
}

FleetDelta FleetBuilder::takeDelta()
{
    sortUnique(m_added);
    sortUnique(m_changed);
    sortUnique(m_removed);
    FleetDelta delta;
    delta.changed = without(without(m_changed, m_added), m_removed);
    delta.added = without(m_added, m_removed);
    delta.removed = without(m_removed, m_added);
    m_added.clear();
    m_changed.clear();
    m_removed.clear();
    return delta;
}

FleetBuilder::Publication FleetBuilder::publish()
{
    FleetDelta delta = takeDelta();
    if (!delta.isEmpty())
        m_rowsRevision = newRowsRevision();
    Fleet fleet{m_rowsRevision, m_source, m_coverage, {}, m_asOf};
    fleet.rows.reserve(m_rows.size());
    for (const Entry &entry : m_rows)
        fleet.rows.push_back(entry.row);
    return {shareFleet(std::move(fleet)), std::move(delta)};
}

} // namespace Runnerscope
