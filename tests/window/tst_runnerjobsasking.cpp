// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runnerjobsasking.h"

#include "tests/support/saidtext.h"
#include "views/panels/runnerjobsview.h"
#include "views/theme/themecontroller.h"

#include <QApplication>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

class TestRunnerJobsAsking : public QObject
{
    Q_OBJECT

    static constexpr RunnerId seven{InstanceId{1}, 7};

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    /// As while an instance is opened again: whoever is there then is asked.
    void aQuestionThatNobodyTookIsAskedAgain()
    {
        RunnerJobsView view;
        RunnerJobsAsking asking(view);
        QSignalSpy asked(&asking, &RunnerJobsAsking::asked);
        view.start(seven);
        view.show();
        QTRY_COMPARE(asked.count(), 1);
        asking.drop();
        QTRY_COMPARE(asked.count(), 2);
        QCOMPARE(asked.last().first().value<RunnerId>(), seven);
    }

    void whatIsAnsweredIsNotAskedAgain()
    {
        RunnerJobsView view;
        RunnerJobsAsking asking(view);
        QSignalSpy asked(&asking, &RunnerJobsAsking::asked);
        view.start(seven);
        view.show();
        QTRY_COMPARE(asked.count(), 1);
        QPromise<RunnerJobsAnswer> promise;
        promise.start();
        asking.await(seven, promise.future());
        TakenJobs refused;
        refused.runner = seven;
        refused.refused = true;
        promise.addResult(RunnerJobsAnswer(std::make_shared<const TakenJobs>(refused)));
        promise.finish();
        QTRY_VERIFY(view.findChild<QWidget *>(QStringLiteral("readJobsAgain"))->isVisible());
        asking.drop();
        QVERIFY(Test::says(view, QStringLiteral("You may not see the jobs")));
    }
};

QTEST_MAIN(TestRunnerJobsAsking)
#include "tst_runnerjobsasking.moc"
