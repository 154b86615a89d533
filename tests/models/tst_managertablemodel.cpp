// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/managertablemodel.h"
#include "models/rules/wording.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

class TestManagerTableModel : public QObject
{
    Q_OBJECT

private slots:
    void sameHostsAreAnnouncedOnceOrNotAtAll()
    {
        ManagerTableModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        auto managers = Test::runner(u"1 a contact=1m version=18.1.0 version=18.2.0").managers;
        model.setManagers(managers, Test::now);
        QCOMPARE(reset.count(), 1);
        model.setManagers(managers, Test::now);
        QCOMPARE(reset.count() + changed.count(), 1);
        managers[1].version = QStringLiteral("18.3.0");
        model.setManagers(managers, Test::now);
        QCOMPARE(changed.count(), 1);
        managers.pop_back();
        model.setManagers(managers, Test::now);
        QCOMPARE(reset.count(), 2);
        QCOMPARE(model.rowCount(), 1);
    }

    void showsWordsForValues()
    {
        ManagerTableModel model;
        auto managers = Test::runner(u"1 a contact=3h version=18.1.0").managers;
        managers[0].platform = QStringLiteral("linux");
        managers[0].architecture = QStringLiteral("amd64");
        model.setManagers(managers, Test::now);
        const auto cell = [&model](ManagerColumn column) { return model.index(0, static_cast<int>(column)); };
        QCOMPARE(cell(ManagerColumn::Platform).data().toString(), QStringLiteral("linux/amd64"));
        QCOMPARE(cell(ManagerColumn::LastContact).data().toString(), QStringLiteral("3 h"));
        QCOMPARE(cell(ManagerColumn::KnownSince).data().toString(), QStringLiteral("30 d"));
        QCOMPARE(cell(ManagerColumn::LastContact).data(Qt::ToolTipRole).toString(),
            Wording::exactTime(*managers[0].contactedAt));
        QCOMPARE(cell(ManagerColumn::KnownSince).data(Qt::ToolTipRole).toString(),
            Wording::exactTime(*managers[0].createdAt));
        QCOMPARE(cell(ManagerColumn::Status).data(StatusRole).toInt(), static_cast<int>(RunnerStatus::Offline));
        QCOMPARE(cell(ManagerColumn::Status).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Host s_100, offline, says it is version 18.1.0, no contact for 3 hours"));
    }
};

QTEST_GUILESS_MAIN(TestManagerTableModel)
#include "tst_managertablemodel.moc"
