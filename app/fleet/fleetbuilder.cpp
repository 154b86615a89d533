// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetbuilder.h"

#include "models/rules/managers.h"
#include "models/rules/status.h"

#include <algorithm>
#include <array>
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

void FleetBuilder::seed(const Fleet &kept)
{
    m_source = kept.source;
    m_coverage = kept.coverage;
    m_asOf = kept.asOf;
    m_rows.clear();
    m_rows.reserve(kept.rows.size());
    for (const FleetRow &row : kept.rows) {
        m_rows.push_back({row, 0});
        m_added.push_back(row.runner->id);
    }
}

std::optional<std::size_t> FleetBuilder::indexOf(RunnerId id) const
{
    const auto found =
        std::ranges::lower_bound(m_rows, id, {}, [](const Entry &entry) { return entry.row.runner->id; });
    if (found == m_rows.end() || found->row.runner->id != id)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_rows.begin());
}

FleetBuilder::Entry *FleetBuilder::entryOf(RunnerId id)
{
    const auto index = indexOf(id);
    return index ? &m_rows[*index] : nullptr;
}

RunnerPtr FleetBuilder::find(RunnerId id) const
{
    const auto index = indexOf(id);
    return index ? m_rows[*index].row.runner : nullptr;
}

bool FleetBuilder::hasSeen(RunnerId id) const
{
    const auto index = indexOf(id);
    return index && m_rows[*index].walk == m_walk;
}

void FleetBuilder::forEach(const std::function<void(const Runner &)> &visit) const
{
    for (const Entry &entry : m_rows)
        visit(*entry.row.runner);
}

void FleetBuilder::replace(Entry &entry, Runner &&runner, ServerTime readAt)
{
    const RunnerStatus statusBefore = entry.row.status;
    const bool sameFields = *entry.row.runner == runner;
    if (sameFields) {
        entry.row.readAt = readAt;
        entry.row.status = statusOf(*entry.row.runner, readAt);
        entry.row.kept = false;
    } else {
        entry.row = makeRow(std::move(runner), readAt);
    }
    if (!sameFields || entry.row.status != statusBefore)
        m_changed.push_back(entry.row.runner->id);
}

void FleetBuilder::update(Entry &entry, Runner &&runner, ServerTime readAt)
{
    keepOlderManagers(runner, *entry.row.runner);
    replace(entry, std::move(runner), readAt);
    if (std::exchange(entry.walk, m_walk) != m_walk)
        ++m_seen;
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
        if (Entry *known = entryOf(runner.id))
            update(*known, std::move(runner), readAt);
        else
            added.push_back({makeRow(std::move(runner), readAt), m_walk});
    }
    insert(std::move(added));
    m_asOf = std::max(m_asOf, OptionalTime(readAt));
}

void FleetBuilder::mergePulses(const std::vector<RunnerPulse> &pulses, ServerTime readAt)
{
    for (const RunnerPulse &pulse : pulses) {
        Entry *known = entryOf(pulse.id);
        if (!known)
            continue;
        Runner runner = *known->row.runner;
        runner.contactedAt = pulse.contactedAt;
        runner.jobExecution = pulse.jobExecution;
        runner.paused = pulse.paused;
        replace(*known, std::move(runner), readAt);
    }
    m_asOf = std::max(m_asOf, OptionalTime(readAt));
}

void FleetBuilder::mergeManagers(RunnerId id, std::vector<RunnerManager> managers, int managerCount)
{
    Entry *known = entryOf(id);
    if (!known)
        return;
    Runner runner = *known->row.runner;
    runner.managers = std::move(managers);
    runner.managerCount = managerCount;
    const bool kept = known->row.kept;
    replace(*known, std::move(runner), known->row.readAt);
    known->row.kept = kept;
}

std::vector<RunnerId> FleetBuilder::unseen() const
{
    std::vector<RunnerId> ids;
    for (const Entry &entry : m_rows) {
        if (entry.walk != m_walk)
            ids.push_back(entry.row.runner->id);
    }
    return ids;
}

std::vector<RunnerId> FleetBuilder::unseenSince(ServerTime time) const
{
    std::vector<RunnerId> ids;
    for (const Entry &entry : m_rows) {
        if (entry.walk != m_walk && entry.row.readAt < time)
            ids.push_back(entry.row.runner->id);
    }
    return ids;
}

std::vector<RunnerId> FleetBuilder::someSeen() const
{
    std::array<std::optional<RunnerId>, runnerTypeCount> perType;
    for (const Entry &entry : m_rows) {
        if (entry.walk == m_walk)
            perType[static_cast<std::size_t>(entry.row.runner->type)] = entry.row.runner->id;
    }
    std::vector<RunnerId> ids;
    for (const auto &id : perType) {
        if (id)
            ids.push_back(*id);
    }
    return ids;
}

void FleetBuilder::remove(const std::vector<RunnerId> &gone)
{
    std::vector<RunnerId> ids = gone;
    sortUnique(ids);
    std::erase_if(m_rows, [&](const Entry &entry) {
        const bool isGone = std::ranges::binary_search(ids, entry.row.runner->id);
        if (isGone)
            m_removed.push_back(entry.row.runner->id);
        return isGone;
    });
}

void FleetBuilder::clear()
{
    beginWalk();
    endWalk();
    m_coverage = {};
    m_asOf.reset();
}

void FleetBuilder::endWalk()
{
    remove(unseen());
    m_coverage.kind = Coverage::Kind::Whole;
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
