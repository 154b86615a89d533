// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"

#include "models/rules/status.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <algorithm>

namespace Runnerscope::Test {

namespace {

bool changesWithEach(qint64 number)
{
    return number % 4 == 0;
}

Runner numberedRunner(qint64 number, int generation)
{
    const int seen = changesWithEach(number) ? generation : 0;
    Runner made = runner(QStringLiteral("%1 r%1-%2 contact=3h group=acme/team%3 tags=linux,t%3 version=18.%2.0 by=anna")
                             .arg(number)
                             .arg(seen)
                             .arg(number % 50));
    made.id.instance = instance;
    return made;
}

} // namespace

ServerTime timeOf(int number)
{
    return now + std::chrono::minutes(number);
}

Fleet numberedFleet(int size, int generation, const Fleet *before)
{
    Fleet fleet;
    fleet.source.instance = instance;
    fleet.source.label = QStringLiteral("git.example.com");
    fleet.coverage = {Coverage::Kind::Whole, size};
    fleet.asOf = timeOf(generation);
    for (int i = 0; i < size; ++i) {
        const qint64 number = 10 + 3 * i;
        const FleetRow *known = before ? before->find({instance, number}) : nullptr;
        auto runner = known && !changesWithEach(number)
            ? known->runner
            : std::make_shared<const Runner>(numberedRunner(number, generation));
        const RunnerStatus status = statusOf(*runner, timeOf(generation));
        fleet.rows.push_back({std::move(runner), timeOf(generation), status});
    }
    return fleet;
}

QString whatIsWrong(const FleetRow &row)
{
    const qint64 generation = (row.readAt - now) / std::chrono::minutes(1);
    if (generation < 0 || row.readAt != timeOf(static_cast<int>(generation)))
        return QStringLiteral("read at a time when nothing was");
    if (*row.runner != numberedRunner(row.runner->id.number, static_cast<int>(generation)))
        return QStringLiteral("%1 is not what was read then").arg(row.runner->description);
    return {};
}

void keepNow(FleetStore &store, const Fleet &fleet)
{
    store.keep(shareFleet(fleet));
    QTRY_VERIFY_WITH_TIMEOUT(!store.isKeeping(), 30000);
}

bool sameRows(const Fleet &a, const Fleet &b)
{
    return std::ranges::equal(a.rows, b.rows, [](const FleetRow &x, const FleetRow &y) {
        return x.readAt == y.readAt && x.status == y.status && *x.runner == *y.runner;
    });
}

Troubles::Troubles(FleetArchive &archive)
{
    archive.setTroubleListener([this](const StoreTrouble &trouble) { all.push_back(trouble); });
}

int Troubles::count(StoreTrouble::Kind kind) const
{
    return static_cast<int>(std::ranges::count(all, kind, &StoreTrouble::kind));
}

} // namespace Runnerscope::Test
