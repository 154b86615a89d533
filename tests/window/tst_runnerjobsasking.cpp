// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runnerjobsasking.h"

#include "tests/support/saidtext.h"
#include "views/panels/runnerjobsview.h"
#include "views/theme/themecontroller.h"

#include <QApplication>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestRunnerJobsAsking : public QObject
{
    Q_OBJECT

    static constexpr RunnerId seven{InstanceId{1}, 7};

    std::unique_ptr<RunnerJobsView> m_view;
    std::unique_ptr<RunnerJobsAsking> m_asking;
    std::unique_ptr<QSignalSpy> m_asked;

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    /// The view has asked once.
    void init()
    {
        m_view = std::make_unique<RunnerJobsView>();
        m_asking = std::make_unique<RunnerJobsAsking>(*m_view);
        m_asked = std::make_unique<QSignalSpy>(m_asking.get(), &RunnerJobsAsking::asked);
        m_view->start(seven);
        m_view->show();
        QTRY_COMPARE(m_asked->count(), 1);
    }

    void cleanup()
    {
        m_asking.reset();
        m_view.reset();
    }

    /// As while an instance is opened again: whoever is there then is asked.
    void aQuestionThatNobodyTookIsAskedAgain()
    {
        m_asking->drop();
        QTRY_COMPARE(m_asked->count(), 2);
        QCOMPARE(m_asked->last().first().value<RunnerId>(), seven);
    }

    void whatIsAnsweredIsNotAskedAgain()
    {
        QPromise<RunnerJobsAnswer> promise;
        promise.start();
        m_asking->await(seven, promise.future());
        TakenJobs refused;
        refused.runner = seven;
        refused.refused = true;
        promise.addResult(RunnerJobsAnswer(std::make_shared<const TakenJobs>(refused)));
        promise.finish();
        QTRY_VERIFY(Test::says(*m_view, QStringLiteral("You may not see the jobs")));
        m_asking->drop();
        QVERIFY(Test::says(*m_view, QStringLiteral("You may not see the jobs")));
    }
};

QTEST_MAIN(TestRunnerJobsAsking)
#include "tst_runnerjobsasking.moc"
