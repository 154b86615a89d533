// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/settings/windowsettings.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/pages/jobspage.h"
#include "views/pages/runnerspage.h"
#include "views/panels/filterbox.h"
#include "views/panels/messagebar.h"
#include "views/panels/topbar.h"
#include "views/tables/runnertableview.h"
#include "views/widgets/suggestionlist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;

    void show(QStringView text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    QAbstractButton *facet(const QString &name) const
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->accessibleName().startsWith(name) || button->text() == name)
                return button;
        }
        return nullptr;
    }

    const QLabel *mark(const char *text) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        const auto found = std::ranges::find(labels, QString::fromLatin1(text), &QLabel::text);
        return found == labels.end() ? nullptr : *found;
    }

    MessageBar &messageBar() const { return *m_window->findChild<MessageBar *>(); }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
    }

    void typingFilters()
    {
        show(u"1 build-1 tags=docker\n2 build-2\n3 gpu");
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(filter, QStringLiteral("docker"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        if (!filter->text().isEmpty()) // it closed the suggestions first
            QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE(m_model->rowCount(), 3);
    }

    void actionsHaveTheirKeys()
    {
        QSignalSpy refresh(m_window.get(), &MainWindow::refreshRequested);
        QSignalSpy connecting(m_window.get(), &MainWindow::connectRequested);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(refresh.count(), 1);
        QCOMPARE(connecting.count(), 1);
    }

    void errorsOfferWhatHelps()
    {
        QSignalSpy refresh(m_window.get(), &MainWindow::refreshRequested);
        QSignalSpy connecting(m_window.get(), &MainWindow::connectRequested);
        FetchError error;
        error.host = QStringLiteral("git.example.com");
        error.kind = FetchError::Kind::TimedOut;
        m_window->showError(error);
        QVERIFY(messageBar().isVisible());
        emit messageBar().buttonClicked();
        QCOMPARE(refresh.count(), 1);
        error.kind = FetchError::Kind::Unauthorized;
        m_window->showError(error);
        emit messageBar().buttonClicked();
        QCOMPARE(connecting.count(), 1);
        QSignalSpy editing(m_window.get(), &MainWindow::editInstanceRequested);
        InstanceProfile profile;
        profile.key = QStringLiteral("k1");
        m_window->setInstance(profile);
        m_window->showError(error);
        emit messageBar().buttonClicked(); // of a saved one, that one is edited
        QCOMPARE(connecting.count(), 1);
        QCOMPARE(editing.count(), 1);
        m_window->dismissError();
        QVERIFY(!messageBar().isVisible());
    }

    void anErrorOfAnotherInstanceIsAboutThatOne()
    {
        QSignalSpy refresh(m_window.get(), &MainWindow::refreshRequested);
        QSignalSpy opening(m_window.get(), &MainWindow::instanceRequested);
        FetchError error;
        error.kind = FetchError::Kind::TimedOut;
        InstanceProfile other;
        other.key = QStringLiteral("k2");
        m_window->showOpeningError(error, other);
        emit messageBar().buttonClicked();
        QCOMPARE(refresh.count(), 0);
        QCOMPARE(opening.at(0).at(0).toString(), QStringLiteral("k2"));
    }

    void choosingARowTellsWhich()
    {
        show(u"1 a\n2 b");
        QSignalSpy chosen(m_window.get(), &MainWindow::runnerChosen);
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 2});
        QCOMPARE(chosen.last().at(0).value<std::optional<RunnerId>>(), std::optional(RunnerId{InstanceId{1}, 2}));
    }

    /// The number beside a facet is the number of rows that follow; with Ctrl it narrows what was found.
    void facetsAreFilters()
    {
        show(u"1 build-1 contact=1m\n2 build-2 contact=5h\n3 gpu contact=1m");
        auto *field = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("build"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        QAbstractButton *online = facet(QStringLiteral("Online"));
        QVERIFY(online);
        QTest::mouseClick(online, Qt::LeftButton, Qt::ControlModifier);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(field->text(), QStringLiteral("build status:online"));
        QVERIFY(!online->isChecked());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(field->text(), QStringLiteral("status:online"));
        QVERIFY(online->isChecked());
        facet(QStringLiteral("All runners"))->click();
        QTRY_COMPARE(m_model->rowCount(), 3);
    }

    void jobsHaveAPageOfTheirOwn()
    {
        show(u"1 a contact=1m\n2 b contact=5h");
        auto jobs = std::make_shared<JobList>();
        jobs->pending = jobs->running = {JobListReach::Kind::Whole, 0};
        m_window->pages().setJobs(jobs);
        auto *item = m_window->findChild<QAbstractButton *>(QStringLiteral("jobs"));
        item->click();
        QTRY_VERIFY(Test::says(m_window->pages().jobs(), QStringLiteral("Nothing waits, nothing runs")));
        QVERIFY(item->accessibleName().contains(u'0'));
        QVERIFY(item->isChecked() && !facet(QStringLiteral("All runners"))->isChecked());
        QVERIFY(!m_window->topBar().filterBox().isVisible());
        QVERIFY(!m_window->actions()[Actions::Id::CopyText].isEnabled()); // of runners that are out of sight
        emit m_window->pages().jobs().filterWanted(QStringLiteral("id:2"));
        QVERIFY(m_window->runnersPage().isVisible() && m_window->topBar().filterBox().isVisible());
        QVERIFY(!item->isChecked());
        QVERIFY(m_window->actions()[Actions::Id::CopyText].isEnabled());
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_window->actions()[Actions::Id::ShowJobs].trigger();
        QVERIFY(m_window->pages().jobs().isVisible());
        m_window->actions()[Actions::Id::ShowHosts].trigger();
        QVERIFY(m_window->runnersPage().isVisible());
        QCOMPARE(m_window->runnersPage().view(), RunnersPage::View::Hosts);
    }

    void alternativesStayTogether()
    {
        show(u"1 a contact=1m\n2 b contact=5h\n3 c contact=1m");
        auto *field = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("name:a OR name:b"));
        QTest::mouseClick(facet(QStringLiteral("Online")), Qt::LeftButton, Qt::ControlModifier);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(field->text(), QStringLiteral("(name:a OR name:b) status:online"));
    }

    void nonsenseIsExplainedAndTheLastRowsStay()
    {
        show(u"1 build-1 tags=docker\n2 build-2");
        auto *field = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("tag:docker"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_window->setFilter(QStringLiteral("tag:docker exector:x"));
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral("executor")));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->filter().text(), QStringLiteral("tag:docker"));
        m_window->setFilter(QStringLiteral("status:offline contact:>30d"));
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral(" · "))); // the two exclude each other
    }

    void typingGoesOnWhenNothingMatchesAnyMore()
    {
        show(u"1 build-1\n2 build-2");
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->runnersPage().table().setFocus();
        m_window->topBar().filterBox().focusField();
        auto *field = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("nobody"));
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(field->hasFocus());
    }

    void suggestionsComeFromTheFleet()
    {
        show(u"1 a tags=docker\n2 b tags=docker\n3 c tags=gpu");
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->topBar().filterBox().focusField();
        auto *field = m_window->topBar().findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("tag:do"));
        auto *list = m_window->topBar().findChild<SuggestionList *>();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(field->text(), QStringLiteral("tag:docker"));
        QTRY_COMPARE(m_model->rowCount(), 2);
    }

    void nothingReadIsNotCalledNoRunners()
    {
        Fleet nothing;
        nothing.coverage.kind = Coverage::Kind::Partial;
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(shareFleet(nothing));
        QTRY_COMPARE(refreshed.count(), 1);
        m_window->showProgress({});
        QVERIFY(Test::says(*m_window, QStringLiteral("Nothing could be read")));
        QVERIFY(!Test::says(*m_window, QStringLiteral("0 runners"))); // what is not known is not 0
        nothing.coverage.kind = Coverage::Kind::Whole;
        nothing.rowsRevision = newRowsRevision();
        m_model->setFleet(shareFleet(nothing));
        QTRY_VERIFY(Test::says(*m_window, QStringLiteral("No runners")));
    }

    void whatARoleCannotSeeIsNotCalledNone()
    {
        Fleet fleet = Test::fleet(u"1 a project=acme/api");
        fleet.coverage = {Coverage::Kind::Whole, {}, {{FleetPart::Kind::MyRunners, {}, FleetPart::State::Whole}}};
        m_model->setFleet(shareFleet(fleet));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(facet(QStringLiteral("Project"))->accessibleName(), QStringLiteral("Project: 1"));
        QCOMPARE(facet(QStringLiteral("Instance"))->accessibleName(), QStringLiteral("Instance"));
        fleet.rows.clear();
        fleet.rowsRevision = newRowsRevision();
        m_model->setFleet(shareFleet(fleet));
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(!Test::says(*m_window, QStringLiteral("0 runners")));
        QCOMPARE(facet(QStringLiteral("Online"))->accessibleName(), QStringLiteral("Online"));
    }

    void hostileTextsStayText()
    {
        show(u"1 <img_src=x>&lt;b&gt; contact=1m tags=<b>bold</b>");
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 1});
        for (const auto *label : m_window->findChildren<QLabel *>())
            QVERIFY2(
                label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qUtf8Printable(label->text()));
    }

    void everyStopOfTheKeyboardHasAName()
    {
        show(u"1 a contact=1m");
        m_window->showNotice({QStringLiteral("Something."), QStringLiteral("Mend it.")});
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 1});
        const QWidget *first = QApplication::focusWidget();
        QVERIFY(first);
        int stops = 0;
        bool sawSwitch = false;
        do {
            const QWidget *stop = QApplication::focusWidget();
            const auto *button = qobject_cast<const QAbstractButton *>(stop);
            const QString name = stop->accessibleName().isEmpty() && button ? button->text() : stop->accessibleName();
            QVERIFY2(!name.isEmpty(), stop->metaObject()->className());
            sawSwitch = sawSwitch || stop->objectName() == QStringLiteral("instanceSwitch");
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && ++stops < 60);
        QVERIFY(sawSwitch);
        QVERIFY(stops < 60);
    }

    void tellsWhetherATokenForChangesIsHeld()
    {
        show(u"1 a");
        InstanceProfile profile;
        profile.key = QStringLiteral("k1");
        profile.production = true;
        profile.readOnly = false;
        m_window->setInstance(profile);
        QAction &forget = m_window->actions()[Actions::Id::ForgetChangeToken];
        QSignalSpy forgetting(m_window.get(), &MainWindow::forgetChangeTokenRequested);
        QVERIFY(!forget.isEnabled());
        QVERIFY(mark("Production")->toolTip().contains(QStringLiteral("No token for changes is held")));
        QVERIFY(!mark("Token held")->isVisible());
        m_window->setChangeToken(QStringLiteral("<b>root"), QDateTime(QDate::currentDate(), QTime(14, 2)));
        for (const char *name : {"Production", "Token held"}) {
            QVERIFY(mark(name)->isVisible());
            QVERIFY(mark(name)->toolTip().contains(QStringLiteral("@&lt;b&gt;root")));
            QVERIFY(mark(name)->accessibleDescription().contains(QStringLiteral("until 14:02")));
        }
        forget.trigger();
        QCOMPARE(forgetting.count(), 1);
    }

    void remembersHowOftenToRefresh()
    {
        show(u"1 a");
        WindowSettings settings;
        settings.setPace(QStringLiteral("nonsense"));
        m_window->restoreState(settings);
        QCOMPARE(m_window->chosenPace(), FleetPace::Usual);
        QVERIFY(!Test::says(m_window->topBar(), QStringLiteral("refreshing")));
        m_window->actions()[Actions::Id::RefreshStopped].trigger();
        QVERIFY(Test::says(m_window->topBar(), QStringLiteral("refreshing stopped")));
        m_window->saveState(settings);
        MainWindow next(*m_model);
        QSignalSpy changed(&next, &MainWindow::paceChanged);
        next.restoreState(settings);
        next.show();
        QCOMPARE(next.chosenPace(), FleetPace::Stopped);
        QVERIFY(changed.count() > 0); // whoever refreshes hears of it
        QVERIFY(Test::says(next.topBar(), QStringLiteral("refreshing stopped")));
        next.actions()[Actions::Id::RefreshSlow].trigger();
        QVERIFY(Test::says(next.topBar(), QStringLiteral("refreshing less often")));
    }

    void fitsASmallScreen()
    {
        show(u"1 a");
        QVERIFY(m_window->minimumSizeHint().width() <= 800);
        QVERIFY(m_window->minimumSizeHint().height() <= 600);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
