// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/instanceopener.h"

#include "app/window/mainwindow.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "tests/window/scriptedservice.h"
#include "views/pages/runnerspage.h"
#include "views/tables/runnertableview.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace Runnerscope;

namespace {

/// A key store that answers when it is told to.
class WaitingStore : public SecretStore
{
public:
    std::map<QString, std::shared_ptr<QPromise<SecretAnswer>>> asked;

    QFuture<SecretAnswer> read(const QString &key) override
    {
        auto promise = std::make_shared<QPromise<SecretAnswer>>();
        promise->start();
        asked[key] = promise;
        return promise->future();
    }
    QFuture<SecretOutcome> write(const QString &, const Secret &) override
    {
        return QtFuture::makeReadyFuture(SecretOutcome());
    }
    QFuture<SecretOutcome> remove(const QString &) override { return QtFuture::makeReadyFuture(SecretOutcome()); }

    void answer(const QString &key, const SecretAnswer &answer)
    {
        asked.at(key)->addResult(answer);
        asked.at(key)->finish();
    }
};

InstanceProfile profileOf(const QString &key)
{
    InstanceProfile profile;
    profile.key = key;
    profile.name = QStringLiteral("name of %1").arg(key);
    profile.address = QStringLiteral("%1.example.com").arg(key);
    profile.userName = QStringLiteral("anna");
    return profile;
}

} // namespace

class TestInstanceOpener : public QObject
{
    Q_OBJECT

    WaitingStore m_store;
    std::unique_ptr<InstanceTokens> m_tokens;
    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FleetController> m_controller;
    std::unique_ptr<InstanceOpener> m_opener;
    std::vector<Connection> m_made;
    std::vector<std::shared_ptr<Test::Asked>> m_asked;
    std::unique_ptr<FleetService> m_kept; ///< for the next one who asks for it

    const QString m_one = QStringLiteral("one");
    const QString m_two = QStringLiteral("two");

    void keep(const QString &label, QStringView text)
    {
        Fleet fleet = Test::fleet(text);
        fleet.source.label = label;
        fleet.source.cached = true;
        fleet.asOf = Test::now;
        auto service = std::make_unique<Test::ScriptedService>(std::make_shared<Test::Asked>());
        service->sayFleetOnceStarted(shareFleet(std::move(fleet)));
        service->sayWalkFinished();
        m_kept = std::move(service);
    }

private slots:
    void init()
    {
        m_made.clear();
        m_asked.clear();
        m_kept.reset();
        m_tokens = std::make_unique<InstanceTokens>(m_store);
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_controller = std::make_unique<FleetController>(*m_model, *m_window);
        m_opener = std::make_unique<InstanceOpener>(
            InstanceOpener::Makers{[this](const Connection &connection) {
                                       m_made.push_back(connection);
                                       m_asked.push_back(std::make_shared<Test::Asked>());
                                       auto service = std::make_unique<Test::ScriptedService>(m_asked.back());
                                       service->sayFleetOnceStarted(Test::fleetPtr(u"1 a contact=1m"));
                                       return service;
                                   },
                [this](const InstanceProfile &) { return std::move(m_kept); }},
            *m_tokens, *m_controller);
    }

    void cleanup()
    {
        m_opener.reset();
        m_controller.reset();
        m_window.reset();
        m_model.reset();
    }

    void takesTheTokenFromItsPlace()
    {
        QSignalSpy opened(m_controller.get(), &FleetController::opened);
        m_opener->open(profileOf(m_one));
        QVERIFY(m_made.empty());
        m_store.answer(m_one, Secret("glpat-1"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_made.front().token.reveal(), QByteArrayLiteral("glpat-1"));
        QCOMPARE(m_made.front().address.host(), QStringLiteral("one.example.com"));
        QCOMPARE(m_made.front().storeKey, m_one); // what was kept of it is found
        QCOMPARE(m_made.front().userName, QStringLiteral("anna"));
    }

    void saysWhyATokenIsNotAtHand_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << true << "is locked";
        QTest::newRow("not there") << false << "The token of name of one is not in the key store";
    }

    void saysWhyATokenIsNotAtHand()
    {
        QFETCH(bool, locked);
        QFETCH(QString, words);
        QSignalSpy needed(m_opener.get(), &InstanceOpener::tokenNeeded);
        m_opener->open(profileOf(m_one));
        const SecretTrouble trouble{SecretTrouble::Kind::Locked, {}};
        m_store.answer(m_one, locked ? SecretAnswer(trouble) : SecretAnswer(NoSecret{}));
        QTRY_COMPARE(needed.count(), 1);
        QVERIFY(needed.at(0).at(1).value<ErrorWords>().sentence.contains(words));
        QVERIFY(m_made.empty());
    }

