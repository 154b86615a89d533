// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/charts/recordchart.h"
#include "views/panels/runnerjobsview.h"
#include "views/panels/runnerpanel.h"
#include "views/tables/listtable.h"
#include "views/theme/themecontroller.h"
#include "views/widgets/expander.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;

class TestRunnerJobsView : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_wanted;

    RunnerJobsView &view() const { return m_panel->jobs(); }
    Expander &expander() const { return *m_panel->findChild<Expander *>(QStringLiteral("recentJobs")); }
    QToolButton &again() const { return *m_panel->findChild<QToolButton *>(QStringLiteral("readJobsAgain")); }
    bool says(const char *words) const { return Test::says(*m_panel, QString::fromUtf8(words)); }

    ListTable &table(const char *name) const
    {
        for (ListTable *table : view().findChildren<ListTable *>()) {
            if (table->accessibleName() == QLatin1String(name))
                return *table;
        }
        qFatal("no table %s", name);
    }

    static QString cell(const ListTable &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

    static FleetRow row(QStringView text)
    {
        return {std::make_shared<const Runner>(Test::runner(text)), Test::now, RunnerStatus::Online};
    }

    static TakenJobsPtr jobsOf(qint64 runner, QStringView text)
    {
        TakenJobs jobs;
        jobs.runner = {InstanceId{1}, runner};
        jobs.readAt = Test::now;
        for (const JobPtr &job : Test::jobs(text))
            jobs.runs.push_back({job, {}, job->manager != 0 ? QStringLiteral("s_%1").arg(job->manager) : QString()});
        return std::make_shared<const TakenJobs>(std::move(jobs));
    }

    /// Of runner 7: host 70 fails, host 71 does not.
    static TakenJobsPtr someJobs()
    {
        QString text;
        for (int i = 0; i < 12; ++i)
            text += QStringLiteral("%1 acme/web name=<b>test</b> runner=7 host=%2 queued=%3m started=%4m finished=%5m "
                                   "status=%6 reason=runner_system_failure\n")
                        .arg(100 - i)
                        .arg(i % 2 == 0 ? 70 : 71)
                        .arg(20 * i + 12)
                        .arg(20 * i + 11)
                        .arg(20 * i + 1)
                        .arg(QLatin1String(i % 2 == 0 ? "failed" : "success"));
        return jobsOf(7, text);
    }

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    void init()
    {
        m_panel = std::make_unique<RunnerPanel>();
        m_panel->resize(340, 900);
        m_panel->show();
        m_wanted = std::make_unique<QSignalSpy>(&view(), &RunnerJobsView::wanted);
        m_panel->showRow(row(u"7 build-7 contact=1m version=18.1.0"));
    }

    void cleanup() { m_panel.reset(); }

    void nothingIsAskedWhileFolded()
    {
        QVERIFY(!view().isVisible());
        QCOMPARE(m_wanted->count(), 0);
        expander().setExpanded(true);
        QCOMPARE(m_wanted->count(), 1);
        QCOMPARE(m_wanted->last().first().value<RunnerId>(), (RunnerId{InstanceId{1}, 7}));
        QVERIFY(says("Reading the jobs"));
        expander().setExpanded(false);
        expander().setExpanded(true);
        QCOMPARE(m_wanted->count(), 1); // what was read is still there
    }

    void anotherRunnerIsAskedForOnceTheUserStops()
    {
        expander().setExpanded(true);
        m_wanted->clear();
        for (const QStringView text : {u"8 a contact=1m", u"9 b contact=1m", u"10 c contact=1m"})
            m_panel->showRow(row(text));
        QTRY_COMPARE(m_wanted->count(), 1);
        QCOMPARE(m_wanted->last().first().value<RunnerId>().number, 10);
        view().showJobs(someJobs()); // of runner 7: late
        QVERIFY(says("Reading the jobs"));
    }

    void aNewerRowOfTheSameRunnerAsksNothing()
    {
        expander().setExpanded(true);
        view().showJobs(someJobs());
        m_panel->showRow(row(u"7 build-7 contact=2m version=18.1.0"));
        QVERIFY(says("The host s_70, not the runner"));
        QCOMPARE(m_wanted->count(), 1);
    }

    void showsVerdictHostsAndJobs()
    {
        expander().setExpanded(true);
        view().showJobs(someJobs());
        QVERIFY(says("The host s_70, not the runner: 6 of 6 jobs failed there, 0 of 6 jobs on its other hosts."));
        const ListTable &hosts = table("Jobs by host");
        QCOMPARE(hosts.model()->rowCount(), 3);
        QCOMPARE(cell(hosts, 0, 0), QStringLiteral("s_70"));
        QCOMPARE(cell(hosts, 0, 1), QStringLiteral("6/6"));
        QCOMPARE(cell(hosts, 0, 2), QStringLiteral("6"));
        QCOMPARE(cell(hosts, 1, 1), QStringLiteral("0/6"));
        QCOMPARE(cell(hosts, 2, 1), QStringLiteral("6/12"));
        QVERIFY(cell(hosts, 0, 4).startsWith(QStringLiteral("10 min")) || cell(hosts, 0, 4).startsWith(u'9'));
        QCOMPARE(table("Recent jobs").model()->rowCount(), 12);
        QVERIFY(hosts.width() <= m_panel->width());
    }

    /// The host that is the trouble first, then whichever the user goes to.
    void theCourseIsThatOfTheHostWhereTheUserIs()
    {
        expander().setExpanded(true);
        view().showJobs(someJobs());
        const auto *chart = view().findChild<RecordChart *>();
        QVERIFY(chart->isVisible());
        QVERIFY(says("Over time on s_70"));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("1 of 1 job failed")));
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("0 of 1 job failed")));
        ListTable &hosts = table("Jobs by host");
        QTest::keyClick(&hosts, Qt::Key_Down);
        QVERIFY(says("Over time on s_71"));
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("1 of 1 job failed")));
        QTest::keyClick(&hosts, Qt::Key_Down);
        QVERIFY(says("Over time, all hosts"));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("0 of 1 job failed")));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("half of them ran 10 min")));
    }

    void withoutJobsThereIsNoCourse()
    {
        expander().setExpanded(true);
        view().showJobs(someJobs());
        view().showJobs(jobsOf(7, u""));
        QVERIFY(!view().findChild<RecordChart *>()->isVisible());
        QVERIFY(!says("Over time"));
    }

    void theWayToWaitingJobs()
    {
        QSignalSpy wanted(m_panel.get(), &RunnerPanel::waitingJobsWanted);
        QMenu *menu = m_panel->findChild<QToolButton *>(QStringLiteral("runnerLinks"))->menu();
        emit menu->aboutToShow();
        menu->findChild<QAction *>(QStringLiteral("waitingJobs"))->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<RunnerId>().number, 7);
    }

    void aJobOpensByKeyboard()
    {
        expander().setExpanded(true);
        view().showJobs(someJobs());
        QSignalSpy wanted(&view(), &RunnerJobsView::jobWanted);
        ListTable &jobs = table("Recent jobs");
        QVERIFY(jobs.focusPolicy() & Qt::TabFocus);
        jobs.setCurrentIndex(jobs.model()->index(1, 0));
        QTest::keyClick(&jobs, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("acme/web#99"));
    }

    void aJobOfAHiddenProjectOpensNothing()
    {
        expander().setExpanded(true);
        view().showJobs(jobsOf(7, u"3 - runner=7 status=success"));
        QVERIFY(says("1 of the jobs are of projects that you cannot see."));
        QSignalSpy wanted(&view(), &RunnerJobsView::jobWanted);
        ListTable &jobs = table("Recent jobs");
        jobs.setCurrentIndex(jobs.model()->index(0, 0));
        QTest::keyClick(&jobs, Qt::Key_Return);
        QCOMPARE(wanted.count(), 0);
    }

    void refusalIsNoEmptyList()
    {
        expander().setExpanded(true);
        TakenJobs refused;
        refused.runner = {InstanceId{1}, 7};
        refused.refused = true;
        view().showJobs(std::make_shared<const TakenJobs>(refused));
        QVERIFY(says("You may not see the jobs of this runner."));
        QVERIFY(!says("No job"));
    }

    void emptyIsSaid()
    {
        expander().setExpanded(true);
        view().showJobs(jobsOf(7, u""));
        QVERIFY(says("No job of this runner is known."));
        QVERIFY(!table("Jobs by host").isVisible());
    }

    void troubleCanBeRepeated()
    {
        expander().setExpanded(true);
        view().showTrouble({InstanceId{1}, 7}, {QStringLiteral("It broke."), QStringLiteral("Mend it.")});
        QVERIFY(says("It broke. Mend it."));
        again().click();
        QCOMPARE(m_wanted->count(), 2);
        view().showJobs(someJobs());
        QVERIFY(says("The host s_70, not the runner"));
    }

    void anAnswerThatWillNotComeIsAskedForOnceMore()
    {
        expander().setExpanded(true);
        view().restart({InstanceId{1}, 8}); // another one than is shown
        view().restart({InstanceId{1}, 7});
        QTRY_COMPARE(m_wanted->count(), 2);
    }
};

QTEST_MAIN(TestRunnerJobsView)
#include "tst_runnerjobsview.moc"
