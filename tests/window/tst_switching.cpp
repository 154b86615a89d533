// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleetcontroller.h"

#include "app/window/mainwindow.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "tests/window/scriptedservice.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/tables/runnertableview.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;

namespace {

FleetPtr fleetOf(QStringView text, const QString &label, bool cached = false)
{
    Fleet fleet = Test::fleet(text);
    fleet.source.label = label;
    fleet.source.cached = cached;
    fleet.asOf = Test::now;
    return shareFleet(std::move(fleet));
}

InstanceProfile profileOf(const QString &name, bool production = false)
{
    InstanceProfile profile;
    profile.key = name;
    profile.name = name;
    profile.production = production;
    return profile;
}

} // namespace

/// One fleet in place of another, with services that say what they are told to.
class TestSwitching : public QObject
{
    Q_OBJECT

    std::shared_ptr<Test::Asked> m_asked;
    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FleetController> m_controller;

    Test::ScriptedService *open(const std::shared_ptr<Test::Asked> &asked, const QString &name, bool production = false)
    {
        auto service = std::make_unique<Test::ScriptedService>(asked);
        Test::ScriptedService *plain = service.get();
        m_controller->open({std::move(service), {}, profileOf(name, production)});
        return plain;
    }

    /// With "one" on screen.
    Test::ScriptedService *openFirst(bool production = false)
    {
        Test::ScriptedService *service = open(m_asked, QStringLiteral("one"), production);
        service->sayFleet(fleetOf(u"1 a contact=1m\n2 b contact=1m", QStringLiteral("one")));
        [this] { QTRY_COMPARE(m_model->rowCount(), 2); }();
        return service;
    }

