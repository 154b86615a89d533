// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"
#include "tests/support/fleettext.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Runnerscope;
using Test::keepNow;
using Test::timeOf;

Q_DECLARE_METATYPE(Runnerscope::HistoryField)

namespace {

constexpr RunnerId id{Test::instance, 1};

/// Runner 1 as of \a minute, changed by \a change; or no runner at all.
Fleet fleetAt(int minute, const std::function<void(Runner &)> &change = {})
{
    Fleet fleet;
    fleet.coverage.kind = Coverage::Kind::Whole;
    fleet.asOf = timeOf(minute);
    Runner made = Test::runner(u"1 build contact=3h group=acme tags=b,a version=18.1.0");
    made.id.instance = Test::instance;
    if (change)
        change(made);
    fleet.rows.push_back({std::make_shared<const Runner>(made), timeOf(minute), RunnerStatus::Offline});
    return fleet;
}

Fleet emptyFleet(int minute)
{
    Fleet fleet = fleetAt(minute);
    fleet.rows.clear();
    return fleet;
}

const FormerValue *find(const RunnerHistory &history, HistoryField field)
{
    const auto found = std::ranges::find(history.formerValues, field, &FormerValue::field);
    return found == history.formerValues.end() ? nullptr : &*found;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<FleetStore>(m_folder->filePath(QStringLiteral("f")), Test::instance);
    }
    void cleanup() { m_store.reset(); }

    void firstSightIsOneSightingEach()
    {
        keepNow(*m_store, fleetAt(0));
        const RunnerHistory history = m_store->history(id);
        QVERIFY(history.formerValues.empty());
        QCOMPARE(history.sightings.size(), std::size_t(2)); // the runner and its manager
        QVERIFY(history.sightings.front().firstSeen == timeOf(0));
        QVERIFY(!history.sightings.front().lastSeen);
    }

    void everyFieldIsFollowed_data()
    {
        QTest::addColumn<HistoryField>("field");
        QTest::addColumn<std::function<void(Runner &)>>("change");
        QTest::addColumn<QString>("before");
        const auto row = [](const char *name, HistoryField field, const char *before,
                             std::function<void(Runner &)> change) {
            QTest::newRow(name) << field << change << QString::fromLatin1(before);
        };
        const auto text = QStringLiteral("other");
        row("description", HistoryField::Description, "build", [=](Runner &r) { r.description = text; });
        row("tags", HistoryField::Tags, "a,b", [=](Runner &r) { r.tags.append(text); });
        row("paused", HistoryField::Paused, "0", [](Runner &r) { r.paused = true; });
        row("type", HistoryField::Type, "2", [](Runner &r) { r.type = RunnerType::Project; });
        row("owner", HistoryField::Owner, "acme", [](Runner &r) { r.owner = nullptr; });
        row("locked", HistoryField::Locked, "0", [](Runner &r) { r.locked = true; });
        row("protected", HistoryField::Protected, "0", [](Runner &r) { r.accessLevel = AccessLevel::RefProtected; });
        row("untagged", HistoryField::RunUntagged, "0", [](Runner &r) { r.runUntagged = true; });
        row("timeout", HistoryField::MaximumTimeout, "", [](Runner &r) { r.maximumTimeout = 600; });
        row("system id", HistoryField::SystemId, "s_100", [=](Runner &r) { r.managers[0].systemId = text; });
        row("version", HistoryField::Version, "18.1.0", [=](Runner &r) { r.managers[0].version = text; });
        row("revision", HistoryField::Revision, "", [=](Runner &r) { r.managers[0].revision = text; });
        row("platform", HistoryField::Platform, "", [=](Runner &r) { r.managers[0].platform = text; });
        row("architecture", HistoryField::Architecture, "", [=](Runner &r) { r.managers[0].architecture = text; });
        row("executor", HistoryField::Executor, "", [=](Runner &r) { r.managers[0].executor = text; });
        row("address", HistoryField::IpAddress, "", [=](Runner &r) { r.managers[0].ipAddress = text; });
    }

    void everyFieldIsFollowed()
    {
        QFETCH(const HistoryField, field);
        QFETCH(const std::function<void(Runner &)>, change);
        QFETCH(const QString, before);
        keepNow(*m_store, fleetAt(0));
        keepNow(*m_store, fleetAt(1, change));
        const RunnerHistory history = m_store->history(id);
        QCOMPARE(history.formerValues.size(), std::size_t(1));
        const FormerValue expected{
            field >= HistoryField::SystemId ? 100 : 0, field, before, timeOf(0), timeOf(0), timeOf(1)};
        QVERIFY(history.formerValues.front() == expected);
    }

