// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"

#include "tests/support/saidtext.h"
#include "views/dialogs/tokenfields.h"
#include "views/widgets/expander.h"
#include "views/widgets/textblock.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;

namespace {

/// "bad" is no address; everything else is a host.
AddressReading understand(const QString &text)
{
    if (text == QStringLiteral("bad"))
        return {{}, {}, ErrorWords{QStringLiteral("That is none."), QStringLiteral("Give one.")}};
    const QString url = QStringLiteral("https://") + text;
    return {QUrl(url), url + QStringLiteral("/api/graphql"), std::nullopt};
}

InstanceProfile saved()
{
    InstanceProfile profile;
    profile.key = QStringLiteral("k1");
    profile.name = QStringLiteral("acme");
    profile.address = QStringLiteral("git.example.com");
    profile.userName = QStringLiteral("anna");
    profile.caFile = QStringLiteral("/etc/ca.pem");
    profile.clientCertificateFile = QStringLiteral("/etc/me.pem");
    profile.clientKeyFile = QStringLiteral("/etc/me.key");
    profile.proxyMode = ProxyMode::Given;
    profile.proxy = QStringLiteral("http://proxy.example.com:3128");
    profile.refresh = {30, 20, 90, 120};
    profile.production = true;
    profile.readOnly = false;
    return profile;
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<ConnectDialog> m_dialog;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_token = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_test = nullptr;
    QUrl m_opened;

    template <typename T>
    T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }

    QStringList walk(Qt::Key key)
    {
        QStringList names;
        const QWidget *first = QApplication::focusWidget();
        do {
            const QWidget *focused = QApplication::focusWidget();
            const auto *button = qobject_cast<const QAbstractButton *>(focused);
            names += button && focused->accessibleName().isEmpty() ? button->text() : focused->accessibleName();
            QTest::keyClick(
                QApplication::focusWidget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        } while (QApplication::focusWidget() != first && names.size() < 50);
        return names;
    }

public slots:
    void takeUrl(const QUrl &url) { m_opened = url; }

private slots:
    void init()
    {
        m_dialog = std::make_unique<ConnectDialog>(understand);
        m_address = part<QLineEdit>("address");
        m_token = part<QLineEdit>("token");
        m_connect = part<QPushButton>("connect");
        m_test = part<QPushButton>("test");
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
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
        QVERIFY(m_connect->isEnabled() && m_test->isEnabled());
        QTest::keyClick(m_token, Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->profile().address, QStringLiteral("gitlab.example.com"));
        QCOMPARE(m_dialog->token(), QByteArrayLiteral("glpat-x"));
    }

    void startsReadOnlyAndUnmarked()
    {
        const InstanceProfile profile = m_dialog->profile();
        QVERIFY(profile.readOnly);
        QVERIFY(!profile.production);
        QVERIFY(m_dialog->tokenIsToBeKept());
        for (const Expander *expander : m_dialog->findChildren<Expander *>())
            QVERIFY(!expander->isExpanded());
        QVERIFY(profile.refresh == RefreshSettings());
    }

    void saysWhatItUnderstands()
    {
        const auto *understood = part<TextBlock>("understood");
        QTest::keyClicks(m_address, QStringLiteral("host/gitlab"));
        QVERIFY(understood->toPlainText().contains(QStringLiteral("https://host/gitlab/api/graphql")));
        m_address->setText(QStringLiteral("bad"));
        QCOMPARE(understood->toPlainText(), QStringLiteral("That is none. Give one."));
    }

    void aSavedOneComesBackAsItWas()
    {
        m_dialog->showProfile(saved(), true);
        QVERIFY(m_dialog->findChild<Expander *>()->isExpanded()); // nothing that matters is hidden
        QCOMPARE(m_dialog->profile(), saved());
        QVERIFY(m_dialog->token().isEmpty());
        QVERIFY(m_connect->isEnabled()); // with the token that is kept
    }

    void aKeptTokenGoesToNoOtherAddress()
    {
        m_dialog->showProfile(saved(), true);
        m_address->setText(QStringLiteral("elsewhere.example.com"));
        QVERIFY(!m_connect->isEnabled());
        QVERIFY(!m_test->isEnabled());
        m_token->setText(QStringLiteral("glpat-new"));
        QVERIFY(m_connect->isEnabled());
        m_token->clear();
        m_address->setText(saved().address);
        QVERIFY(m_connect->isEnabled());
    }

    void theTokenIsHiddenUnlessAskedFor()
    {
        QCOMPARE(m_token->echoMode(), QLineEdit::Password);
        QTest::mouseClick(part<QCheckBox>("showToken"), Qt::LeftButton);
        QCOMPARE(m_token->echoMode(), QLineEdit::Normal);
    }

    void closingForgetsTheToken_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::newRow("accepted") << true;
        QTest::newRow("cancelled") << false;
    }

