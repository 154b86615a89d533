// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobsreading.h"

#include <utility>

namespace Runnerscope::Cli {

JobsReading::JobsReading(FleetService &service, bool withFleet) :
    m_service(service),
    m_fleet(service),
    m_withFleet(withFleet)
{
    connect(&service, &FleetService::jobsChanged, this, [this](const JobListPtr &jobs) {
        if (!m_finished && jobs)
            m_jobs = jobs;
        finishWhenComplete();
    });
    connect(&service, &FleetService::jobsFailed, this, [this](const FetchError &error) {
        if (!m_jobs && !m_finished) {
            m_error = error;
            finish();
        }
    });
    connect(&m_fleet, &FleetReading::progressChanged, this, &JobsReading::progressChanged);
    connect(&m_fleet, &FleetReading::finished, this, &JobsReading::takeFleet);
}

void JobsReading::start()
{
    m_service.setJobsWatched(true);
    m_fleet.start();
}

FleetPtr JobsReading::fleet() const
{
    return m_withFleet && m_fleet.fleet() ? m_fleet.fleet() : std::make_shared<const Fleet>();
}

void JobsReading::takeFleet()
{
    m_fleetRead = true;
    if (m_fleet.error() && !m_jobs && !m_finished) { // most likely the same keeps the jobs away
        m_error = m_fleet.error();
        finish();
    } else if (!m_jobs && m_fleet.access() && m_fleet.access()->role == Role::Unknown) {
        finish(); // whom nobody knows is shown no jobs
    }
    finishWhenComplete();
}

void JobsReading::finishWhenComplete()
{
    if (m_jobs && (m_fleetRead || !m_withFleet))
        finish();
}

void JobsReading::finish()
{
    if (!std::exchange(m_finished, true))
        emit finished();
}

} // namespace Runnerscope::Cli
