// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"
#include "views/widgets/textblock.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestConnectDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<ConnectDialog> m_dialog;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_token = nullptr;
    QPushButton *m_connect = nullptr;

private slots:
    void init()
    {
        m_dialog = std::make_unique<ConnectDialog>();
        m_address = m_dialog->findChild<QLineEdit *>(QStringLiteral("address"));
        m_token = m_dialog->findChild<QLineEdit *>(QStringLiteral("token"));
        m_connect = m_dialog->findChild<QPushButton *>(QStringLiteral("connect"));
        m_dialog->show();
    }

    void connectsOnceBothAreFilled()
    {
        QSignalSpy requested(m_dialog.get(), &ConnectDialog::connectRequested);
        QVERIFY(!m_connect->isEnabled());
        QTest::keyClicks(m_address, QStringLiteral(" gitlab.example.com "));
        QVERIFY(!m_connect->isEnabled());
        QTest::keyClicks(m_token, QStringLiteral("  "));
        QVERIFY(!m_connect->isEnabled());
        QTest::keyClicks(m_token, QStringLiteral("glpat-x"));
        QVERIFY(m_connect->isEnabled());
        QTest::keyClick(m_token, Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->address(), QStringLiteral("gitlab.example.com"));
    }

    void theTokenIsTakenAway()
    {
        m_token->setText(QStringLiteral(" glpat-x\n"));
        QCOMPARE(m_dialog->takeToken(), QByteArrayLiteral("glpat-x"));
        QVERIFY(m_token->text().isEmpty());
        QVERIFY(m_dialog->takeToken().isEmpty());
    }

    void theTokenIsHiddenUnlessAskedFor()
    {
        QCOMPARE(m_token->echoMode(), QLineEdit::Password);
        auto *show = m_dialog->findChild<QCheckBox *>();
        show->setChecked(true);
        QCOMPARE(m_token->echoMode(), QLineEdit::Normal);
        m_dialog->takeToken();
        QCOMPARE(m_token->echoMode(), QLineEdit::Password);
    }

    void restsWhileBusy()
    {
        m_address->setText(QStringLiteral("a"));
        m_token->setText(QStringLiteral("b"));
        m_dialog->setBusy(true);
        QVERIFY(!m_connect->isEnabled());
        QVERIFY(!m_address->isEnabled());
        m_dialog->setBusy(false);
        QVERIFY(m_connect->isEnabled());
    }

    void errorsAreSaidInPlace()
    {
        const QString sentence = QStringLiteral("<b>No</b> ") + QString(1024, u'W');
        m_dialog->showError({sentence, QStringLiteral("Do this.")});
        const auto texts = m_dialog->findChildren<TextBlock *>();
        QCOMPARE(texts.first()->toPlainText(), sentence);
        QVERIFY(texts.first()->isVisible());
        QTRY_VERIFY(m_address->height() >= m_address->minimumSizeHint().height());
        QVERIFY(m_dialog->minimumSizeHint().width() < 700);
    }
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
