// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/runnerhistory.h"
#include "models/domain/fleet.h"

#include <span>
#include <vector>

namespace Runnerscope {

/// Records what distinguishes rows from those that were kept before, within a transaction of its caller.
///
/// A first sight writes one short row for each runner and manager. Later on only differences cost anything: a value
/// that has been replaced, or the last state of what is gone. Nothing is ever taken away: a value takes some 60 bytes,
/// a runner that is gone some 300.
class HistoryRecorder
{
public:
    explicit HistoryRecorder(Database &database);

    /// Both ascend by id and speak for the same runners. Whether all was written.
    bool record(std::span<const FleetRow> before, std::span<const FleetRow> after);

private:
    struct Subject
    {
        qint64 runner;
        qint64 manager; ///< 0: the runner itself
    };
    /// The two sights between which something changed.
    struct Step
    {
        ServerTime before;
        ServerTime after;
    };

    bool appeared(const FleetRow &row);
    bool disappeared(const FleetRow &row);
    bool changed(const FleetRow &before, const FleetRow &after);
    bool managersChanged(const FleetRow &before, const FleetRow &after);
    bool closeMissingManagers(const FleetRow &before, const Runner &now);

    bool open(Subject subject, ServerTime at);
    bool close(Subject subject, ServerTime last, const QByteArray &state);
    bool replaced(Subject subject, HistoryField field, const QString &value, Step step);

    Database &m_database;
    QSqlQuery m_open;
    QSqlQuery m_past;
    QSqlQuery m_close;
    QSqlQuery m_former;
};

} // namespace Runnerscope
