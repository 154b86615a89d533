// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleetcontroller.h"

#include "app/gitlab/gitlabfleetservice.h"
#include "app/window/mainwindow.h"
#include "models/rules/errorwording.h"
#include "tests/support/saidtext.h"
#include "tests/support/simulator.h"
#include "views/pages/jobspage.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/panels/runnerpanel.h"
#include "views/tables/runnertableview.h"
#include "views/widgets/expander.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using namespace std::chrono_literals;

/// The whole way from HTTP to pixels.
class TestFleetController : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FleetController> m_controller;

    void open()
    {
        const Connection connection{
            std::get<ServerAddress>(ServerAddress::parse(m_simulator->url())), Secret(m_simulator->token())};
        const Rhythm rhythm{.pulsesEvery = 24h,
            .jobsEvery = 24h,
            .newsEvery = 24h,
            .walkEvery = 24h,
            .patience = 5s,
            .firstRetry = 20ms,
            .slowestRetry = 50ms,
            .publishEvery = 0ms};
        m_controller->open({std::make_unique<GitLabFleetService>(connection, rhythm), {}, std::nullopt});
    }

    bool isWhole() const { return m_model->fleet() && m_model->fleet()->coverage.kind == Coverage::Kind::Whole; }
    MessageBar &messageBar() const { return *m_window->findChild<MessageBar *>(); }

