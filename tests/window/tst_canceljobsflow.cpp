// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs that are canceled from the window: what is shown before, while and after, and when it is not offered.
#include "app/window/canceljobsflow.h"
#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "models/runnertablemodel.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "tests/window/scriptedservice.h"
#include "views/dialogs/canceljobsdialog.h"
#include "views/pages/jobspage.h"
#include "views/panels/jobpanel.h"
#include "views/tables/listtable.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestCancelJobsFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FleetController> m_controller;
    std::shared_ptr<Test::Asked> m_asked;
    Test::ScriptedService *m_service = nullptr;
    CancelJobsFlow *m_flow = nullptr;
    QByteArray m_changeToken;

    CancelJobsDialog *dialog() const { return m_window->findChild<CancelJobsDialog *>(); }
    QPushButton *button(const char *name) const { return dialog()->findChild<QPushButton *>(QLatin1String(name)); }
    QAction &action() const { return m_window->actions()[Actions::Id::CancelJobs]; }
    JobsPage &page() const { return m_window->pages().jobs(); }
    bool says(const char *text) const { return Test::says(*dialog(), QString::fromUtf8(text)); }

    static JobCancelOutcome outcome(qint64 job, CancelFate fate) { return {{InstanceId{1}, job}, fate}; }

    void open(const std::optional<InstanceProfile> &profile = {})
    {
        m_asked = std::make_shared<Test::Asked>();
        auto service = std::make_unique<Test::ScriptedService>(m_asked);
        m_service = service.get();
        service->sayFleetOnceStarted(Test::openFleet(u"1 a contact=1m tags=docker"));
        FleetSource source;
        source.label = QStringLiteral("git.example.com");
        m_controller->open({std::move(service), source, profile});
        QTRY_VERIFY(m_model->rowCount() > 0);
    }

    void showJobs(QStringView jobs)
    {
        const JobListPtr list = Test::jobList(jobs);
        m_window->pages().showJobs();
        m_service->sayJobs(list);
        QTRY_COMPARE(page().model().rowCount(), static_cast<int>(list->jobs.size()));
    }

    void showManyJobs(int count)
    {
        QString text;
        for (int number = count; number > 0; --number)
            text += QStringLiteral("%1 acme/api\n").arg(number);
        showJobs(text.trimmed());
    }

    static InstanceProfile profile(bool readOnly, bool production = false)
    {
        InstanceProfile made;
        made.key = QStringLiteral("k");
        made.name = QStringLiteral("work");
        made.readOnly = readOnly;
        made.production = production;
        return made;
    }

