// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Runnerscope {

/// Columns of RunnerTableModel. New ones go to the end: header states are saved by number.
enum class RunnerColumn {
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
    Id,
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
    Check, ///< whether the runner is in the selection of the model; no text
    Count,
};

/// Columns of ManagerTableModel.
enum class ManagerColumn { Status, SystemId, Version, Platform, Executor, IpAddress, LastContact, KnownSince, Count };

/// Against a fact of the server; see RunnerManager.
constexpr bool isSaidByRunner(ManagerColumn column)
{
    return column >= ManagerColumn::SystemId && column <= ManagerColumn::Executor;
}

/// Columns of HostTableModel.
enum class HostColumn {
    Status,
    SystemId,
    Address,
    Version,
    Platform,
    Executor,
    LastContact,
    KnownSince,
    Runner,
    Owner,
    Managers, ///< how many a row stands for; only while hosts are grouped
    Runners, ///< likewise
    Count,
};

/// Columns of TagTableModel.
enum class TagColumn { Tag, Runners, Online, Ready, Stale, Similar, Count };

/// Columns of JobTableModel.
enum class JobColumn {
    Status,
    Name,
    Project,
    Tags,
    Waiting,
    Running,
    Why,
    Runner,
    Stage,
    StartedBy,
    Ref,
    Group, ///< of the project
    Host, ///< on which the job runs
    Queued,
    Check, ///< whether the job is in the selection of the model; no text
    Count,
};

/// Columns of CancelTableModel.
enum class CancelColumn { Name, Project, Result, State, StartedBy, Count };

/// Columns of WaitTableModel.
enum class WaitColumn { Name, Jobs, P50, P90, P95, P99, Longest, Count };

/// Columns of HostRecordModel.
enum class HostRecordColumn { Host, Failed, ByRunner, Waited, Ran, Count };

/// Columns of JobRunModel.
enum class JobRunColumn { Job, Status, Started, Count };

/// Columns of PlaceTreeModel.
enum class PlaceColumn { Name, Runners, Own, Online, Offline, Stale, NeverContacted, Paused, Count };

/// What views ask models for beyond Qt's own roles. Each says the type of its QVariant.
enum ItemRole {
    RunnerIdRole = Qt::UserRole + 1, ///< RunnerId
    StatusRole, ///< int, a RunnerStatus; only in status columns
    PausedRole, ///< bool; only in status columns
    TagsRole, ///< QStringList; only in tag columns
    CheckedRole, ///< bool: the row is selected, in every column
    MutedRole, ///< bool: the text stands for a value that is missing or of little weight
    FilterRole, ///< QString: what finds the runners of the row, in the filter language; empty: nothing does
    ElideModeRole, ///< int, a Qt::TextElideMode
};

} // namespace Runnerscope
