// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetbuilder.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

std::vector<Runner> runners(QStringView text)
{
    std::vector<Runner> result;
    for (const QStringView line : text.split(u'\n', Qt::SkipEmptyParts))
        result.push_back(Test::runner(line));
    return result;
}

QList<qint64> numbers(const std::vector<RunnerId> &ids)
{
    QList<qint64> result;
    for (const RunnerId &id : ids)
        result.append(id.number);
    return result;
}

QList<qint64> numbers(const Fleet &fleet)
{
    QList<qint64> result;
    for (const FleetRow &row : fleet.rows)
        result.append(row.runner->id.number);
    return result;
}

} // namespace

class TestFleetBuilder : public QObject
{
    Q_OBJECT

private slots:
    void pagesInAnyOrderBecomeOneFleetById()
    {
        FleetBuilder builder({});
        builder.beginWalk();
        builder.merge(runners(u"7 a\n3 b"), Test::now);
        builder.merge(runners(u"9 c\n5 d\n3 b"), Test::now); // 3 once more, as pages may overlap
        const auto [fleet, delta] = builder.publish();
        QCOMPARE(numbers(*fleet), (QList<qint64>{3, 5, 7, 9}));
        QCOMPARE(numbers(delta.added), (QList<qint64>{3, 5, 7, 9}));
        QVERIFY(delta.changed.empty() && delta.removed.empty());
        QCOMPARE(fleet->coverage.kind, Coverage::Kind::Partial);
    }

    void unchangedRowsAreSharedAndSilent()
    {
        FleetBuilder builder({});
        builder.beginWalk();
        builder.merge(runners(u"1 a contact=1m\n2 b contact=1m"), Test::now);
        builder.endWalk();
        const auto first = builder.publish();
        builder.beginWalk();
        builder.merge(runners(u"1 a contact=1m\n2 b contact=1m"), Test::now + std::chrono::minutes(1));
        builder.endWalk();
        const auto second = builder.publish();
        QVERIFY(second.delta.isEmpty());
        QCOMPARE(second.fleet->rows[0].runner.get(), first.fleet->rows[0].runner.get());
        QCOMPARE(second.fleet->rows[0].readAt, Test::now + std::chrono::minutes(1));
        QCOMPARE(first.fleet->rows[0].readAt, Test::now); // a snapshot never changes
    }

    void changesAreNamed()
    {
        FleetBuilder builder({});
        builder.beginWalk();
        builder.merge(runners(u"1 a\n2 b\n3 c"), Test::now);
        builder.endWalk();
        builder.publish();
        builder.beginWalk();
        builder.merge(runners(u"1 a\n2 renamed\n4 new"), Test::now);
        builder.endWalk();
        const auto [fleet, delta] = builder.publish();
        QCOMPARE(numbers(delta.changed), QList<qint64>{2});
        QCOMPARE(numbers(delta.added), QList<qint64>{4});
        QCOMPARE(numbers(delta.removed), QList<qint64>{3});
        QCOMPARE(numbers(*fleet), (QList<qint64>{1, 2, 4}));
    }

    void timeAloneChangesAStatus()
    {
        FleetBuilder builder({});
        builder.beginWalk();
        builder.merge(runners(u"1 a contact=1h"), Test::now);
        builder.publish();
        builder.merge(runners(u"1 a contact=1h"), Test::now + std::chrono::hours(2));
        const auto [fleet, delta] = builder.publish();
        QCOMPARE(numbers(delta.changed), QList<qint64>{1});
        QCOMPARE(fleet->rows[0].status, RunnerStatus::Offline);
    }

    void unfinishedWalkRemovesNothing()
    {
        FleetBuilder builder({});
        builder.beginWalk();
        builder.merge(runners(u"1 a\n2 b"), Test::now);
        builder.endWalk();
        builder.publish();
        builder.beginWalk();
        builder.merge(runners(u"1 a"), Test::now);
        const auto [fleet, delta] = builder.publish();
        QVERIFY(delta.isEmpty());
        QCOMPARE(numbers(*fleet), (QList<qint64>{1, 2}));
        QCOMPARE(fleet->coverage.kind, Coverage::Kind::Whole);
    }

    void whatIsOnlyKeptIsMarkedUntilItIsRead()
    {
        Fleet kept = Test::fleet(u"1 a\n2 b\n3 c");
        for (FleetRow &row : kept.rows)
            row.kept = true;
        FleetBuilder builder({});
        builder.seed(kept);
        builder.beginWalk();
        builder.merge(runners(u"1 a\n2 new\n4 d"), Test::now);
        builder.mergeManagers(kept.rows[2].runner->id, {}, 0); // its other fields are as old as before
        const auto [fleet, delta] = builder.publish();
        QList<qint64> marked;
        for (const FleetRow &row : fleet->rows) {
            if (row.kept)
                marked.append(row.runner->id.number);
        }
        QCOMPARE(marked, QList<qint64>{3});
    }
};

QTEST_GUILESS_MAIN(TestFleetBuilder)
#include "tst_fleetbuilder.moc"
