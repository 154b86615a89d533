// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/gitlabfleetservice.h"
#include "tests/support/simulator.h"

#include <QSignalSpy>

#include <set>

namespace Runnerscope::Test {

/// Fast retries, no refresh by itself: a test asks for it.
Rhythm calmRhythm();

/// As the administrator, unless another token is named.
Connection connectionTo(const Simulator &simulator, const QByteArray &token = {});

/// A service and all it has said.
struct WatchedService
{
    explicit WatchedService(const Connection &connection, Rhythm rhythm = calmRhythm(),
        GitLabFleetService::MakeArchive makeArchive = nullptr);
    Q_DISABLE_COPY_MOVE(WatchedService)

    FetchError error() const { return failed.last().at(0).value<FetchError>(); }
    FleetProgress::Phase phase() const { return progress.last().at(0).value<FleetProgress>().phase; }
    std::size_t rows() const { return fleet ? fleet->rows.size() : 0; }
    /// Whether the snapshot holds exactly what the differences told so far lead to.
    bool deltasAddUp() const;

    GitLabFleetService service;
    QSignalSpy failed;
    QSignalSpy finished;
    QSignalSpy progress;
    QSignalSpy troubled;
    FleetPtr fleet;
    FleetDelta delta;
    std::set<RunnerId> byDeltas; ///< who must be there, by the differences
    std::set<RunnerId> removed; ///< who was ever taken out
    int snapshots = 0;

private:
    void take(const FleetPtr &next, const FleetDelta &difference);
};

} // namespace Runnerscope::Test
