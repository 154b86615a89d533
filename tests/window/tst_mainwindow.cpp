// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/panels/topbar.h"
#include "views/tables/runnertableview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

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

    MessageBar &messageBar() const { return *m_window->findChild<MessageBar *>(); }

private slots:
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
        m_window->dismissError();
        QVERIFY(!messageBar().isVisible());
    }

    void choosingARowTellsWhich()
    {
        show(u"1 a\n2 b");
        QSignalSpy chosen(m_window.get(), &MainWindow::runnerChosen);
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 2});
        QCOMPARE(chosen.last().at(0).value<std::optional<RunnerId>>(), std::optional(RunnerId{InstanceId{1}, 2}));
    }

    void filterKeepsTheTextWhenAFacetIsChosen()
    {
        show(u"1 build-1 contact=1m\n2 build-2 contact=5h\n3 gpu contact=1m");
        QTest::keyClicks(m_window->topBar().findChild<QLineEdit *>(), QStringLiteral("build"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        QAbstractButton *online = facet(QStringLiteral("Online"));
        QVERIFY(online);
        online->click();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->filter().text, QStringLiteral("build"));
        facet(QStringLiteral("All runners"))->click();
        QTRY_COMPARE(m_model->rowCount(), 3);
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

    void hostileTextsStayText()
    {
        show(u"1 <img_src=x>&lt;b&gt; contact=1m tags=<b>bold</b>");
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 1});
        for (const auto *label : m_window->findChildren<QLabel *>())
            QVERIFY2(
                label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qUtf8Printable(label->text()));
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