    void statusIsFollowedThoughTheRunnerIsTheSame()
    {
        Fleet fleet = fleetAt(0);
        keepNow(*m_store, fleet);
        fleet.rows[0].readAt = timeOf(1);
        fleet.rows[0].status = RunnerStatus::Stale;
        keepNow(*m_store, fleet);
        const RunnerHistory history = m_store->history(id);
        const FormerValue *status = find(history, HistoryField::Status);
        QVERIFY(status);
        QCOMPARE(status->value.toInt(), static_cast<int>(RunnerStatus::Offline));
    }

    void eachValueBeginsWhereTheOneBeforeEnds()
    {
        for (int minute = 0; minute < 4; ++minute)
            keepNow(*m_store, fleetAt(minute, [minute](Runner &r) { r.description = QString::number(minute); }));
        const RunnerHistory history = m_store->history(id);
        QCOMPARE(history.formerValues.size(), std::size_t(3));
        QCOMPARE(history.formerValues.front().value, QStringLiteral("2")); // the newest first
        QVERIFY(history.formerValues.front().firstSeen == timeOf(2));
        QVERIFY(history.formerValues.front().nextSeen == timeOf(3));
        QVERIFY(history.formerValues.back().firstSeen == timeOf(0));
    }

    void deletedRunnersAreRemembered()
    {
        keepNow(*m_store, fleetAt(0));
        keepNow(*m_store, emptyFleet(1));
        const RunnerHistory history = m_store->history(id);
        QCOMPARE(history.sightings.size(), std::size_t(2));
        for (const Sighting &sighting : history.sightings)
            QVERIFY(sighting.lastSeen == timeOf(0));
        QVERIFY(*history.sightings.front().runner == *fleetAt(0).rows[0].runner);
        QCOMPARE(history.sightings.back().host->version, QStringLiteral("18.1.0"));
    }

    void whatReturnsIsSeenAgain()
    {
        keepNow(*m_store, fleetAt(0));
        keepNow(*m_store, emptyFleet(1));
        keepNow(*m_store, fleetAt(2));
        keepNow(*m_store, fleetAt(3, [](Runner &r) { r.paused = true; }));
        const RunnerHistory history = m_store->history(id);
        QCOMPARE(history.sightings.size(), std::size_t(4));
        QVERIFY(!history.sightings.front().lastSeen);
        QVERIFY(history.sightings.front().firstSeen == timeOf(2));
        QVERIFY(find(history, HistoryField::Paused)->firstSeen == timeOf(2));
    }

    void managersComeAndGo()
    {
        keepNow(*m_store, fleetAt(0));
        keepNow(*m_store, fleetAt(1, [](Runner &r) { r.managers[0].number = 200; }));
        const RunnerHistory history = m_store->history(id);
        QVERIFY(history.formerValues.empty());
        QCOMPARE(history.sightings.size(), std::size_t(3));
        QCOMPARE(history.sightings[1].manager, qint64(200));
        QCOMPARE(history.sightings[2].manager, qint64(100));
        QVERIFY(history.sightings[2].lastSeen == timeOf(0));
    }

    /// A list of managers that is cut shows some of them only: the others are not gone.
    void managersOfACutListAreNotGone()
    {
        keepNow(*m_store, fleetAt(0, [](Runner &r) { r.managerCount = 2; }));
        keepNow(*m_store, fleetAt(1, [](Runner &r) {
            r.managers[0].number = 200;
            r.managerCount = 2;
        }));
        QCOMPARE(m_store->history(id).sightings.size(), std::size_t(3));
        for (const Sighting &sighting : m_store->history(id).sightings)
            QVERIFY(!sighting.lastSeen);
        keepNow(*m_store, fleetAt(2, [](Runner &r) { r.managers[0].number = 200; })); // complete now
        QVERIFY(m_store->history(id).sightings.back().lastSeen);
    }

    void historySurvivesTheRun()
    {
        keepNow(*m_store, fleetAt(0));
        m_store = nullptr;
        m_store = std::make_unique<FleetStore>(m_folder->filePath(QStringLiteral("f")), Test::instance);
        keepNow(*m_store, fleetAt(1, [](Runner &r) { r.paused = true; }));
        QCOMPARE(m_store->history(id).formerValues.size(), std::size_t(1));
    }

    void unknownRunnersHaveNone()
    {
        keepNow(*m_store, fleetAt(0));
        const RunnerHistory history = m_store->history({Test::instance, 999});
        QVERIFY(history.formerValues.empty() && history.sightings.empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetStore> m_store;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
