// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerorder.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <numeric>

using namespace Runnerscope;

Q_DECLARE_METATYPE(Runnerscope::RunnerSortKey)

class TestRunnerOrder : public QObject
{
    Q_OBJECT

private slots:
    void sorts_data()
    {
        QTest::addColumn<QString>("fleet");
        QTest::addColumn<RunnerSortKey>("key");
        QTest::addColumn<QList<qint64>>("ascending");
        QTest::addColumn<QList<qint64>>("descending");
        const auto row = [](const char *name, const char *fleet, RunnerSortKey key, const QList<qint64> &ascending,
                             const QList<qint64> &descending) {
            QTest::newRow(name) << QString::fromUtf8(fleet) << key << ascending << descending;
        };
        row("names as people count", "1 build-18\n2 build-9\n3 Build-10\n4 alpha", RunnerSortKey::Name, {4, 2, 3, 1},
            {1, 3, 2, 4});
        row("nameless last", "1 -\n2 zeta\n3 alpha", RunnerSortKey::Name, {3, 2, 1}, {2, 3, 1});
        row("equal names by id", "3 a\n1 a\n2 a", RunnerSortKey::Name, {1, 2, 3}, {1, 2, 3});
        row("versions as versions, none last", "1 a version=18.10.0\n2 a version=18.9.0\n3 a\n4 a version=development",
            RunnerSortKey::Version, {4, 2, 1, 3}, {1, 2, 4, 3});
        row("contact, never last", "1 a contact=1h\n2 a\n3 a contact=5d", RunnerSortKey::LastContact, {3, 1, 2},
            {1, 3, 2});
        row("owner, none last", "1 a group=acme/b\n2 a\n3 a project=acme/a", RunnerSortKey::Owner, {3, 1, 2},
            {1, 3, 2});
        row("jobs, unknown last", "1 a jobs=20\n2 a jobs=3\n3 a", RunnerSortKey::Jobs, {2, 1, 3}, {1, 2, 3});
        row("status", "1 a contact=20d\n2 a contact=1m\n3 a contact=5h\n4 a created=1h", RunnerSortKey::Status,
            {2, 3, 1, 4}, {4, 1, 3, 2});
        row("id", "2 b\n1 a\n3 c", RunnerSortKey::Id, {1, 2, 3}, {3, 2, 1});
    }

    void sorts()
    {
        QFETCH(QString, fleet);
        QFETCH(RunnerSortKey, key);
        QFETCH(QList<qint64>, ascending);
        QFETCH(QList<qint64>, descending);
        const Fleet rows = Test::fleet(fleet);
        QCOMPARE(sorted(rows, {key, Qt::AscendingOrder}), ascending);
        QCOMPARE(sorted(rows, {key, Qt::DescendingOrder}), descending);
    }

private:
    static QList<qint64> sorted(const Fleet &fleet, RunnerSort sort)
    {
        std::vector<quint32> order(fleet.rows.size());
        std::iota(order.begin(), order.end(), 0U);
        sortRows(order, sortRanks(fleet, sort.key), sort.order);
        QList<qint64> ids;
        for (const quint32 row : order)
            ids.append(fleet.rows[row].runner->id.number);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestRunnerOrder)
#include "tst_runnerorder.moc"
