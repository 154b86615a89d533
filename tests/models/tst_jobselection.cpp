// SPDX-License-Identifier: GPL-3.0-or-later
//
// The jobs that somebody has selected, while lists, filters and orders come and go.
#include "models/jobtablemodel.h"
#include "models/rules/filter/filterparser.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

class TestJobSelection : public QObject
{
    Q_OBJECT

    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void show(QStringView jobs)
    {
        m_model->setFleet(Test::openFleet(u"1 a"));
        m_model->setJobs(Test::jobList(jobs));
        QTRY_VERIFY(m_model->isUpToDate());
    }

    void filter(const char *text)
    {
        m_model->setFilter(std::get<FilterExpression>(parseFilter(QString::fromLatin1(text), FilterSubject::Jobs)));
        QTRY_VERIFY(m_model->isUpToDate());
    }

    QString selected() const
    {
        QStringList numbers;
        for (const JobPtr &job : m_model->selectedJobs())
            numbers.append(QString::number(job->id.number));
        return numbers.join(u' ');
    }

    void check(qint64 number)
    {
        const int row = m_model->rowOf({InstanceId{1}, number});
        QVERIFY(row >= 0);
        m_model->setChecked(row, row, true);
    }

private slots:
    void init()
    {
        m_model = std::make_unique<JobTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void survivesListsFiltersAndOrders()
    {
        show(u"9 acme/a queued=1m\n8 acme/b queued=3m\n7 acme/c queued=2m");
        QSignalSpy changed(m_model.get(), &JobTableModel::selectionChanged);
        check(9);
        check(7);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(selected(), QStringLiteral("9 7"));
        m_model->sort(static_cast<int>(JobColumn::Project), Qt::DescendingOrder);
        QTRY_VERIFY(m_model->isUpToDate());
        QCOMPARE(selected(), QStringLiteral("9 7"));
        filter("project:acme/a");
        QCOMPARE(m_model->checkCounts(), (CheckCounts{1, 1, 1, 0}));
        QCOMPARE(selected(), QStringLiteral("9 7")); // what the filter hides stays selected
        show(u"10 acme/a\n8 acme/b\n7 acme/c");
        QCOMPARE(m_model->checkCounts(), (CheckCounts{1, 0, 1, 1}));
        QCOMPARE(selected(), QStringLiteral("7")); // the other one has ended
        m_model->clearChecks();
        QCOMPARE(m_model->checkCounts(), (CheckCounts{1, 0, 0, 0}));
    }

    void allThatMatchAndNoMore()
    {
        show(u"9 acme/a\n8 acme/b\n7 acme/a");
        filter("project:acme/a");
        m_model->checkAll();
        QCOMPARE(m_model->headerData(static_cast<int>(JobColumn::Check), Qt::Horizontal, Qt::CheckStateRole),
            QVariant(Qt::Checked));
        filter("");
        QCOMPARE(selected(), QStringLiteral("9 7"));
        QCOMPARE(m_model->headerData(static_cast<int>(JobColumn::Check), Qt::Horizontal, Qt::CheckStateRole),
            QVariant(Qt::PartiallyChecked));
    }

    void anotherFleetLeavesNoneSelected()
    {
        show(u"9 acme/a");
        check(9);
        m_model->setJobs(nullptr);
        QCOMPARE(m_model->checkCounts(), CheckCounts());
        show(u"9 acme/a"); // another job of the same number
        QCOMPARE(selected(), QString());
    }
};

QTEST_GUILESS_MAIN(TestJobSelection)

#include "tst_jobselection.moc"
