// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestRunnerTableModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_refreshed;

    void show(QStringView text)
    {
        m_refreshed->clear();
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(m_refreshed->count(), 1);
    }

    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names += cell(row, RunnerColumn::Name);
        return names;
    }

    QString cell(int row, RunnerColumn column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

private slots:
    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_refreshed = std::make_unique<QSignalSpy>(m_model.get(), &RunnerTableModel::refreshed);
    }

    void cleanup()
    {
        m_refreshed.reset();
        m_tester.reset();
        m_model.reset();
    }

    void isEmptyAtFirst()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->columnCount(), static_cast<int>(RunnerColumn::Count));
        QVERIFY(!m_model->fleet());
        QCOMPARE(m_model->rowOf({InstanceId{1}, 1}), -1);
    }

    void showsWordsForValues()
    {
        show(u"1 build-1 contact=3h group=acme/api tags=docker,linux version=18.1.0 version=17.9.0 by=anna jobs=1001 "
             u"running");
        QCOMPARE(cell(0, RunnerColumn::Status), QStringLiteral("offline"));
        QCOMPARE(cell(0, RunnerColumn::Owner), QStringLiteral("acme/api"));
        QCOMPARE(cell(0, RunnerColumn::Type), QStringLiteral("group"));
        QCOMPARE(cell(0, RunnerColumn::Tags), QStringLiteral("docker, linux"));
        QCOMPARE(cell(0, RunnerColumn::Version), QStringLiteral("18.1.0")); // both silent: the first of equals
        QCOMPARE(cell(0, RunnerColumn::Managers), QStringLiteral("2"));
        QCOMPARE(cell(0, RunnerColumn::LastContact), QStringLiteral("3 h"));
        QCOMPARE(cell(0, RunnerColumn::Running), QStringLiteral("running"));
        QVERIFY(cell(0, RunnerColumn::Jobs).endsWith(u'+'));
        QCOMPARE(cell(0, RunnerColumn::CreatedBy), QStringLiteral("anna"));
    }

    void sortsWithoutBlocking()
    {
        show(u"1 build-18\n2 build-9\n3 alpha");
        QCOMPARE(
            names(), (QStringList{QStringLiteral("alpha"), QStringLiteral("build-9"), QStringLiteral("build-18")}));
        m_refreshed->clear();
        m_model->sort(static_cast<int>(RunnerColumn::Name), Qt::DescendingOrder);
        QCOMPARE(m_refreshed->count(), 0); // not yet: the work is done elsewhere
        QTRY_COMPARE(m_refreshed->count(), 1);
        QCOMPARE(names().first(), QStringLiteral("build-18"));
    }

    void filters()
    {
        show(u"1 a contact=1m\n2 b\n3 c contact=1m");
        m_model->setFilter(Test::filter("status:online"));
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(m_model->rowOf({InstanceId{1}, 2}), -1);
        QCOMPARE(m_model->rowOf({InstanceId{1}, 3}), 1);
        QCOMPARE(m_model->counts().total, 3);
    }

    void idleRefreshEmitsNoModelSignal()
    {
        const Fleet first = Test::fleet(u"1 a contact=1m\n2 b");
        m_model->setFleet(shareFleet(first));
        QTRY_COMPARE(m_refreshed->count(), 1);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        Fleet later = first; // the same rows
        for (FleetRow &row : later.rows)
            row.readAt += std::chrono::minutes(5);
        m_refreshed->clear();
        m_model->setFleet(shareFleet(later));
        QVERIFY(m_model->isUpToDate()); // nothing is under way that could still bring one
        QCOMPARE(m_refreshed->count(), 1);
        QCOMPARE(layout.count() + data.count() + reset.count(), 0);
        QCOMPARE(cell(0, RunnerColumn::LastContact), QStringLiteral("6 min")); // the age is the new one all the same
    }

    void selectionFollowsItsRunner()
    {
        show(u"1 b\n2 c\n3 d");
        const QPersistentModelIndex kept = m_model->index(m_model->rowOf({InstanceId{1}, 2}), 0);
        const QPersistentModelIndex gone = m_model->index(m_model->rowOf({InstanceId{1}, 3}), 0);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        show(u"1 z\n2 c\n4 a");
        QCOMPARE(layout.count(), 1);
        QCOMPARE(kept.data(RunnerIdRole).value<RunnerId>().number, 2);
        QCOMPARE(kept.row(), 1);
        QVERIFY(!gone.isValid());
    }

    void newestOfManyRequestsWins()
    {
        show(u"1 a\n2 b");
        for (const char *text : {"a", "x", "b"}) {
            m_model->setFilter(Test::filter(text));
        }
        QTRY_COMPARE(names(), QStringList{QStringLiteral("b")});
    }

    void filtersGoOnWithNewFleets()
    {
        m_model->setFilter(Test::filter("status:online tag:docker"));
        show(u"1 a contact=1m tags=docker\n2 b contact=9d tags=docker\n3 c contact=1m");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a")});
        show(u"1 a contact=9d tags=docker\n2 b contact=1m tags=docker\n3 c contact=1m");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("b")});
    }

    /// A pattern that would take for ever on one text of the fleet.
    void aFilterThatCannotBeAnsweredLeavesTheOneBefore()
    {
        show(u"1 a\n2 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
        m_model->setFilter(Test::filter("id:2"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QSignalSpy refused(m_model.get(), &RunnerTableModel::refused);
        m_model->setFilter(Test::filter("name:/(a|aa)+$/"));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!refused.at(0).at(0).value<FilterError>().sentence.isEmpty());
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->filter(), Test::filter("id:2"));
    }

    void ageThatComesWhileRowsAreOrderedIsKept()
    {
        const Fleet first = Test::fleet(u"1 a contact=1m");
        m_model->setFleet(shareFleet(first));
        Fleet later = first;
        later.rows[0].readAt += std::chrono::minutes(10);
        m_model->setFleet(shareFleet(later));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(cell(0, RunnerColumn::LastContact), QStringLiteral("11 min"));
    }

    void foreignFleetIsNeverShownInTheOrderOfAnother()
    {
        show(u"1 a\n2 b\n3 c");
        m_model->setFleet(Test::fleetPtr(u"9 z")); // of another server, before the first one's order is asked for again
        m_model->setFleet(Test::fleetPtr(u"8 y\n9 z"));
        QTRY_VERIFY(m_model->isUpToDate());
        QCOMPARE(names(), (QStringList{QStringLiteral("y"), QStringLiteral("z")}));
    }

    void randomFleetsKeepPersistentIndexesRight()
    {
        quint32 state = 7;
        const auto random = [&state](quint32 below) {
            state = state * 1664525U + 1013904223U;
            return (state >> 16) % below;
        };
        for (int round = 0; round < 60; ++round) {
            QString text;
            for (int id = 1; id <= 30; ++id) {
                if (random(4) != 0)
                    text += QStringLiteral("%1 name%2\n").arg(id).arg(random(20));
            }
            std::vector<std::pair<QPersistentModelIndex, qint64>> kept;
            for (int row = 0; row < m_model->rowCount(); row += 3)
                kept.emplace_back(m_model->index(row, 1), m_model->fleetRow(row).runner->id.number);
            show(text);
            for (const auto &[index, id] : kept) {
                const int row = m_model->rowOf({InstanceId{1}, id});
                QCOMPARE(index.isValid(), row >= 0);
                if (row >= 0)
                    QCOMPARE(index.row(), row);
            }
        }
    }

    void toolTipsTellTheAgeOfTheRow()
    {
        Fleet fleet = Test::fleet(u"1 a contact=1m");
        fleet.asOf = Test::now + std::chrono::minutes(3); // newer than what is known of this runner
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(shareFleet(std::move(fleet)));
        QTRY_COMPARE(refreshed.count(), 1);
        const auto toolTip = [this](RunnerColumn column) {
            return m_model->index(0, static_cast<int>(column)).data(Qt::ToolTipRole).toString();
        };
        QVERIFY2(toolTip(RunnerColumn::Name).endsWith(QStringLiteral("\nRead 3 minutes ago")),
            qUtf8Printable(toolTip(RunnerColumn::Name)));
        QVERIFY(!toolTip(RunnerColumn::Owner).contains(QStringLiteral("Read ")));
    }

    void rolesCarryValues()
    {
        show(u"1 a contact=1m paused tags=x,y");
        const auto status = m_model->index(0, static_cast<int>(RunnerColumn::Status));
        QCOMPARE(status.data(StatusRole).toInt(), static_cast<int>(RunnerStatus::Online));
        QCOMPARE(status.data(PausedRole).toBool(), true);
        QCOMPARE(m_model->index(0, static_cast<int>(RunnerColumn::Tags)).data(TagsRole).toStringList().size(), 2);
        QVERIFY(m_model->index(0, static_cast<int>(RunnerColumn::Name))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("paused")));
    }
};

QTEST_GUILESS_MAIN(TestRunnerTableModel)
#include "tst_runnertablemodel.moc"
