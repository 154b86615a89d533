// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleetcontroller.h"
#include "app/window/jobcardflow.h"
#include "app/window/mainwindow.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "tests/window/scriptedservice.h"
#include "views/dialogs/jobcarddialog.h"
#include "views/pages/runnerspage.h"
#include "views/widgets/textblock.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace Runnerscope;

namespace {

const QString jobLink = QStringLiteral("https://git.example.com/acme/api/-/jobs/9");

JobCardPtr someCard()
{
    Job job;
    job.id = {InstanceId{}, 9};
    job.name = QString(300, u'x') + QStringLiteral("<b>bold</b>");
    job.status = JobStatus::Failed;
    job.kind = JobKind::Build;
    job.startedAt = Test::now;
    JobCard card;
    card.job = std::make_shared<const Job>(std::move(job));
    card.webUrl = jobLink;
    card.runner = Test::runner(u"2 build-2 contact=1m group=acme");
    card.runner->id = {InstanceId{}, 2};
    card.fate = JobRunnerFate::Known;
    card.readAt = Test::now;
    return std::make_shared<const JobCard>(std::move(card));
}

} // namespace

class TestJobCardFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FleetController> m_controller;

    JobCardDialog *dialog() const { return m_window->findChild<JobCardDialog *>(); }
    QString words() const { return dialog()->findChild<TextBlock *>(QStringLiteral("jobWords"))->toPlainText(); }
    QPushButton *button(const char *name) const { return dialog()->findChild<QPushButton *>(QLatin1String(name)); }

    void open(const JobCardAnswer &answer, const QString &host = QStringLiteral("git.example.com"))
    {
        auto service = std::make_unique<Test::ScriptedService>(std::make_shared<Test::Asked>());
        service->jobAnswer = answer;
        FleetSource source;
        source.label = host;
        source.webUrl = QStringLiteral("https://") + host;
        m_controller->open({std::move(service), source, std::nullopt});
    }

private slots:
    void init()
    {
        QGuiApplication::clipboard()->clear();
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_controller = std::make_unique<FleetController>(*m_model, *m_window);
        const auto instances = [] {
            InstanceProfile work;
            work.name = QStringLiteral("work");
            work.address = QStringLiteral("https://other.example.com");
            return std::vector{work};
        };
        new JobCardFlow(instances, *m_model, *m_controller, *m_window);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_controller.reset();
        m_window.reset();
    }

    /// There the number of the runner is another one's.
    void theRunnerOfAnotherInstanceIsNotShown()
    {
        open(someCard());
        QGuiApplication::clipboard()->setText(jobLink);
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QTRY_VERIFY(button("showJobRunner")->isEnabled());
        open(someCard(), QStringLiteral("git.example.org"));
        QTRY_VERIFY(m_model->fleet() && m_model->fleet()->source.label == QStringLiteral("git.example.org"));
        QTest::mouseClick(button("showJobRunner"), Qt::LeftButton);
        QVERIFY(Test::says(*dialog(), QStringLiteral("belongs to another instance")));
        QVERIFY(m_window->filter().isEmpty());
    }

    void theClipboardIsTakenWhereItHoldsALink()
    {
        open(someCard());
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QVERIFY(dialog()->isVisible() && !dialog()->isModal());
        QCOMPARE(dialog()->link(), QString());
        QGuiApplication::clipboard()->setText(jobLink);
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QCOMPARE(dialog()->link(), jobLink);
        QTRY_VERIFY(button("copyCard")->isEnabled());
        QVERIFY(button("openJobPage")->isEnabled() && button("showJobRunner")->isEnabled());
    }

    void byKeyboardAlone()
    {
        open(someCard());
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("jobLink")), QStringLiteral("acme/api#9"));
        QTest::keyClick(dialog()->findChild<QLineEdit *>(QStringLiteral("jobLink")), Qt::Key_Return);
        QTRY_VERIFY(button("copyCard")->isEnabled());
        QTest::keyClick(button("copyCard"), Qt::Key_Space);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("\\<b\\>")) && copied.contains(jobLink));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(!dialog()->isVisible());
    }

    void oneCardAfterAnother()
    {
        open(someCard());
        for (int i = 0; i < 3; ++i) {
            QGuiApplication::clipboard()->setText(jobLink);
            m_window->actions()[Actions::Id::ShowJobCard].trigger();
            QTRY_VERIFY(button("copyCard")->isEnabled());
        }
        QTest::keyClick(dialog()->findChild<QLineEdit *>(QStringLiteral("jobLink")), Qt::Key_X);
        QTest::keyClick(dialog()->findChild<QLineEdit *>(QStringLiteral("jobLink")), Qt::Key_Return);
        QVERIFY(!button("copyCard")->isEnabled()); // what is on screen belongs to what was asked
    }

    void theRunnerIsShownInTheWindow()
    {
        open(someCard());
        QGuiApplication::clipboard()->setText(jobLink);
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QTRY_VERIFY(button("showJobRunner")->isEnabled());
        QTest::mouseClick(button("showJobRunner"), Qt::LeftButton);
        QCOMPARE(m_window->filter(), QStringLiteral("id:2"));
    }

    void linksAreDroppedAndPasted()
    {
        open(someCard());
        QMimeData data;
        data.setText(QStringLiteral("Look: ") + jobLink);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(dialog() && dialog()->isVisible());
        dialog()->close();
        QGuiApplication::clipboard()->setText(jobLink);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(dialog()->isVisible());
        dialog()->close();
        QGuiApplication::clipboard()->setText(QStringLiteral("no jobLink"));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!dialog()->isVisible());
    }

    void whatIsNoJobIsSaid()
    {
        open(JobNotFound::NotThere);
        QGuiApplication::clipboard()->setText(jobLink);
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QTRY_VERIFY(words().contains(QStringLiteral("There is no job #9")));
        QVERIFY(!button("copyCard")->isEnabled() && !button("openJobPage")->isEnabled());
        QGuiApplication::clipboard()->setText(QStringLiteral("https://other.example.com/a/b/-/jobs/1"));
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QVERIFY(words().contains(QStringLiteral("work")));
    }

    void failuresAreSaid()
    {
        FetchError error;
        error.kind = FetchError::Kind::TimedOut;
        error.host = QStringLiteral("git.example.com");
        open(error);
        QGuiApplication::clipboard()->setText(jobLink);
        m_window->actions()[Actions::Id::ShowJobCard].trigger();
        QTRY_VERIFY(words().contains(QStringLiteral("git.example.com")));
        QVERIFY(!button("copyCard")->isEnabled());
    }

    void aLinkAtTheStartWaitsForTheFleet()
    {
        auto *flow = m_window->findChild<JobCardFlow *>();
        flow->open(jobLink);
        QVERIFY(dialog()->isVisible());
        open(someCard());
        QTRY_VERIFY(button("copyCard")->isEnabled());
    }
};

QTEST_MAIN(TestJobCardFlow)
#include "tst_jobcardflow.moc"
