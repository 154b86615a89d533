// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/fleetreading.h"
#include "models/domain/joblist.h"

namespace Runnerscope::Cli {

/// Reads the jobs that wait and run once, and on request the whole fleet beside them.
class JobsReading : public QObject
{
    Q_OBJECT

public:
    JobsReading(FleetService &service, bool withFleet);

    void start();

    /// What was read, to be asked for when the reading has finished; null when that is nothing.
    const JobListPtr &jobs() const { return m_jobs; }
    /// Empty where it was not asked for.
    FleetPtr fleet() const;
    /// Who this user is, when the server has said so.
    const std::optional<Access> &access() const { return m_fleet.access(); }
    /// Why the jobs, or with the fleet the runners, could not be read.
    const std::optional<FetchError> &error() const { return m_error; }
    /// Why the fleet is not whole.
    const std::optional<FetchError> &fleetError() const { return m_fleet.error(); }

signals:
    void progressChanged(const Runnerscope::FleetProgress &progress);
    /// Once: nothing more is read.
    void finished();

private:
    void takeFleet();
    void finishWhenComplete();
    void finish();

    FleetService &m_service;
    FleetReading m_fleet;
    bool m_withFleet;
    JobListPtr m_jobs;
    std::optional<FetchError> m_error;
    bool m_fleetRead = false;
    bool m_finished = false;
};

} // namespace Runnerscope::Cli