    void closingForgetsTheToken()
    {
        QFETCH(bool, accepted);
        m_token->setText(QStringLiteral("glpat-x"));
        part<QCheckBox>("showToken")->setChecked(true);
        if (accepted)
            m_dialog->accept();
        else
            QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_token->text().isEmpty());
        QVERIFY(!m_token->isUndoAvailable());
        QCOMPARE(m_token->echoMode(), QLineEdit::Password);
    }

    void theTokenPageIsOfThatServer_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<QString>("page");
        const QString tail = QStringLiteral("/-/user_settings/personal_access_tokens?name=Runnerscope&scopes=");
        QTest::newRow("read-only") << "https://git.example.com" << true
                                   << QStringLiteral("https://git.example.com") + tail + QStringLiteral("read_api");
        QTest::newRow("changes, below a path")
            << "https://host:8443/gitlab" << false
            << QStringLiteral("https://host:8443/gitlab") + tail + QStringLiteral("api");
        QTest::newRow("a file") << "file:///etc/passwd" << true << QString();
        QTest::newRow("a script") << "javascript:alert(1)" << true << QString();
        QTest::newRow("nothing") << QString() << true << QString();
    }

    void theTokenPageIsOfThatServer()
    {
        QFETCH(QString, base);
        QFETCH(bool, readOnly);
        QFETCH(QString, page);
        QCOMPARE(tokenPage(QUrl(base), readOnly).toString(), page);
    }

    void theBrowserOpensTheTokenPage()
    {
        auto *create = part<QPushButton>("createToken");
        QVERIFY(!create->isEnabled());
        m_address->setText(QStringLiteral("git.example.com"));
        QVERIFY(create->isEnabled());
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeUrl");
        QTest::mouseClick(create, Qt::LeftButton);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened.host(), QStringLiteral("git.example.com"));
        m_address->setText(QStringLiteral("bad"));
        QVERIFY(!create->isEnabled());
    }

    void aProxyIsGivenOnlyWhenChosen()
    {
        QTest::mouseClick(m_dialog->findChild<Expander *>()->findChild<QToolButton *>(), Qt::LeftButton);
        auto *proxy = part<QLineEdit>("proxy");
        auto *mode = part<QComboBox>("proxyMode");
        QVERIFY(!proxy->isEnabled());
        mode->setCurrentIndex(mode->findData(static_cast<int>(ProxyMode::Given)));
        QVERIFY(proxy->isEnabled());
        QTest::keyClicks(proxy, QStringLiteral("socks5://p:1"));
        QCOMPARE(m_dialog->profile().proxy, QStringLiteral("socks5://p:1"));
        mode->setCurrentIndex(mode->findData(static_cast<int>(ProxyMode::None)));
        QCOMPARE(m_dialog->profile().proxyMode, ProxyMode::None);
        QVERIFY(m_dialog->profile().proxy.isEmpty());
    }

    void restsWhileBusyAndKeepsTheFocus()
    {
        m_address->setText(QStringLiteral("a"));
        m_token->setText(QStringLiteral("b"));
        m_token->setFocus();
        m_dialog->setBusy(true);
        QVERIFY(!m_connect->isEnabled() && !m_test->isEnabled() && !m_address->isEnabled());
        m_dialog->setBusy(false);
        QVERIFY(m_connect->isEnabled());
        QCOMPARE(QApplication::focusWidget(), m_token);
    }

    void saysWhoTheTokenIs()
    {
        Access access;
        access.user.username = QStringLiteral("anna");
        access.user.name = QStringLiteral("<b>Anna</b>");
        access.role = Role::Administrator;
        access.serverVersion = QStringLiteral("18.10.1");
        access.token = TokenFacts{QStringLiteral("t"), {QStringLiteral("read_api")}, QDate(2026, 12, 3)};
        m_dialog->showAccess(access, std::nullopt, QDate(2026, 11, 21));
        for (const char *words :
            {"<b>Anna</b> (@anna)", "Administrator", "read_api; expires in 12 days", "GitLab 18.10.1",
                "✓ Can see every runner", "✕ Cannot create runners. A token with the scope create_runner"})
            QVERIFY2(Test::says(*m_dialog, QString::fromUtf8(words)), words);
        m_dialog->showProfile({}, false);
        QVERIFY(!Test::says(*m_dialog, QStringLiteral("Administrator"))); // nothing of another one stays
    }

    void saysWhoMakesTheChanges()
    {
        Access reading;
        reading.user.username = QStringLiteral("anna");
        reading.role = Role::Administrator;
        Access changing = reading;
        changing.token = TokenFacts{QStringLiteral("t"), {QStringLiteral("api")}, {}};
        m_dialog->showAccess(reading, changing, QDate(2026, 11, 21));
        QTRY_VERIFY(!part<QWidget>("changeSummary")->visibleRegion().isEmpty()); // below all the rest
        QVERIFY(Test::says(*m_dialog, QStringLiteral("Changes: ")));
        QVERIFY(Test::says(*m_dialog, QStringLiteral("✓ Can pause, edit and delete many runners at once.")));
        QVERIFY(!Test::says(*m_dialog, QStringLiteral("another user")));
        changing.user.username = QStringLiteral("root");
        m_dialog->showAccess(reading, changing, QDate(2026, 11, 21));
        QVERIFY(Test::says(*m_dialog, QStringLiteral("another user")));
        changing.token->scopes = {QStringLiteral("read_api")};
        m_dialog->showAccess(reading, changing, QDate(2026, 11, 21));
        QVERIFY(Test::says(*m_dialog, QStringLiteral("can change no runner")));
        m_dialog->showAccess(reading, std::nullopt, QDate(2026, 11, 21));
        QVERIFY(!Test::says(*m_dialog, QStringLiteral("can change no runner")));
    }

    void aTokenForChangesNeedsAnInstanceThatMayBeChanged()
    {
        auto *field = part<QLineEdit>("changeToken");
        auto *readOnly = part<QCheckBox>("readOnly");
        QVERIFY(!field->isEnabled());
        QVERIFY(field->placeholderText().contains(QStringLiteral("read-only")));
        readOnly->setChecked(false);
        QVERIFY(field->isEnabled());
        field->setText(QStringLiteral(" glpat-c "));
        QCOMPARE(m_dialog->changeToken(), QByteArrayLiteral("glpat-c"));
        readOnly->setChecked(true);
        QVERIFY(m_dialog->changeToken().isEmpty());
        readOnly->setChecked(false);
        m_dialog->reject();
        QVERIFY(field->text().isEmpty() && !field->isUndoAvailable());
    }

    void errorsAreSaidInPlaceAndInSight()
    {
        const QString sentence = QStringLiteral("<b>No</b> ") + QString(1024, u'W');
        m_dialog->resize(460, 360);
        m_dialog->showError({sentence, QStringLiteral("Do this.")});
        auto *summary = part<QWidget>("accessSummary");
        QTRY_VERIFY(!summary->visibleRegion().isEmpty());
        QVERIFY(Test::says(*m_dialog, sentence));
        QVERIFY(Test::says(*m_dialog, QStringLiteral("Do this.")));
        QVERIFY(m_dialog->minimumSizeHint().width() < 700);
        QVERIFY(m_connect->isVisible() && m_dialog->rect().contains(m_connect->mapTo(m_dialog.get(), QPoint(0, 0))));
    }

    void fitsASmallScreen()
    {
        m_dialog->showProfile(saved(), true);
        QVERIFY(m_dialog->minimumSizeHint().height() <= 300);
        QVERIFY2(m_dialog->minimumSizeHint().width() <= 640,
            qPrintable(QString::number(m_dialog->minimumSizeHint().width())));
    }

    void everyStopOfTheKeyboardHasAName()
    {
        m_dialog->showProfile(saved(), true);
        m_address->setFocus();
        const QStringList names = walk(Qt::Key_Tab);
        QVERIFY(names.size() >= 15);
        QVERIFY2(!names.contains(QString()), qPrintable(names.join(u'|')));
    }
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