private slots:
    void init()
    {
        m_changeToken.clear();
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_controller = std::make_unique<FleetController>(*m_model, *m_window);
        m_flow = new CancelJobsFlow(
            {[this] { return !m_changeToken.isEmpty(); },
                [this] { return m_changeToken.isEmpty() ? std::nullopt : std::optional(Secret(m_changeToken)); }},
            *m_model, *m_controller, *m_window);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_controller.reset();
        m_window.reset();
    }

    void byKeyboardFromTheTableToTheReport()
    {
        m_changeToken = "glpat-changes";
        open();
        showJobs(u"9 acme/api name=build queued=1m\n8 acme/api name=lint queued=2m\n7 acme/api queued=3m");
        page().table().setFocus();
        QTest::keyClick(&page().table(), Qt::Key_Space); // the job that waits longest
        QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(page().model().checkCounts().shown, 2);
        QVERIFY(action().isEnabled());
        action().trigger();
        QVERIFY(says("Cancel 2 jobs?") && says("2 wait"));
        QVERIFY(m_asked->cancelling().jobs.empty()); // nothing before it is confirmed
        QTest::keyClick(button("confirmCancel"), Qt::Key_Space);
        QTRY_COMPARE(m_asked->cancelling().jobs.size(), 2U);
        QCOMPARE(m_asked->cancelling().jobs.front()->id.number, 7);
        QCOMPARE(m_asked->cancelling().changeToken.reveal(), QByteArray("glpat-changes"));
        m_service->sayOutcome(outcome(8, CancelFate::Refused));
        QTRY_VERIFY(says("1 of 2"));
        m_service->sayOutcome(outcome(7, CancelFate::Canceled));
        m_service->sayCanceled();
        QTRY_VERIFY(says("2 jobs: 1 is canceled, GitLab refused 1."));
        QTest::keyClick(button("copyReport"), Qt::Key_Space);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("lint")));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QCOMPARE(page().model().checkCounts().all(), 1); // what was refused may be tried again
    }

    void returnKeepsThem()
    {
        open();
        showJobs(u"9 acme/api\n8 acme/api");
        page().model().checkAll();
        action().trigger();
        QTest::keyClick(dialog(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QVERIFY(m_asked->cancelling().jobs.empty());
        QCOMPARE(page().model().checkCounts().shown, 2); // still selected
    }

    void manyTakeTheirNumber()
    {
        open();
        showManyJobs(1051);
        page().model().checkAll();
        action().trigger();
        auto *number = dialog()->findChild<QLineEdit *>(QStringLiteral("cancelNumber"));
        QVERIFY(number->isVisible());
        QCOMPARE(dialog()->focusWidget(), number);
        for (const char *wrong : {"", "105", "1052", "all"}) {
            number->setText(QString::fromLatin1(wrong));
            QVERIFY(!button("confirmCancel")->isEnabled());
        }
        for (const char *right : {"1051", "1,051", "1.051"}) {
            number->setText(QString::fromLatin1(right));
            QVERIFY(button("confirmCancel")->isEnabled());
        }
    }

    void aProductionInstanceTakesTheNumberOfEvenOne()
    {
        open(profile(false, true));
        showJobs(u"9 acme/api");
        page().model().checkAll();
        action().trigger();
        QVERIFY(!button("confirmCancel")->isEnabled());
    }

    void readOnlyIsGreyedWithTheReason()
    {
        open(profile(true));
        showJobs(u"9 acme/api");
        page().model().checkAll();
        QVERIFY(!action().isEnabled());
        QVERIFY(action().toolTip().contains(QStringLiteral("read-only")));
        emit page().panel().cancelWanted({InstanceId{1}, 9}); // by another way
        QVERIFY(!dialog());
        QVERIFY(Test::says(*m_window, QStringLiteral("read-only")));
    }

    /// There the same number is another job, which nobody picked.
    void theChoiceEndsWithTheInstance()
    {
        m_changeToken = "glpat-changes";
        open(profile(false));
        showJobs(u"9 acme/api name=build");
        page().table().setCurrentIndex(page().model().index(0, 0));
        QTest::keyClick(&page().table(), Qt::Key_Return);
        page().model().checkAll();
        QVERIFY(page().panel().isVisible() && action().isEnabled());
        InstanceProfile other = profile(false);
        other.key = QStringLiteral("other");
        open(other);
        QTRY_VERIFY(!page().panel().isVisible());
        showJobs(u"9 other/app name=release");
        QVERIFY(page().chosenJobs().empty());
        QVERIFY(!action().isEnabled());
    }

    /// The scopes of a token are what the server says they are.
    void theReasonIsPlainText()
    {
        open(profile(false));
        Access access;
        access.token = TokenFacts{QStringLiteral("mine"), {QStringLiteral("<b>read_api</b>\n")}, {}};
        m_service->sayAccess(access);
        showJobs(u"9 acme/api");
        page().model().checkAll();
        QTRY_VERIFY(action().toolTip().contains(QStringLiteral("read_api")));
        QVERIFY(!action().toolTip().contains(QStringLiteral("<b>")));
    }

    void aTokenThatReadsAsksForOneThatChanges()
    {
        QSignalSpy wanted(m_flow, &CancelJobsFlow::changeTokenWanted);
        open(profile(false));
        Access access;
        access.token = TokenFacts{QStringLiteral("mine"), {QStringLiteral("read_api")}, {}};
        m_service->sayAccess(access);
        showJobs(u"9 acme/api");
        page().model().checkAll();
        action().trigger();
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(!dialog());
        m_changeToken = "glpat-changes";
        m_flow->update();
        action().trigger();
        QVERIFY(dialog());
    }

    void stopIsSaidAndEscapeStops()
    {
        open();
        showJobs(u"9 acme/api\n8 acme/api");
        page().model().checkAll();
        action().trigger();
        QTest::keyClick(button("confirmCancel"), Qt::Key_Space);
        QTRY_COMPARE(m_asked->cancelling().jobs.size(), 2U);
        QVERIFY(!m_asked->cancelling().stop.stop_requested());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(dialog()); // what was sent is still on its way
        QVERIFY(m_asked->cancelling().stop.stop_requested());
        QVERIFY(says("stopping"));
        m_service->sayOutcome(outcome(9, CancelFate::Canceled));
        m_service->sayOutcome(outcome(8, CancelFate::NotTried));
        m_service->sayCanceled();
        QTRY_VERIFY(says("1 was not tried"));
    }

    /// The same number is another job there.
    void anotherFleetTakesTheQuestionBack()
    {
        open();
        showJobs(u"9 acme/api");
        page().model().checkAll();
        action().trigger();
        QVERIFY(dialog());
        open(profile(false));
        QTRY_VERIFY(!dialog());
        QVERIFY(m_asked->cancelling().jobs.empty());
    }

    void thePanelCancelsItsOwnJob()
    {
        open();
        showJobs(u"9 acme/api\n8 acme/api");
        page().model().checkAll();
        emit page().panel().cancelWanted({InstanceId{1}, 8});
        QVERIFY(says("Cancel this job?"));
        QTest::keyClick(button("confirmCancel"), Qt::Key_Space);
        QTRY_COMPARE(m_asked->cancelling().jobs.size(), 1U);
        QCOMPARE(m_asked->cancelling().jobs.front()->id.number, 8);
    }

    void onOtherPagesThereIsNothingToCancel()
    {
        open();
        showJobs(u"9 acme/api");
        page().model().checkAll();
        QVERIFY(action().isEnabled());
        m_window->pages().showRunners();
        QVERIFY(!action().isEnabled());
    }
};

QTEST_MAIN(TestCancelJobsFlow)

#include "tst_canceljobsflow.moc"
