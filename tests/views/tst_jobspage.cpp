// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/pages/jobspage.h"
#include "views/panels/jobpanel.h"
#include "views/tables/listtable.h"
#include "views/theme/themecontroller.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/suggestionlist.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;
using Reach = JobListReach::Kind;

class TestJobsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<JobsPage> m_page;

    void show(const JobListPtr &jobs)
    {
        QSignalSpy refreshed(m_page.get(), &JobsPage::refreshed);
        m_page->setJobs(jobs);
        QTRY_VERIFY(!refreshed.isEmpty() && m_page->model().isUpToDate());
    }

    QLineEdit &field() const { return *m_page->findChild<QLineEdit *>(QStringLiteral("jobFilter")); }
    SuggestionList &list() const { return *m_page->findChild<SuggestionList *>(); }
    void type(const char *text)
    {
        m_page->activateWindow();
        field().setFocus();
        QTRY_VERIFY(field().hasFocus());
        QTest::keyClicks(&field(), QString::fromLatin1(text));
    }

    bool says(const char *text) const { return Test::says(*m_page, QString::fromUtf8(text)); }
    JobPanel &panel() const { return m_page->panel(); }

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    void init()
    {
        m_page = std::make_unique<JobsPage>();
        m_page->resize(1000, 700);
        m_page->show();
        m_page->setFleet(
            Test::openFleet(u"7 alpha contact=1m tags=docker by=anna group=acme\n8 beta contact=1m tags=gpu paused"));
    }

    void cleanup() { m_page.reset(); }

    void whatIsNotReadYetIsNotNothing()
    {
        QVERIFY(says("Reading the jobs"));
        show(Test::jobList(u""));
        QVERIFY(says("Nothing waits, nothing runs"));
        QVERIFY(says("0 wait, 0 run"));
    }

    void aQueueThatNobodyMaySeeIsNeverZero()
    {
        show(std::make_shared<JobList>());
        QVERIFY(says("The queue cannot be seen"));
        QVERIFY(!says("0 wait"));
    }

    void troubleIsSaidAndTheJobsStay()
    {
        const ErrorWords words{QStringLiteral("The server did not answer."), QStringLiteral("Try again.")};
        m_page->showTrouble(words);
        QVERIFY(says("The jobs could not be read") && says("The server did not answer. Try again."));
        show(Test::jobList(u"1 acme/web"));
        QVERIFY(!says("The server did not answer."));
        m_page->showTrouble(words);
        QCOMPARE(m_page->model().rowCount(), 1);
        QVERIFY(says("The server did not answer. Try again.") && says("1 wait, 0 run"));
    }

    void whatWasNotReadToTheEndIsAtLeast()
    {
        auto jobs = Test::jobList(u"1 acme/web\n2 acme/web\n3 acme/web status=running runner=7");
        jobs->pending = {Reach::Partial, 900};
        show(jobs);
        QVERIFY(says("at least 900 wait, 1 run"));
        QVERIFY(says("GitLab counts no further"));
    }

    void whatStandsOutIsCountedMarkedAndFound()
    {
        auto *silent = m_page->findChild<QToolButton *>(QStringLiteral("jobsOnSilentHosts"));
        auto *failing = m_page->findChild<QToolButton *>(QStringLiteral("failingRunners"));
        show(Test::jobList(u"1 acme/web\n2 acme/web status=running runner=7 started=5m"));
        QVERIFY(!silent->isVisible() && !failing->isVisible());
        auto jobs = Test::jobList(u"1 acme/web\n2 acme/web status=running runner=7 started=5m\n"
                                  u"3 acme/web status=running runner=99 started=9h");
        jobs->finished = Test::jobs(u"4 acme/web runner=7 status=failed started=50s finished=45s\n"
                                    u"5 acme/api runner=7 status=failed started=40s finished=35s\n"
                                    u"6 acme/web runner=7 status=failed started=30s finished=25s");
        show(jobs);
        QVERIFY(silent->isVisible() && failing->isVisible());
        QCOMPARE(silent->text(), QStringLiteral("1 job runs on a silent host"));
        QCOMPARE(failing->text(), QStringLiteral("1 runner fails its jobs"));
        QSignalSpy wanted(m_page.get(), &JobsPage::filterWanted);
        QTest::mouseClick(failing, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("id:7"));
        silent->setFocus();
        QTest::keyClick(silent, Qt::Key_Space);
        QCOMPARE(field().text(), QStringLiteral("trouble:silent-host"));
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QCOMPARE(m_page->model().job(0).id.number, 3);
        const QModelIndex why = m_page->model().index(0, static_cast<int>(JobColumn::Why));
        QCOMPARE(why.data().toString(), QStringLiteral("Its runner is gone."));
        QVERIFY(silent->isVisible()); // it counts all, not those that match
    }

    void aWaitingJobIsExplained()
    {
        show(Test::jobList(u"1 acme/web tags=gpu"));
        m_page->setFocus();
        QTest::keyClick(&m_page->table(), Qt::Key_Down);
        QTRY_VERIFY(panel().isVisible());
        QVERIFY(Test::says(panel(), QStringLiteral("paused")));
        QTRY_VERIFY(Test::says(panel(), QStringLiteral("beta – online, paused")));
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
    }

    void aRunningJobNamesItsRunnerAndWhoRegisteredIt()
    {
        show(Test::jobList(u"1 acme/web status=running started=1m runner=7"));
        m_page->table().setCurrentIndex(m_page->model().index(0, 0));
        QVERIFY(Test::says(panel(), QStringLiteral("alpha (#7), online")));
        QVERIFY(Test::says(panel(), QStringLiteral("anna (@anna), active")));
        QVERIFY(Test::says(panel(), QStringLiteral("acme")));
        QVERIFY(!Test::says(panel(), QStringLiteral("Why it waits")));
        QSignalSpy wanted(m_page.get(), &JobsPage::filterWanted);
        for (QToolButton *button : panel().findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Show its runner"))
                button->click();
        }
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("id:7"));
    }

    void theChosenJobStaysChosen()
    {
        show(Test::jobList(u"1 acme/web queued=1m\n2 acme/web queued=2m"));
        m_page->table().setCurrentIndex(m_page->model().index(1, 0));
        QCOMPARE(panel().job(), std::optional(JobId{InstanceId{1}, 1}));
        show(Test::jobList(
            u"1 acme/web status=running started=1s runner=7\n2 acme/web queued=2m\n3 acme/web queued=9m"));
        QCOMPARE(panel().job(), std::optional(JobId{InstanceId{1}, 1}));
        QCOMPARE(m_page->table().currentIndex().row(), m_page->model().rowOf({InstanceId{1}, 1}));
        QVERIFY(Test::says(panel(), QStringLiteral("Running for")));
    }

    void aFilterIsAnsweredAndSaidInWords()
    {
        show(Test::jobList(u"1 acme/web queued=2m\n2 acme/web queued=3h\n3 acme/web status=running runner=7"));
        type("waiting:>1h");
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QVERIFY(says("waiting time over 1 hour"));
        QTRY_VERIFY(says("1 match · 2 wait, 1 run"));
        type(" status:running");
        QTRY_VERIFY(says("No job matches"));
    }

    void nonsenseKeepsWhatWasFound()
    {
        show(Test::jobList(u"1 acme/web tags=docker\n2 acme/web tags=gpu"));
        type("tag:gpu");
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        type(" (");
        QVERIFY(says("A condition is missing here, such as `status:pending`"));
        QTRY_VERIFY(m_page->model().isUpToDate());
        QCOMPARE(m_page->model().rowCount(), 1);
        QTRY_VERIFY(list().isVisible());
        QTest::keyClick(&field(), Qt::Key_Escape); // closes the list
        QTest::keyClick(&field(), Qt::Key_Escape);
        QTRY_COMPARE(m_page->model().rowCount(), 2);
    }

    void valuesOfTheQueueAreOffered()
    {
        show(Test::jobList(u"1 acme/web tags=docker\n2 acme/web tags=gpu\n3 acme/web tags=gpu"));
        type("tag:g");
        QTRY_VERIFY(list().isVisible());
        QCOMPARE(list().model()->rowCount(), 1);
        QTest::keyClick(&field(), Qt::Key_Tab);
        QCOMPARE(field().text(), QStringLiteral("tag:gpu"));
        QTRY_COMPARE(m_page->model().rowCount(), 2);
    }

    void fromTheFilterToTheRows()
    {
        show(Test::jobList(u"1 acme/web"));
        m_page->focusFilter();
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(m_page->table().hasFocus());
    }

    void hostileTextsStayText()
    {
        auto jobs = Test::jobList(u"1 acme/web");
        auto hostile = std::make_shared<Job>(*jobs->jobs.front());
        hostile->name = QStringLiteral("<b>bold</b>\n\u202Eevil");
        jobs->jobs = {hostile};
        show(jobs);
        m_page->table().setCurrentIndex(m_page->model().index(0, 0));
        const QString name = panel().findChild<ElidedLabel *>()->text();
        QVERIFY(name.startsWith(QStringLiteral("<b>bold</b>")) && !name.contains(u'\n'));
        const QString cell = m_page->model().index(0, static_cast<int>(JobColumn::Name)).data().toString();
        QVERIFY(!cell.contains(u'\n') && !cell.contains(QChar(0x202E)));
    }
};

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
