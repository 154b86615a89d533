// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectflow.h"

#include "app/gitlab/gitlabfleetservice.h"
#include "tests/support/saidtext.h"
#include "tests/support/simulator.h"
#include "views/dialogs/connectdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace Runnerscope;

class TestConnectFlow : public QObject
{
    Q_OBJECT

    Test::Simulator m_simulator{{QStringLiteral("--runners"), QStringLiteral("10")}};
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ConnectFlow> m_flow;

    ConnectDialog &dialog() const { return *m_window->findChild<ConnectDialog *>(); }

    void enter(const QString &address, const QString &token)
    {
        const auto fields = dialog().findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        for (QLineEdit *field : fields) {
            field->clear();
            QTest::keyClicks(field, field->echoMode() == QLineEdit::Normal ? address : token);
        }
        QTest::keyClick(fields.last(), Qt::Key_Return);
    }

private slots:
    void init()
    {
        QVERIFY(m_simulator.isRunning());
        m_window = std::make_unique<QWidget>();
        m_flow = std::make_unique<ConnectFlow>(
            [](const Connection &connection) { return std::make_unique<GitLabFleetService>(connection); }, *m_window);
        m_window->show();
        m_flow->start({});
    }

    void cleanup()
    {
        m_flow.reset();
        m_window.reset();
    }

    void handsOverAFleet()
    {
        QSignalSpy connected(m_flow.get(), &ConnectFlow::connected);
        std::unique_ptr<FleetThread> thread;
        connect(m_flow.get(), &ConnectFlow::connected, this, [&] { thread = m_flow->takeThread(); });
        enter(m_simulator.url(), QString::fromUtf8(m_simulator.token()));
        QTRY_COMPARE(connected.count(), 1);
        QVERIFY(thread);
        QCOMPARE(connected.at(0).at(0).value<FleetPtr>()->rows.size(), std::size_t(10));
        QVERIFY(!dialog().isVisible());
    }

    void badAddressIsSaidInPlace()
    {
        QSignalSpy connected(m_flow.get(), &ConnectFlow::connected);
        enter(QStringLiteral("http://gitlab.example.com"), QStringLiteral("glpat-x"));
        QVERIFY(Test::says(dialog(), QStringLiteral("Plain http")));
        QVERIFY(connected.isEmpty());
    }

    void badTokenIsSaidInPlaceAndForgotten()
    {
        QSignalSpy connected(m_flow.get(), &ConnectFlow::connected);
        enter(m_simulator.url(), QStringLiteral("glpat-simulator-expired"));
        const auto fields = dialog().findChildren<QLineEdit *>();
        QTRY_VERIFY(Test::says(dialog(), QStringLiteral("does not accept the token")));
        QVERIFY(fields.first()->isEnabled()); // not busy any more
        QVERIFY(connected.isEmpty());
        for (const QLineEdit *field : fields)
            QVERIFY(!field->text().contains(QStringLiteral("glpat")));
    }

    void cancelEndsTheTry()
    {
        m_simulator.setFaults("[{\"kind\":\"delay\",\"milliseconds\":30000,\"times\":1}]");
        QSignalSpy connected(m_flow.get(), &ConnectFlow::connected);
        enter(m_simulator.url(), QString::fromUtf8(m_simulator.token()));
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog().isVisible());
        QVERIFY(!m_flow->takeThread());
        m_simulator.setFaults("[]");
    }
};

QTEST_MAIN(TestConnectFlow)
#include "tst_connectflow.moc"