    void whatIsKeptIsShownWhileTheKeyStoreWaits()
    {
        keep(m_one, u"1 a contact=1m\n2 b contact=1m");
        m_window->show();
        QSignalSpy opened(m_controller.get(), &FleetController::opened);
        QSignalSpy waiting(m_opener.get(), &InstanceOpener::waiting);
        m_opener->open(profileOf(m_one));
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(m_made.empty());
        QVERIFY(m_opener->isWithoutToken());
        QTRY_VERIFY(Test::says(m_window->topBar(), QStringLiteral("not connected")));
        QCOMPARE(waiting.last().at(0).toString(), QStringLiteral("name of one"));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("name of one")));
        m_window->runnersPage().table().selectRunner({InstanceId{1}, 1});
        QSignalSpy rows(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy chosen(m_window.get(), &MainWindow::runnerChosen);
        int fewest = 2;
        connect(m_model.get(), &RunnerTableModel::refreshed, this,
            [this, &fewest] { fewest = std::min(fewest, m_model->rowCount()); });
        m_store.answer(m_one, Secret("glpat-1"));
        QTRY_COMPARE(opened.count(), 2);
        QTRY_COMPARE(m_model->rowCount(), 1); // as the server says
        QVERIFY(!m_opener->isWithoutToken());
        QCOMPARE(fewest, 1); // never nothing
        QCOMPARE(rows.count() + chosen.count(), 0); // who looks at a runner goes on doing so
        QVERIFY(!Test::says(m_window->topBar(), QStringLiteral("not connected")));
    }

    void whatIsKeptStaysWithoutAToken()
    {
        keep(m_one, u"1 a contact=1m\n2 b contact=1m");
        m_window->show();
        QSignalSpy needed(m_opener.get(), &InstanceOpener::tokenNeeded);
        m_opener->open(profileOf(m_one));
        m_store.answer(m_one, NoSecret{});
        QTRY_COMPARE(needed.count(), 1);
        QVERIFY(m_opener->isWithoutToken()); // told before the question
        QTRY_COMPARE(m_model->rowCount(), 2);
        QTRY_VERIFY(Test::says(m_window->topBar(), QStringLiteral("as of ")));
        m_opener->open(profileOf(m_one)); // another try shows nothing else meanwhile
        m_store.answer(m_one, Secret("glpat-1"));
        QTRY_COMPARE(m_made.size(), std::size_t(1));
        QTRY_COMPARE(m_model->rowCount(), 1);
    }

    void aKeyStoreThatAnswersAtOnceShowsOneFleetOnly()
    {
        keep(m_one, u"1 a contact=1m\n2 b contact=1m");
        m_opener->open(profileOf(m_one));
        m_store.answer(m_one, Secret("glpat-1"));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(m_kept); // nobody has asked for it
    }

    void theLastOneAskedForWins()
    {
        QSignalSpy opened(m_controller.get(), &FleetController::opened);
        m_opener->open(profileOf(m_one));
        m_opener->open(profileOf(m_two));
        m_store.answer(m_one, Secret("glpat-1")); // somebody has typed the password for the first one after all
        m_store.answer(m_two, Secret("glpat-2"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_made.size(), std::size_t(1));
        QCOMPARE(m_made.front().token.reveal(), QByteArrayLiteral("glpat-2"));
    }

    void theSameOneIsNeverOpenTwice()
    {
        QSignalSpy opened(m_controller.get(), &FleetController::opened);
        m_opener->open(profileOf(m_one), Secret("glpat-1"));
        QTRY_COMPARE(opened.count(), 1);
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_opener->open(profileOf(m_one), Secret("glpat-new"));
        QTRY_COMPARE(m_asked.at(0)->ends(), 1); // both would write to the same file
        QTRY_COMPARE(m_asked.at(1)->starts(), 1);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void anAddressThatIsNoneIsAnError()
    {
        QSignalSpy failed(m_opener.get(), &InstanceOpener::failed);
        InstanceProfile profile = profileOf(m_one);
        profile.address = QStringLiteral("http://plain.example.com");
        m_opener->open(profile, Secret("glpat-1"));
        QCOMPARE(failed.count(), 1);
        QVERIFY(m_made.empty());
    }
};

QTEST_MAIN(TestInstanceOpener)
#include "tst_instanceopener.moc"
