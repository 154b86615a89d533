// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gitlab/watchedservice.h"

#include <algorithm>
#include <utility>

namespace Runnerscope::Test {

using namespace std::chrono_literals;

Rhythm calmRhythm()
{
    return {.pulsesEvery = 24h,
        .jobsEvery = 24h,
        .newsEvery = 24h,
        .walkEvery = 24h,
        .patience = 5s,
        .firstRetry = 20ms,
        .slowestRetry = 50ms,
        .publishEvery = 0ms,
        .readBackRequests = 0};
}

Connection connectionTo(const Simulator &simulator, const QByteArray &token)
{
    return {std::get<ServerAddress>(ServerAddress::parse(simulator.url())),
        Secret(token.isEmpty() ? simulator.token() : token)};
}

WatchedService::WatchedService(
    const Connection &connection, Rhythm rhythm, GitLabFleetService::MakeArchive makeArchive) :
    service(connection, rhythm, std::move(makeArchive)),
    failed(&service, &FleetService::failed),
    finished(&service, &FleetService::walkFinished),
    progress(&service, &FleetService::progressChanged),
    troubled(&service, &FleetService::storeTroubled)
{
    QObject::connect(&service, &FleetService::snapshotChanged, &service,
        [this](const FleetPtr &next, const FleetDelta &difference) { take(next, difference); });
}

void WatchedService::take(const FleetPtr &next, const FleetDelta &difference)
{
    fleet = next;
    delta = difference;
    ++snapshots;
    byDeltas.insert(difference.added.begin(), difference.added.end());
    for (const RunnerId id : difference.removed) {
        byDeltas.erase(id);
        removed.insert(id);
    }
}

bool WatchedService::deltasAddUp() const
{
    return std::ranges::equal(fleet->rows, byDeltas, {}, [](const FleetRow &row) { return row.runner->id; });
}

} // namespace Runnerscope::Test