private slots:
    void init()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QStringLiteral("350"), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_controller = std::make_unique<FleetController>(*m_model, *m_window);
        m_window->show();
    }

    void cleanup()
    {
        m_controller.reset();
        m_window.reset();
        m_model.reset();
    }

    void showsTheFleet()
    {
        open();
        QTRY_VERIFY(isWhole());
        QCOMPARE(m_model->rowCount(), 350);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("127.0.0.1")));
        QVERIFY(!messageBar().isVisible());
    }

    void jobsThatCannotBeReadAreNoTroubleOfTheFleet()
    {
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":502,\"match\":\"AllJobs\"}]");
        QSignalSpy ended(m_controller.get(), &FleetController::walkEnded);
        open();
        m_window->pages().showJobs();
        QTRY_VERIFY(Test::says(m_window->pages().jobs(), QStringLiteral("The jobs could not be read")));
        QTRY_VERIFY(isWhole());
        QVERIFY(!messageBar().isVisible());
        for (const QList<QVariant> &arguments : ended)
            QVERIFY(!arguments.first().value<std::optional<FetchError>>());
    }

    void jobsOfTheChosenRunnerAreReadWhenTheyAreUnfolded()
    {
        const QJsonObject prepared = m_simulator->prepare(QStringLiteral("failing-runner"));
        const RunnerId broken{InstanceId{}, prepared.value(QLatin1String("runners")).toArray().first().toInteger()};
        open();
        QTRY_VERIFY(isWhole() && m_model->isUpToDate());
        m_window->runnersPage().table().selectRunner(broken);
        RunnerPanel &panel = m_window->runnersPage().panel();
        QTRY_COMPARE(panel.runner(), std::optional(broken));
        QCOMPARE(m_simulator->asked(QStringLiteral("RunnerJobs")), 0);
        panel.findChild<Expander *>(QStringLiteral("recentJobs"))->setExpanded(true);
        QTRY_VERIFY(Test::says(panel, QStringLiteral("were a fault of the runner")));
        QCOMPARE(m_simulator->asked(QStringLiteral("RunnerJobs")), 1);
    }

    void jobsThatWaitForARunnerAreShown()
    {
        open();
        QTRY_VERIFY(isWhole() && m_model->isUpToDate());
        const RunnerId runner = m_model->fleetRow(0).runner->id;
        emit m_window->runnersPage().panel().waitingJobsWanted(runner);
        QVERIFY(m_window->pages().jobs().isVisible());
        const auto *field = m_window->pages().jobs().findChild<QLineEdit *>(QStringLiteral("jobFilter"));
        QCOMPARE(field->text(), QStringLiteral("could:%1").arg(runner.number));
        QTRY_VERIFY(Test::says(m_window->pages().jobs(), QStringLiteral("could take")));
    }

    void idleRefreshEmitsNoModelSignal()
    {
        open();
        QTRY_VERIFY(isWhole());
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy ended(m_controller.get(), &FleetController::walkEnded);
        emit m_window->refreshRequested();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(m_model->isUpToDate()); // no order is being made that would bring a signal later
        QCOMPARE(layout.count() + data.count() + reset.count(), 0);
    }

    void troubleKeepsTheOldDataAndPasses()
    {
        open();
        QTRY_VERIFY(isWhole());
        m_simulator->setFaults("[{\"kind\":\"html\",\"match\":\"AllRunners\"}]");
        emit m_window->refreshRequested();
        QTRY_VERIFY(messageBar().isVisible());
        QCOMPARE(m_model->rowCount(), 350);
        m_simulator->setFaults("[]");
        QTRY_VERIFY(!messageBar().isVisible()); // it tries again by itself
    }

    void nothingReadSaysWhy()
    {
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":401}]");
        open();
        QTRY_VERIFY(messageBar().isVisible());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(Test::says(*m_window, QStringLiteral("does not accept the token")));
        QVERIFY(Test::says(*m_window, QStringLiteral("Nothing could be read")));
    }

    void detailsFollowTheSelection()
    {
        open();
        QTRY_VERIFY(isWhole());
        QSignalSpy shown(m_controller.get(), &FleetController::detailsShown);
        const RunnerId first = m_model->fleetRow(0).runner->id;
        const RunnerId second = m_model->fleetRow(1).runner->id;
        m_window->runnersPage().table().selectRunner(first);
        m_window->runnersPage().table().selectRunner(second); // before the first one's details were asked for
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(m_window->runnersPage().panel().runner(), std::optional(second));
        QCOMPARE(m_simulator->ask(QStringLiteral("stats"))
                     .value(QLatin1String("byOperation"))
                     .toObject()
                     .value(QLatin1String("RunnerDetails"))
                     .toInt(),
            1);
    }

    void detailsNobodyWantsAreGivenUp()
    {
        open();
        QTRY_VERIFY(isWhole());
        m_simulator->setFaults("[{\"kind\":\"delay\",\"milliseconds\":60000,\"times\":1,\"match\":\"RunnerDetails\"}]");
        QSignalSpy shown(m_controller.get(), &FleetController::detailsShown);
        m_window->runnersPage().table().selectRunner(m_model->fleetRow(0).runner->id);
        QTRY_COMPARE(m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("inFlight")).toInt(), 1);
        m_window->runnersPage().table().selectRunner(m_model->fleetRow(1).runner->id);
        QTRY_COMPARE(shown.count(), 1); // and not after a minute
    }

    void anotherFleetTakesThePlaceWhileTheFirstIsRead()
    {
        m_simulator->setFaults("[{\"kind\":\"delay\",\"milliseconds\":20}]");
        open();
        QTRY_VERIFY(m_model->rowCount() > 0);
        m_window->runnersPage().table().selectRunner(m_model->fleetRow(0).runner->id);
        const Test::Simulator other(
            {QStringLiteral("--runners"), QStringLiteral("20"), QStringLiteral("--seed"), QStringLiteral("5")});
        m_simulator->setFaults("[]");
        const Connection connection{std::get<ServerAddress>(ServerAddress::parse(other.url())), Secret(other.token())};
        m_controller->open({std::make_unique<GitLabFleetService>(connection), {}, std::nullopt});
        QTRY_VERIFY(isWhole() && m_model->rowCount() == 20);
        QVERIFY(m_model->isUpToDate());
        QCOMPARE(m_model->fleet()->source.label, other.url().section(u'/', 2));
        QVERIFY(!m_window->runnersPage().table().currentRunner());
    }
};

QTEST_MAIN(TestFleetController)
#include "tst_fleetcontroller.moc"
