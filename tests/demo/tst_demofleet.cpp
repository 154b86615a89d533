// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"
#include "app/demo/demoversions.h"
#include "app/fleet/fleetbuilder.h"
#include "models/domain/version.h"
#include "models/rules/counts.h"
#include "models/rules/creator.h"
#include "models/rules/managers.h"
#include "tests/support/fleettext.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Runnerscope;
using Test::now;

namespace {

/// What GitLab would answer, in snapshots.
class Reader
{
public:
    FleetBuilder::Publication read(const DemoFleet &demo)
    {
        m_builder.beginWalk();
        m_builder.merge(demo.runners(), demo.now());
        m_builder.endWalk();
        return m_builder.publish();
    }

private:
    FleetBuilder m_builder{FleetSource()};
};

FleetPtr readOnce(const DemoFleet &demo)
{
    return Reader().read(demo).fleet;
}

bool isOrderedById(const std::vector<Runner> &runners)
{
    return std::ranges::adjacent_find(runners, [](const Runner &a, const Runner &b) { return a.id >= b.id; })
        == runners.end();
}

} // namespace

class TestDemoFleet : public QObject
{
    Q_OBJECT

private slots:
    void randomNumbersAreTheSameEverywhere()
    {
        DemoRandom random(1234567); // the vector that splitmix64 is published with
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
        for (int i = 0; i < 1000; ++i) {
            const int number = random.between(3, 7);
            QVERIFY(number >= 3 && number <= 7);
        }
        QCOMPARE(random.between(5, 2), 5);
    }

    void sameSeedAndStepsMakeTheSameFleet()
    {
        DemoFleet one(7, now);
        DemoFleet other(7, now);
        QVERIFY(one.runners() == other.runners());
        for (int i = 0; i < 300; ++i) {
            one.step();
            other.step();
        }
        QVERIFY(one.now() == other.now());
        QVERIFY(one.runners() == other.runners());
    }

    void seedsDiffer() { QVERIFY(DemoFleet(7, now).runners() != DemoFleet(8, now).runners()); }

    void startMovesEveryTime()
    {
        const auto later = std::chrono::hours(1000);
        const std::vector<Runner> one = DemoFleet(7, now).runners();
        const std::vector<Runner> other = DemoFleet(7, now + later).runners();
        QCOMPARE(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QVERIFY(*one[i].createdAt + later == *other[i].createdAt);
            QCOMPARE(one[i].description, other[i].description);
        }
    }