    MessageBar &messageBar() const { return *m_window->findChild<MessageBar *>(); }

private slots:
    void init()
    {
        m_asked = std::make_shared<Test::Asked>();
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

    void whatIsOnScreenStaysUntilTheNewOneAnswers()
    {
        openFirst();
        const auto asked = std::make_shared<Test::Asked>();
        Test::ScriptedService *other = open(asked, QStringLiteral("two"));
        QTRY_COMPARE(asked->starts(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("one")));
        QVERIFY(Test::says(*m_window, QStringLiteral("Opening two…")));
        other->sayFleet(fleetOf(u"7 c contact=1m", QStringLiteral("two")));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("two")));
        QVERIFY(!Test::says(*m_window, QStringLiteral("Opening")));
    }

    void aNewOneThatCannotBeHadChangesNothing()
    {
        openFirst();
        const auto asked = std::make_shared<Test::Asked>();
        QSignalSpy failed(m_controller.get(), &FleetController::openFailed);
        open(asked, QStringLiteral("two"))->sayFailed(FetchError::Kind::HostNotFound);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(Test::says(messageBar(), QStringLiteral("was not found")));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("one")));
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!Test::says(m_window->topBar(), QStringLiteral("not connected"))); // this one is
        QTRY_COMPARE(asked->ends(), 1); // it does not go on in secret
    }

    void theLastOneAskedForWins()
    {
        openFirst();
        const auto asked = std::make_shared<Test::Asked>();
        const auto last = std::make_shared<Test::Asked>();
        open(asked, QStringLiteral("two"));
        Test::ScriptedService *third = open(last, QStringLiteral("three"));
        QTRY_COMPARE(asked->ends(), 1);
        third->sayFleet(fleetOf(u"7 c contact=1m", QStringLiteral("three")));
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("three")));
    }

    void theSameFilesAreUsedByOneAtATime()
    {
        openFirst();
        const auto asked = std::make_shared<Test::Asked>();
        m_controller->release();
        QCOMPARE(m_model->rowCount(), 2);
        Test::ScriptedService *again = open(asked, QStringLiteral("one"));
        QTRY_COMPARE(m_asked->ends(), 1);
        QTRY_COMPARE(asked->starts(), 1);
        again->sayFailed(FetchError::Kind::TimedOut); // nobody else would refresh what is on screen
        QTRY_VERIFY(messageBar().isVisible());
        again->sayFleet(fleetOf(u"7 c contact=1m", QStringLiteral("one")));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(!messageBar().isVisible());
    }

    void productionIsMarkedEverywhere()
    {
        auto *band = m_window->findChild<QWidget *>(QStringLiteral("productionBand"));
        openFirst(true);
        QVERIFY(band->isVisible());
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("(production)")));
        QVERIFY(Test::says(*m_window, QStringLiteral("Production")));
        QVERIFY(Test::says(*m_window, QStringLiteral("Read-only")));
        m_window->setInstance(profileOf(QStringLiteral("one")));
        QVERIFY(!band->isVisible());
        QVERIFY(!m_window->windowTitle().contains(QStringLiteral("(production)")));
    }

    void aKeptFleetIsReadableAndSaysSo()
    {
        Test::ScriptedService *service = open(m_asked, QStringLiteral("one"));
        service->sayFleet(fleetOf(u"1 a contact=1m", QStringLiteral("one"), true));
        service->sayFailed(FetchError::Kind::HostNotFound);
        QTRY_VERIFY(messageBar().isVisible());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral("as of ")));
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral(", not connected")));
        service->sayFleet(fleetOf(u"1 a contact=1m", QStringLiteral("one")));
        service->sayWalkFinished();
        QTRY_VERIFY(Test::says(m_window->topBar(), QStringLiteral(" s ago")));
        QTRY_VERIFY(!Test::says(m_window->topBar(), QStringLiteral("not connected")));
        QVERIFY(!messageBar().isVisible());
    }

    void troubleOfTheStoreIsARemark()
    {
        Test::ScriptedService *service = openFirst();
        service->sayTrouble({StoreTrouble::Kind::DiskFull, QStringLiteral("/x"), {}});
        QTRY_VERIFY(messageBar().isVisible());
        const QString remark = messageBar().accessibleName();
        service->sayFailed(FetchError::Kind::TimedOut); // comes first
        QTRY_VERIFY(messageBar().accessibleName() != remark);
        service->sayFleet(fleetOf(u"1 a contact=1m", QStringLiteral("one")));
        QTRY_COMPARE(messageBar().accessibleName(), remark);
    }

    void troubleBeforeTheFirstWordIsNotLost()
    {
        openFirst();
        const auto asked = std::make_shared<Test::Asked>();
        Test::ScriptedService *other = open(asked, QStringLiteral("two"));
        other->sayTrouble({StoreTrouble::Kind::ReadOnly, QStringLiteral("/x"), {}});
        other->sayFleet(fleetOf(u"7 c contact=1m", QStringLiteral("two")));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(messageBar().isVisible());
    }

    void messagesMakeRoomForEachOther()
    {
        Test::ScriptedService *service = openFirst();
        m_window->showRemark({QStringLiteral("Remark."), {}});
        m_window->showNotice({QStringLiteral("Notice."), {}});
        service->sayFailed(FetchError::Kind::TimedOut);
        QTRY_VERIFY(Test::says(messageBar(), QStringLiteral("did not answer in time")));
        auto *close = messageBar().findChild<QToolButton *>();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(Test::says(messageBar(), QStringLiteral("Notice.")));
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(Test::says(messageBar(), QStringLiteral("Remark.")));
        m_window->showNotice({QStringLiteral("Notice."), {}});
        m_controller->release();
        const auto asked = std::make_shared<Test::Asked>();
        open(asked, QStringLiteral("two"))->sayFleet(fleetOf(u"7 c contact=1m", QStringLiteral("two")));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QTest::mouseClick(close, Qt::LeftButton); // the notice is about no fleet, the remark was about the one before
        QVERIFY(!messageBar().isVisible());
    }

    void theUserDecidesHowOften()
    {
        openFirst();
        QCOMPARE(m_asked->pace(), FleetPace::Usual);
        m_window->actions()[Actions::Id::RefreshSlow].trigger();
        QTRY_COMPARE(m_asked->pace(), FleetPace::Slow);
        m_window->actions()[Actions::Id::RefreshStopped].trigger();
        QTRY_COMPARE(m_asked->pace(), FleetPace::Stopped);
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral("refreshing stopped")));
        m_window->hide();
        m_window->show();
        m_window->actions()[Actions::Id::RefreshUsual].trigger();
        QTRY_COMPARE(m_asked->pace(), FleetPace::Usual);
        QVERIFY(!Test::says(m_window->topBar(), QStringLiteral("refreshing stopped")));
    }

    void nobodyLooksItGoesSlower()
    {
        openFirst();
        m_window->hide();
        QTRY_COMPARE(m_asked->pace(), FleetPace::Slow);
        m_window->show();
        QTRY_COMPARE(m_asked->pace(), FleetPace::Usual);
        m_window->setWindowState(Qt::WindowMinimized);
        QTRY_COMPARE(m_asked->pace(), FleetPace::Slow);
    }

    void rowsOnScreenAreTold()
    {
        Test::ScriptedService *service = open(m_asked, QStringLiteral("one"));
        QString text;
        for (int id = 1; id <= 400; ++id)
            text += QStringLiteral("%1 runner-%2 contact=1m\n").arg(id).arg(id, 3, 10, QLatin1Char('0'));
        service->sayFleet(fleetOf(text, QStringLiteral("one")));
        QTRY_VERIFY(!m_asked->visible().empty());
        QCOMPARE(m_asked->visible().front().number, 1);
        QVERIFY(m_asked->visible().size() <= 50);
        RunnerTableView &table = m_window->runnersPage().table();
        QSignalSpy told(&table, &RunnerTableView::visibleRunnersChanged);
        for (int step = 1; step <= 20; ++step)
            table.verticalScrollBar()->setValue(step * table.verticalScrollBar()->maximum() / 20);
        QTRY_COMPARE(m_asked->visible().back().number, 400);
        QCOMPARE(told.count(), 1); // not those that passed by
    }

    void whoTheUserIsExplainsWhatIsMissing()
    {
        Fleet nothing;
        nothing.source.label = QStringLiteral("one");
        nothing.coverage.kind = Coverage::Kind::Whole;
        nothing.coverage.parts = {{FleetPart::Kind::AllRunners, {}, FleetPart::State::Refused}};
        Test::ScriptedService *service = open(m_asked, QStringLiteral("one"));
        service->sayFleet(shareFleet(nothing));
        QTRY_VERIFY(Test::says(*m_window, QStringLiteral("An administrator sees all runners")));
        Access access;
        access.role = Role::AdministratorWithoutAdminMode;
        service->sayAccess(access);
        QTRY_VERIFY(Test::says(*m_window, QStringLiteral("admin_mode")));
    }
};

QTEST_MAIN(TestSwitching)
#include "tst_switching.moc"
