// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerorder.h"
#include "models/rules/textranks.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

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

    /// Ranks of any size, as a hostile server may send times; the obvious way says what is right.
    void anyRanks()
    {
        std::mt19937_64 random(20261128);
        for (const unsigned bits : {0U, 3U, 9U, 40U, 64U}) {
            SortRanks ranks;
            for (int i = 0; i < 3'000; ++i)
                ranks.push_back(bits == 0 ? 7 : static_cast<qint64>(random()) >> (64 - bits));
            for (std::size_t i = 0; i < ranks.size(); i += 11)
                ranks[i] = noValue;
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
                QCOMPARE(sortedRows(ranks, order), sortedSlowly(ranks, order));
        }
        QVERIFY(sortedRows({}, Qt::AscendingOrder).empty());
        QCOMPARE(sortedRows({noValue, noValue}, Qt::DescendingOrder), (std::vector<quint32>{0, 1}));
    }

private:
    static std::vector<quint32> sortedSlowly(const SortRanks &ranks, Qt::SortOrder order)
    {
        std::vector<quint32> rows(ranks.size());
        std::iota(rows.begin(), rows.end(), 0U);
        std::ranges::stable_sort(rows, [&](quint32 a, quint32 b) {
            if (ranks[a] == noValue || ranks[b] == noValue)
                return ranks[a] != noValue && ranks[b] == noValue;
            return order == Qt::AscendingOrder ? ranks[a] < ranks[b] : ranks[a] > ranks[b];
        });
        return rows;
    }

    static QList<qint64> sorted(const Fleet &fleet, RunnerSort sort)
    {
        QList<qint64> ids;
        for (const quint32 row : sortedRows(sortRanks(fleet, sort.key), sort.order))
            ids.append(fleet.rows[row].runner->id.number);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestRunnerOrder)
#include "tst_runnerorder.moc"
