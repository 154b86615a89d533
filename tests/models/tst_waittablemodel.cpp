// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waittablemodel.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

FacetPercentiles row(FacetKind kind, const QString &name, qint64 jobs, std::chrono::seconds p95)
{
    return {{kind, name}, {jobs, p95 / 4, p95 / 2, p95, p95 * 2, p95 * 3}};
}

QStringList namesOf(const WaitTableModel &model)
{
    QStringList names;
    for (int i = 0; i < model.rowCount(); ++i)
        names.append(model.name(i));
    return names;
}

} // namespace

class TestWaitTableModel : public QObject
{
    Q_OBJECT

private slots:
    void sorts_data()
    {
        QTest::addColumn<WaitColumn>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("names");
        QTest::newRow("names") << WaitColumn::Name << Qt::AscendingOrder << "a9 a10 b (no tags)";
        QTest::newRow("names back") << WaitColumn::Name << Qt::DescendingOrder << "b a10 a9 (no tags)";
        QTest::newRow("most jobs") << WaitColumn::Jobs << Qt::DescendingOrder << "b (no tags) a9 a10";
        QTest::newRow("longest waits") << WaitColumn::P95 << Qt::DescendingOrder << "a9 a10 (no tags) b";
        QTest::newRow("shortest waits") << WaitColumn::Longest << Qt::AscendingOrder << "b (no tags) a9 a10";
    }

    void sorts()
    {
        QFETCH(const WaitColumn, column);
        QFETCH(const Qt::SortOrder, order);
        QFETCH(const QString, names);
        WaitTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setWaits(FacetKind::TagSet,
            {row(FacetKind::TagSet, {}, 5, 30s), row(FacetKind::TagSet, QStringLiteral("a10"), 2, 60s),
                row(FacetKind::TagSet, QStringLiteral("a9"), 2, 60s),
                row(FacetKind::TagSet, QStringLiteral("b"), 9, 3s)});
        model.sort(static_cast<int>(column), order);
        QTRY_VERIFY(model.isUpToDate());
        QCOMPARE(namesOf(model).join(u' '), names);
        QVERIFY(
            model.rowOf({FacetKind::TagSet, {}}) == static_cast<int>(namesOf(model).indexOf(model.tr("(no tags)"))));
    }

    void runnersHaveTheirNames()
    {
        WaitTableModel model;
        const FleetPtr fleet = Test::fleetPtr(u"7 build-7 contact=1m");
        model.setFleet(fleet);
        model.setWaits(FacetKind::Runner,
            {row(FacetKind::Runner, QStringLiteral("7"), 1, 1s), row(FacetKind::Runner, QStringLiteral("8"), 1, 1s)});
        QTRY_VERIFY(model.isUpToDate());
        QCOMPARE(namesOf(model), QStringList({QStringLiteral("#8"), QStringLiteral("build-7")}));
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Runner"));
    }

    void cellsAreForPeople()
    {
        WaitTableModel model;
        model.setWaits(FacetKind::Project, {row(FacetKind::Project, QStringLiteral("a\nb"), 1234, 600s)});
        QTRY_VERIFY(model.isUpToDate());
        const auto text = [&](WaitColumn column) { return model.index(0, static_cast<int>(column)).data().toString(); };
        QVERIFY(!text(WaitColumn::Name).contains(u'\n'));
        QCOMPARE(text(WaitColumn::P50), QStringLiteral("2 min 30 s"));
        QCOMPARE(text(WaitColumn::Longest), QStringLiteral("30 min 0 s"));
    }

    void orderIsThatOfAPlainSort()
    {
        std::mt19937 random(5);
        WaitTableModel model;
        const QAbstractItemModelTester tester(&model);
        for (int round = 0; round < 20; ++round) {
            std::vector<FacetPercentiles> rows;
            for (auto i = random() % 60; i > 0; --i)
                rows.push_back(row(FacetKind::Project, QStringLiteral("p%1").arg(i), static_cast<qint64>(random() % 9),
                    std::chrono::seconds(random() % 9)));
            model.sort(static_cast<int>(WaitColumn::Jobs), Qt::DescendingOrder);
            model.setWaits(FacetKind::Project, rows);
            QTRY_VERIFY(model.isUpToDate());
            QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
            for (int i = 1; i < model.rowCount(); ++i)
                QVERIFY(model.waits(i - 1).waits.jobs >= model.waits(i).waits.jobs);
        }
    }
};

QTEST_GUILESS_MAIN(TestWaitTableModel)
#include "tst_waittablemodel.moc"
