// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "tests/support/fleettext.h"
#include "views/pages/runnerspage.h"
#include "views/panels/emptystate.h"
#include "views/panels/filterbox.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationpanel.h"
#include "views/panels/progressline.h"
#include "views/panels/runnerpanel.h"
#include "views/panels/topbar.h"
#include "views/tables/runnertableview.h"
#include "views/theme/themecontroller.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

#include <memory>

using namespace Runnerscope;

namespace {

constexpr auto fewRunners = u"1 build-1 contact=1m group=acme/api tags=a,b version=18.1.0\n2 build-2 contact=3d";

RunnerId pageRunner(qint64 number)
{
    return {InstanceId{1}, number};
}

/// The parts of the window as the program puts them together.
struct Window
{
    explicit Window(RunnerTableModel &model) :
        page(new RunnersPage(model)),
        top(new TopBar),
        bar(new MessageBar)
    {
        auto *right = new QVBoxLayout;
        for (QWidget *part :
            {static_cast<QWidget *>(top), static_cast<QWidget *>(new ProgressLine), static_cast<QWidget *>(bar)})
            right->addWidget(part);
        right->addWidget(page, 1);
        right->setSpacing(0);
        auto *layout = new QHBoxLayout(&frame);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(new NavigationPanel);
        layout->addLayout(right, 1);
        top->setConnectVisible(true);
    }

    QWidget frame;
    RunnersPage *page;
    TopBar *top;
    MessageBar *bar;
};

} // namespace

class TestRunnersPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<Window> m_window;

    RunnersPage &page() const { return *m_window->page; }
    EmptyState *empty() const { return page().findChild<EmptyState *>(QStringLiteral("noRows")); }

    void showFleet(QStringView text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    QSet<QWidget *> walk(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QSet<QWidget *> seen;
        for (int step = 0; step < 100; ++step) {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            seen.insert(QApplication::focusWidget());
        }
        return seen;
    }

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<Window>(*m_model);
        m_window->frame.resize(1024, 700);
        m_window->frame.show();
        m_window->frame.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->frame));
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
    }

    void choosingOpensThePanelAndClosingEndsTheChoice()
    {
        showFleet(fewRunners);
        QVERIFY(!page().isPanelOpen());
        QSignalSpy chosen(&page(), &RunnersPage::runnerChosen);
        page().table().selectRunner(pageRunner(1));
        QVERIFY(page().isPanelOpen());
        QCOMPARE(page().panel().runner(), pageRunner(1));
        QCOMPARE(chosen.takeFirst().first().value<std::optional<RunnerId>>(), pageRunner(1));
        emit page().panel().closed();
        QVERIFY(!page().isPanelOpen());
        QVERIFY(!page().table().currentRunner());
        QVERIFY(!chosen.takeFirst().first().value<std::optional<RunnerId>>());
    }

    void thePanelFollowsTheFleet()
    {
        showFleet(fewRunners);
        page().table().selectRunner(pageRunner(2));
        QSignalSpy chosen(&page(), &RunnersPage::runnerChosen);
        showFleet(u"1 build-1\n2 renamed contact=1m");
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(page().panel().runner(), pageRunner(2));
        showFleet(u"1 build-1");
        QCOMPARE(chosen.count(), 1);
        QVERIFY(page().isPanelOpen());
        QVERIFY(!page().panel().runner());
    }

    void emptyPlacesSayWhy()
    {
        QCOMPARE(empty()->accessibleName(), QStringLiteral("Reading the fleet"));
        page().setLoading(false);
        QCOMPARE(empty()->accessibleName(), QStringLiteral("Nothing could be read"));
        showFleet({});
        QCOMPARE(empty()->accessibleName(), QStringLiteral("No runners"));
        showFleet(fewRunners);
        QVERIFY(page().table().isVisible());
        m_model->setFilter(Test::filter("nowhere"));
        QTRY_VERIFY(empty()->isVisible());
        QCOMPARE(empty()->accessibleName(), QStringLiteral("No runner matches"));
        QSignalSpy cleared(&page(), &RunnersPage::clearFilterRequested);
        QTest::mouseClick(empty()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(cleared.count(), 1);
    }

    void everyStopOfTheKeyboardHasAName()
    {
        showFleet(fewRunners);
        page().table().selectRunner(pageRunner(1));
        m_window->bar->showMessage(MessageBar::Severity::Danger, QStringLiteral("It broke."),
            QStringLiteral("Mend it."), QStringLiteral("Mend"));
        m_window->top->filterBox().focusField();
        QTRY_VERIFY(QApplication::focusWidget());
        const QSet<QWidget *> forwards = walk(Qt::Key_Tab, {});
        const QSet<QWidget *> backwards = walk(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(forwards, backwards);
        QVERIFY(forwards.size() > 15);
        QVERIFY(forwards.contains(&page().table()));
        for (QWidget *stop : forwards) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(stop);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), stop->metaObject()->className());
        }
    }

    void fitsSmallScreens()
    {
        const QString text =
            QStringLiteral("1 %1 contact=1m group=%2 tags=%3 version=%4")
                .arg(QString(1024, u'W'), QString(1024, u'g'), QString(1024, u't'), QString(1024, u'9'));
        showFleet(text);
        page().table().selectRunner(pageRunner(1));
        m_window->bar->showMessage(MessageBar::Severity::Danger, QString(1024, u'W'), QString(1024, u'W'),
            QStringLiteral("Verbindungseinstellungen öffnen"));
        m_window->top->setMatchCount(350000, 349999);
        m_window->top->setActivity(QStringLiteral("349.999 von 350.000 Runnern gelesen"));
        m_window->frame.resize(800, 600);
        QVERIFY(m_window->frame.minimumSizeHint().width() <= 1024);
        QVERIFY(m_window->frame.minimumSizeHint().height() <= 700);
        QVERIFY(!m_window->frame.grab().isNull());
    }

    void theColumnsThatMatterAreInSightBesideThePanel()
    {
        showFleet(fewRunners);
        page().table().selectRunner(pageRunner(1));
        QTRY_VERIFY(page().table().viewport()->width() < 600);
        for (const auto column : {RunnerColumn::Status, RunnerColumn::Name, RunnerColumn::Owner, RunnerColumn::Version,
                 RunnerColumn::LastContact}) {
            const int logical = static_cast<int>(column);
            const RunnerTableView &table = page().table();
            QTRY_VERIFY(
                table.columnViewportPosition(logical) + table.columnWidth(logical) <= table.viewport()->width());
        }
    }

    void stateIsKept()
    {
        showFleet(fewRunners);
        page().table().selectRunner(pageRunner(1));
        auto *handle = page().findChild<QSplitter *>()->handle(1);
        QTRY_VERIFY(handle->x() > 300);
        const int before = page().panel().width();
        const auto send = [handle](QEvent::Type type, int x) {
            const QPointF place(x, 50);
            QMouseEvent event(type, place, handle->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(handle, &event);
        };
        send(QEvent::MouseButtonPress, 0);
        send(QEvent::MouseMove, -20);
        send(QEvent::MouseButtonRelease, 0);
        const int chosen = page().panel().width();
        QVERIFY(chosen > before && chosen < before + 40);
        const QByteArray state = page().saveState();
        RunnersPage other(*m_model);
        other.resize(page().size());
        other.show();
        QVERIFY(other.restoreState(state));
        QVERIFY(!other.isPanelOpen());
        other.table().selectRunner(pageRunner(2));
        QTRY_COMPARE(other.panel().width(), chosen);
        QVERIFY(!other.restoreState(QByteArrayLiteral("rubbish")));
        QVERIFY(!other.restoreState({}));
    }
};

QTEST_MAIN(TestRunnersPage)
#include "tst_runnerspage.moc"
