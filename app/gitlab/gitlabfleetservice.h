// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/gitlab/connection.h"

#include <chrono>
#include <memory>

namespace Runnerscope {

/// A fleet that is read from a GitLab over HTTP, with one request in flight, and again on a timer.
class GitLabFleetService : public FleetService
{
    Q_OBJECT

public:
    /// What tests shorten.
    struct Rhythm
    {
        std::chrono::milliseconds refreshEvery{std::chrono::minutes(1)}; ///< from the end of a walk to the next
        std::chrono::milliseconds patience{
            std::chrono::seconds(40)}; ///< for one answer; GitLab itself gives up at 30 s
        std::chrono::milliseconds firstRetry{std::chrono::seconds(5)}; ///< doubles with each failure in a row, up to…
        std::chrono::milliseconds slowestRetry{std::chrono::minutes(10)};
        std::chrono::milliseconds publishEvery{250}; ///< at least, while a walk is under way
    };

    explicit GitLabFleetService(Connection connection, QObject *parent = nullptr);
    GitLabFleetService(Connection connection, Rhythm rhythm, QObject *parent = nullptr);
    ~GitLabFleetService() override;

protected:
    void doStart() override;
    void doRefresh() override;
    void doReadRunner(RunnerId id, RunnerPromise promise) override;

private:
    class Private;
    /// Made when it is first needed, on the thread that the service lives on by then.
    Private &inside();

    Connection m_connection;
    Rhythm m_rhythm;
    std::unique_ptr<Private> d;
};

} // namespace Runnerscope