    void varietyIsThere_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1ULL, 2ULL, 2026ULL})
            QTest::addRow("seed %llu", seed) << seed;
    }

    void varietyIsThere()
    {
        QFETCH(quint64, seed);
        const FleetPtr fleet = readOnce(DemoFleet(seed, now));
        const FleetCounts counts = countRunners(*fleet);
        QCOMPARE(counts.total, 2400);
        QVERIFY(counts.of(RunnerStatus::Online) > 1000);
        QVERIFY(counts.of(RunnerStatus::Offline) > 100);
        QVERIFY(counts.of(RunnerStatus::Stale) > 200);
        QVERIFY(counts.of(RunnerStatus::NeverContacted) > 30);
        QVERIFY(counts.of(RunnerType::Instance) > 20);
        QVERIFY(counts.of(RunnerType::Group) > 300);
        QVERIFY(counts.of(RunnerType::Project) > 1000);
        QVERIFY(counts.paused > 50);
        QVERIFY(counts.running > 100);
        std::map<CreatorKind, int> kinds;
        std::set<UserState> states;
        for (const FleetRow &row : fleet->rows) {
            ++kinds[creatorKindOf(*row.runner)];
            if (row.runner->creator)
                states.insert(row.runner->creator->state);
        }
        QCOMPARE(kinds.size(), 5U);
        QVERIFY(std::ranges::all_of(kinds, [](const auto &kind) { return kind.second > 20; }));
        QCOMPARE(states.size(), 4U);
    }

    void everyReleaseLineRuns_data() { varietyIsThere_data(); }

    void everyReleaseLineRuns()
    {
        QFETCH(quint64, seed);
        std::set<std::pair<int, int>> lines;
        int unusual = 0;
        int unknown = 0;
        const DemoFleet demo(seed, now);
        for (const Runner &runner : demo.runners()) {
            for (const RunnerManager &manager : runner.managers) {
                const auto version = Version::parse(manager.version);
                if (version && version->suffix.isEmpty())
                    lines.insert({version->majorNumber, version->minorNumber});
                else
                    ++(manager.version.isEmpty() ? unknown : unusual);
                QCOMPARE(manager.revision.isEmpty(), manager.version.isEmpty());
            }
        }
        QCOMPARE(lines.size(), std::size_t(demoReleaseLines));
        QCOMPARE(*lines.begin(), std::make_pair(14, 3));
        QCOMPARE(*lines.rbegin(), std::make_pair(19, 3));
        QVERIFY(unusual > 5);
        QVERIFY(unknown > 0);
    }

    void runnersAreSuchAsGitLabHasThem_data() { varietyIsThere_data(); }

    void runnersAreSuchAsGitLabHasThem()
    {
        QFETCH(quint64, seed);
        const DemoFleet demo(seed, now);
        const std::vector<Runner> runners = demo.runners();
        QVERIFY(isOrderedById(runners));
        QSet<qint64> managers;
        for (const Runner &runner : runners) {
            QVERIFY(*runner.createdAt <= now);
            QVERIFY(!runner.contactedAt || (*runner.contactedAt >= *runner.createdAt && *runner.contactedAt <= now));
            QVERIFY(runner.runUntagged || !runner.tags.isEmpty());
            QVERIFY(!runner.locked || runner.type == RunnerType::Project);
            QVERIFY(runner.projectCount.has_value() == (runner.type == RunnerType::Project));
            QVERIFY(runner.type != RunnerType::Instance || !runner.owner);
            QVERIFY(*runner.jobCount >= 0 && *runner.jobCount <= Runner::jobCountCap);
            QVERIFY(runner.contactedAt || runner.managers.empty());
            for (const RunnerManager &manager : runner.managers) {
                QVERIFY(*manager.createdAt >= *runner.createdAt && *manager.contactedAt >= *manager.createdAt);
                QVERIFY(!managers.contains(manager.number));
                managers.insert(manager.number);
            }
        }
    }

    void poolsAreListedInPartAndReadWhole()
    {
        const DemoFleet demo(2026, now);
        const std::vector<Runner> runners = demo.runners();
        const auto largest = std::ranges::max_element(runners, {}, &Runner::managerCount);
        QCOMPARE(largest->managerCount, 240);
        QCOMPARE(largest->managers.size(), 10U);
        const auto details = demo.details(largest->id);
        QVERIFY(details);
        QCOMPARE(details->runner.managers.size(), 240U);
        QVERIFY(details->runner.managersComplete());
        const int online = managersOnline(details->runner, now);
        QVERIFY(online > 10 && online < 200);
        QVERIFY(std::ranges::is_sorted(details->runner.managers, std::greater(), &RunnerManager::number));
    }

    void ownersFormATree()
    {
        const DemoFleet demo(2026, now);
        QSet<QString> paths;
        qsizetype deepest = 0;
        for (const Runner &runner : demo.runners()) {
            if (!runner.owner)
                continue;
            paths.insert(runner.owner->fullPath);
            deepest = std::max(deepest, runner.owner->fullPath.count(u'/') + 1);
            const auto chain = demo.details(runner.id)->ownerChain;
            QCOMPARE(chain.back().fullPath, runner.owner->fullPath);
            QCOMPARE(static_cast<qsizetype>(chain.size()), runner.owner->fullPath.count(u'/') + 1);
        }
        QVERIFY(paths.size() > 250);
        QVERIFY(deepest >= 8);
    }

    void ageAloneIsNoDifference()
    {
        const DemoFleet demo(2026, now);
        Reader reader;
        QCOMPARE(reader.read(demo).delta.added.size(), 2400U);
        QVERIFY(reader.read(demo).delta.isEmpty());
    }

    void stepsChangeAFewRunners()
    {
        DemoFleet demo(2026, now);
        Reader reader;
        reader.read(demo);
        for (int i = 0; i < 200; ++i) {
            demo.step();
            const FleetDelta delta = reader.read(demo).delta;
            QVERIFY(!delta.changed.empty() && delta.changed.size() < 120);
            QVERIFY(delta.added.size() <= 1 && delta.removed.size() <= 1);
        }
        QVERIFY(demo.now() == now + 200 * DemoFleet::stepLength);
    }

    void fleetStaysAliveForHours()
    {
        DemoFleet demo(2026, now);
        for (int i = 0; i < 2000; ++i)
            demo.step();
        const std::vector<Runner> runners = demo.runners();
        QVERIFY(isOrderedById(runners));
        const FleetCounts counts = countRunners(*readOnce(demo));
        QVERIFY(counts.total > 2300 && counts.total < 2600);
        QVERIFY(counts.of(RunnerStatus::Online) > 1200);
        QVERIFY(counts.of(RunnerStatus::Offline) > 100);
        QVERIFY(counts.running > 200 && counts.running < 900);
        QVERIFY(counts.paused > 50 && counts.paused < 400);
    }

    void unknownRunnersHaveNoDetails()
    {
        const DemoFleet demo(2026, now);
        QVERIFY(!demo.details({InstanceId{}, 1}));
        QVERIFY(!demo.details({InstanceId{9}, demo.runners().front().id.number}));
    }
};

QTEST_GUILESS_MAIN(TestDemoFleet)
#include "tst_demofleet.moc"
