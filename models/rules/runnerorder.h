// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <Qt>

#include <vector>

namespace Runnerscope {

enum class RunnerSortKey {
    Id,
    Status,
    Name,
    Owner,
    Type,
    Tags,
    Version,
    Managers,
    LastContact,
    Running,
    Jobs,
    CreatedBy,
    Created,
    Executor,
    Platform,
    Address,
    Protected,
    Locked,
    Untagged,
    Timeout,
    Projects,
    TokenExpiry,
    Note,
};

struct RunnerSort
{
    RunnerSortKey key = RunnerSortKey::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const RunnerSort &, const RunnerSort &) = default;
};

/// One number per row of a fleet that stands for the value to sort by; texts are compared only while these are made.
using SortRanks = std::vector<qint64>;

/// Ranks names as people count ("build-9" before "build-18") and versions as versions.
SortRanks sortRanks(const Fleet &fleet, RunnerSortKey key);

/// All rows (indexes into the fleet's rows) in order: those without a value (a nameless runner, one without a version)
/// last in both directions, equal ones by id. Takes time in proportion to the rows.
std::vector<quint32> sortedRows(const SortRanks &ranks, Qt::SortOrder order);

} // namespace Runnerscope
