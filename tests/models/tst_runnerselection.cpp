// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "models/selectedrows.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestRunnerSelection : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void show(QStringView text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    void filter(const char *text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFilter(Test::filter(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    bool isChecked(int row) const
    {
        return m_model->index(row, static_cast<int>(RunnerColumn::Check)).data(Qt::CheckStateRole) == Qt::Checked;
    }

    QList<qint64> selectedNumbers() const
    {
        QList<qint64> numbers;
        for (const FleetRow &row : selectedRows(*m_model->orderedRows(), m_model->selection()))
            numbers.append(row.runner->id.number);
        return numbers;
    }

private slots:
    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void survivesRefreshFilterAndOrder()
    {
        show(u"1 a\n2 b\n3 c");
        QSignalSpy changed(m_model.get(), &RunnerTableModel::selectionChanged);
        m_model->setChecked(0, 1, true);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_model->checkCounts(), (CheckCounts{3, 2, 0, 0}));
        QVERIFY(isChecked(0) && isChecked(1) && !isChecked(2));

        show(u"1 z\n2 b\n3 c\n4 d"); // the first has another place
        QVERIFY(isChecked(0) && !isChecked(1) && !isChecked(2) && isChecked(3));

        filter("name:b");
        QCOMPARE(m_model->checkCounts(), (CheckCounts{1, 1, 1, 0}));
        filter("");
        show(u"2 b\n3 c");
        QCOMPARE(m_model->checkCounts(), (CheckCounts{2, 1, 0, 1}));
        show(u"1 z\n2 b\n3 c"); // it is back, and still selected
        QCOMPARE(m_model->checkCounts(), (CheckCounts{3, 2, 0, 0}));
    }

    void allThatMatchAreSelectedAndNoMore()
    {
        show(u"1 a tags=x\n2 b\n3 c tags=x");
        filter("tag:x");
        m_model->checkAll();
        filter("");
        QCOMPARE(m_model->checkCounts(), (CheckCounts{3, 2, 0, 0}));
        QVERIFY(isChecked(0) && !isChecked(1) && isChecked(2));
        m_model->clearChecks();
        QCOMPARE(m_model->checkCounts(), (CheckCounts{3, 0, 0, 0}));
        QVERIFY(!isChecked(0));
    }

    void theHeaderSaysHowMany()
    {
        show(u"1 a\n2 b");
        const auto state = [this] {
            return m_model->headerData(static_cast<int>(RunnerColumn::Check), Qt::Horizontal, Qt::CheckStateRole);
        };
        QCOMPARE(state(), QVariant(Qt::Unchecked));
        m_model->setChecked(0, 0, true);
        QCOMPARE(state(), QVariant(Qt::PartiallyChecked));
        m_model->setChecked(1, 1, true);
        QCOMPARE(state(), QVariant(Qt::Checked));
        m_model->setChecked(0, 0, false);
        QCOMPARE(state(), QVariant(Qt::PartiallyChecked));
    }

    void rowsComeAsTheyStandAndThenTheHiddenOnes()
    {
        show(u"1 c\n2 b\n3 a\n4 d");
        QCOMPARE(selectedNumbers(), (QList<qint64>{3, 2, 1, 4})); // nothing selected: the table
        m_model->setChecked(0, 2, true); // a, b, c
        QCOMPARE(selectedNumbers(), (QList<qint64>{3, 2, 1}));
        filter("name:a,d");
        QCOMPARE(selectedNumbers(), (QList<qint64>{3, 1, 2}));
        show(u"1 c\n4 d");
        QCOMPARE(selectedNumbers(), (QList<qint64>{1}));
    }
};

QTEST_GUILESS_MAIN(TestRunnerSelection)
#include "tst_runnerselection.moc"
