// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectflow.h"

#include "app/window/instancesflow.h"
#include "tests/support/saidtext.h"
#include "views/dialogs/connectdialog.h"
#include "views/dialogs/instancesdialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace Runnerscope;

namespace {

/// A key store in memory that can be out of order.
class TestStore : public SecretStore
{
public:
    SessionSecrets kept;
    SecretOutcome trouble;

    QFuture<SecretAnswer> read(const QString &key) override { return kept.read(key); }
    QFuture<SecretOutcome> write(const QString &key, const Secret &secret) override
    {
        return trouble ? QtFuture::makeReadyFuture(trouble) : kept.write(key, secret);
    }
    QFuture<SecretOutcome> remove(const QString &key) override { return kept.remove(key); }
};

Access anna()
{
    Access access;
    access.user.username = QStringLiteral("anna");
    access.user.name = QStringLiteral("Anna");
    access.role = Role::Administrator;
    return access;
}

Access changingAs(const QString &username, const QString &scope)
{
    Access access = anna();
    access.user.username = username;
    access.token = TokenFacts{QStringLiteral("t"), {scope}, {}};
    return access;
}

} // namespace

class TestConnectFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SavedInstances> m_saved;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<InstanceTokens> m_tokens;
    std::unique_ptr<ChangeTokens> m_changeTokens;
    std::unique_ptr<QWidget> m_window;
    ConnectFlow *m_flow = nullptr;
    std::vector<Connection> m_asked;
    std::shared_ptr<QPromise<AccessAnswer>> m_promise;

    ConnectDialog &dialog() const { return *m_window->findChild<ConnectDialog *>(); }
    QLineEdit &field(const char *name) const { return *dialog().findChild<QLineEdit *>(QLatin1String(name)); }
    void click(const char *name) const
    {
        QTest::mouseClick(dialog().findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    bool says(const char *words) const { return Test::says(dialog(), QString::fromUtf8(words)); }

    void answer(const AccessAnswer &answer)
    {
        m_promise->addResult(answer);
        m_promise->finish();
    }

    void fill(const QString &address, const QString &token, const QString &name = {})
    {
        field("address").setText(address);
        field("token").setText(token);
        field("name").setText(name);
    }

    InstanceProfile addSaved(const QString &name)
    {
        InstanceProfile profile;
        profile.name = name;
        profile.address = QStringLiteral("git.example.com");
        profile = std::get<InstanceProfile>(m_saved->add(profile));
        m_store->kept.write(profile.key, Secret("glpat-kept"));
        return profile;
    }

    void giveBothTokens()
    {
        m_flow->start({});
        fill(QStringLiteral("git.example.com"), QStringLiteral("glpat-x"));
        dialog().findChild<QCheckBox *>(QStringLiteral("readOnly"))->setChecked(false);
        field("changeToken").setText(QStringLiteral("glpat-c"));
    }

    QByteArray keptToken(const QString &key) const
    {
        const SecretAnswer answer = m_store->kept.read(key).result();
        const auto *token = std::get_if<Secret>(&answer);
        return token ? token->reveal() : QByteArray();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_saved = std::make_unique<SavedInstances>(m_folder->filePath(QStringLiteral("instances.ini")));
        m_store = std::make_unique<TestStore>();
        m_tokens = std::make_unique<InstanceTokens>(*m_store);
        m_changeTokens = std::make_unique<ChangeTokens>();
        m_window = std::make_unique<QWidget>();
        m_asked.clear();
        m_flow = new ConnectFlow(
            [this](const Connection &connection) {
                m_asked.push_back(connection);
                m_promise = std::make_shared<QPromise<AccessAnswer>>();
                m_promise->start();
                return m_promise->future();
            },
            ConnectFlow::Places{*m_saved, *m_tokens, *m_changeTokens}, *m_window);
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void testingSavesNothing()
    {
        m_flow->start({});
        fill(QStringLiteral("git.example.com/sub"), QStringLiteral("glpat-x"));
        click("test");
        QCOMPARE(m_asked.size(), std::size_t(1));
        QCOMPARE(m_asked.front().address.label(), QStringLiteral("git.example.com/sub"));
        QCOMPARE(m_asked.front().token.reveal(), QByteArrayLiteral("glpat-x"));
        answer(anna());
        QTRY_VERIFY(says("Anna (@anna)"));
        QVERIFY(dialog().isVisible());
        QVERIFY(m_saved->list().profiles.empty());
        QCOMPARE(field("token").text(), QStringLiteral("glpat-x")); // still there to connect with
    }

    void savesOnceTheServerHasAnswered()
    {
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        m_flow->start({});
        fill(QStringLiteral("git.example.com"), QStringLiteral("glpat-x"));
        dialog().findChild<QCheckBox *>(QStringLiteral("production"))->setChecked(true);
        click("connect");
        QVERIFY(m_saved->list().profiles.empty());
        answer(anna());
        QTRY_COMPARE(connected.count(), 1);
        QVERIFY(!dialog().isVisible());
        const InstanceProfile saved = m_saved->list().profiles.at(0);
        QCOMPARE(connected.at(0).at(0).value<InstanceProfile>(), saved);
        QCOMPARE(saved.name, QStringLiteral("git.example.com")); // where none was given
        QCOMPARE(saved.userName, QStringLiteral("anna"));
        QVERIFY(saved.production && saved.readOnly);
        QCOMPARE(keptToken(saved.key), QByteArrayLiteral("glpat-x"));
        QFile file(m_saved->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("glpat"));
    }

    void errorsAreSaidInPlace_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        QTest::newRow("plain http") << "http://git.example.com"
                                    << "Plain http";
        QTest::newRow("no address") << "://"
                                    << "is not the address of a server";
        QTest::newRow("refused") << "git.example.com"
                                 << "does not accept the token";
    }

    void errorsAreSaidInPlace()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        m_flow->start({});
        fill(address, QStringLiteral("glpat-x"));
        click("connect");
        if (m_promise && !m_asked.empty()) {
            FetchError error;
            error.kind = FetchError::Kind::Unauthorized;
            answer(error);
        }
        QTRY_VERIFY(Test::says(dialog(), words));
        QVERIFY(field("address").isEnabled());
        QVERIFY(connected.isEmpty());
        QVERIFY(m_saved->list().profiles.empty());
    }

    void cancellingEndsTheTry()
    {
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        m_flow->start({});
        fill(QStringLiteral("git.example.com"), QStringLiteral("glpat-x"));
        click("connect");
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QVERIFY(!dialog().isVisible());
        QTRY_VERIFY(m_promise->isCanceled());
        answer(anna());
        QCoreApplication::processEvents();
        QVERIFY(connected.isEmpty());
        QVERIFY(m_saved->list().profiles.empty());
        m_flow->start({});
        QVERIFY(field("token").text().isEmpty());
        QVERIFY(field("address").isEnabled());
    }

    void namesAreUnique()
    {
        addSaved(QStringLiteral("Acme"));
        m_flow->start({});
        fill(QStringLiteral("other.example.com"), QStringLiteral("glpat-x"), QStringLiteral("acme"));
        click("connect");
        QVERIFY(m_asked.empty());
        QVERIFY(Test::says(dialog(), QStringLiteral("acme")));
        field("name").setText(QStringLiteral("acme 2"));
        click("connect");
        QCOMPARE(m_asked.size(), std::size_t(1));
    }

    void anEditThatReachesTheSameAsksNobody()
    {
        const InstanceProfile before = addSaved(QStringLiteral("acme"));
        QSignalSpy changed(m_flow, &ConnectFlow::changed);
        m_flow->edit(before);
        field("name").setText(QStringLiteral("acme prod"));
        dialog().findChild<QCheckBox *>(QStringLiteral("production"))->setChecked(true);
        click("connect");
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_asked.empty());
        const InstanceProfile saved = m_saved->list().profiles.at(0);
        QCOMPARE(saved.key, before.key);
        QCOMPARE(saved.name, QStringLiteral("acme prod"));
        QVERIFY(saved.production);
    }

    void anEditUsesTheKeptToken()
    {
        const InstanceProfile before = addSaved(QStringLiteral("acme"));
        m_flow->edit(before);
        click("test");
        QTRY_COMPARE(m_asked.size(), std::size_t(1));
        QCOMPARE(m_asked.front().token.reveal(), QByteArrayLiteral("glpat-kept"));
        answer(anna());
        QTRY_VERIFY(says("Anna (@anna)"));
    }

    void aNewTokenTakesThePlaceOfTheKeptOne()
    {
        const InstanceProfile before = addSaved(QStringLiteral("acme"));
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        m_flow->askForToken(before, {QStringLiteral("It is locked."), QStringLiteral("Enter it.")});
        QVERIFY(says("It is locked."));
        field("token").setText(QStringLiteral("glpat-new"));
        click("connect");
        answer(anna());
        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(keptToken(before.key), QByteArrayLiteral("glpat-new"));
        QCOMPARE(m_saved->list().profiles.size(), std::size_t(1));
    }

    void aTokenNeedLeaveNoTrace()
    {
        const InstanceProfile before = addSaved(QStringLiteral("acme"));
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        m_flow->edit(before);
        field("token").setText(QStringLiteral("glpat-new"));
        dialog().findChild<QCheckBox *>(QStringLiteral("keepToken"))->setChecked(false);
        click("connect");
        answer(anna());
        QTRY_COMPARE(connected.count(), 1);
        QVERIFY(keptToken(before.key).isEmpty());
        const SecretAnswer held = m_tokens->read(before.key).result();
        QCOMPARE(std::get<Secret>(held).reveal(), QByteArrayLiteral("glpat-new"));
    }

    void aMissingKeyStoreIsSaid()
    {
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        QSignalSpy troubled(m_flow, &ConnectFlow::tokenTroubled);
        m_store->trouble = SecretTrouble{SecretTrouble::Kind::Unavailable, {}};
        m_flow->start({});
        fill(QStringLiteral("git.example.com"), QStringLiteral("glpat-x"));
        click("connect");
        answer(anna());
        QTRY_COMPARE(connected.count(), 1); // it works all the same
        QTRY_COMPARE(troubled.count(), 1);
        const auto words = troubled.at(0).at(0).value<ErrorWords>();
        QVERIFY(words.remedy.contains(QStringLiteral("kept until this program ends")));
    }

    void holdsATokenForChanges()
    {
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        QSignalSpy troubled(m_flow, &ConnectFlow::tokenTroubled);
        giveBothTokens();
        click("connect");
        answer(anna());
        QTRY_COMPARE(m_asked.size(), std::size_t(2)); // each says who it is
        QCOMPARE(m_asked.back().token.reveal(), QByteArrayLiteral("glpat-c"));
        answer(changingAs(QStringLiteral("root"), QStringLiteral("api")));
        QTRY_COMPARE(connected.count(), 1);
        const InstanceProfile saved = m_saved->list().profiles.at(0);
        QCOMPARE(saved.userName, QStringLiteral("anna"));
        QCOMPARE(qvariant_cast<Secret>(connected.at(0).at(1)).reveal(), QByteArrayLiteral("glpat-x"));
        QCOMPARE(m_changeTokens->held(saved.key)->userName, QStringLiteral("root"));
        QCOMPARE(m_changeTokens->use(saved.key)->reveal(), QByteArrayLiteral("glpat-c"));
        QCOMPARE(keptToken(saved.key), QByteArrayLiteral("glpat-x")); // never the other one
        QCOMPARE(troubled.count(), 1); // that it is somebody else's
    }

    void testingHoldsNoTokenForChanges()
    {
        giveBothTokens();
        click("test");
        answer(anna());
        QTRY_COMPARE(m_asked.size(), std::size_t(2));
        QSignalSpy changed(m_changeTokens.get(), &ChangeTokens::changed);
        answer(changingAs(QStringLiteral("anna"), QStringLiteral("api")));
        QTRY_VERIFY(says("Changes: Anna (@anna)"));
        QVERIFY(changed.isEmpty());
    }

    void aTokenForChangesThatIsOfNoUseSavesNothing_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<QString>("words");
        QTest::newRow("refused") << true << "The token for changes: git.example.com does not accept";
        QTest::newRow("scopes") << false << "can change no runner";
    }

    void aTokenForChangesThatIsOfNoUseSavesNothing()
    {
        QFETCH(bool, refused);
        QFETCH(QString, words);
        QSignalSpy connected(m_flow, &ConnectFlow::connected);
        giveBothTokens();
        click("connect");
        answer(anna());
        QTRY_COMPARE(m_asked.size(), std::size_t(2));
        FetchError error;
        error.kind = FetchError::Kind::Unauthorized;
        error.host = QStringLiteral("git.example.com");
        answer(refused ? AccessAnswer(error) : changingAs(QStringLiteral("anna"), QStringLiteral("read_api")));
        QTRY_VERIFY(Test::says(dialog(), words));
        QVERIFY(connected.isEmpty());
        QVERIFY(m_saved->list().profiles.empty());
    }

    void readOnlyForgetsTheTokenForChanges()
    {
        InstanceProfile profile = addSaved(QStringLiteral("acme"));
        profile.readOnly = false;
        m_saved->update(profile);
        m_changeTokens->hold(profile.key, Secret("glpat-c"), QStringLiteral("anna"));
        m_flow->edit(profile);
        field("name").setText(QStringLiteral("acme 2"));
        click("connect");
        QVERIFY(m_changeTokens->held(profile.key));
        m_flow->edit(m_saved->list().profiles.at(0));
        dialog().findChild<QCheckBox *>(QStringLiteral("readOnly"))->setChecked(true);
        click("connect");
        QVERIFY(!m_changeTokens->held(profile.key));
    }

    void removingForgetsTheToken()
    {
        const InstanceProfile profile = addSaved(QStringLiteral("acme"));
        auto *flow = new InstancesFlow(*m_saved, *m_tokens, *m_window);
        QSignalSpy removed(flow, &InstancesFlow::removed);
        flow->start();
        emit m_window->findChild<InstancesDialog *>()->removeRequested(profile.key);
        QCOMPARE(removed.count(), 1);
        QVERIFY(m_saved->list().profiles.empty());
        QVERIFY(keptToken(profile.key).isEmpty());
    }

    void whatCouldNotBeRemovedStays()
    {
        const InstanceProfile profile = addSaved(QStringLiteral("acme"));
        auto *flow = new InstancesFlow(*m_saved, *m_tokens, *m_window);
        QSignalSpy removed(flow, &InstancesFlow::removed);
        QSignalSpy troubled(flow, &InstancesFlow::troubled);
        flow->start();
        QFile file(m_saved->file());
        QVERIFY(file.open(QIODevice::Append));
        file.write("\nno line of such a file\n");
        file.close();
        emit m_window->findChild<InstancesDialog *>()->removeRequested(profile.key);
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(removed.count(), 0);
    }
};

QTEST_MAIN(TestConnectFlow)
#include "tst_connectflow.moc"
