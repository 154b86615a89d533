// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secretkeeper.h"

#include <QFutureWatcher>
#include <QTest>

using namespace Runnerscope;

namespace {

const QString key = QStringLiteral("key");

/// A store that answers, when it is told to, with trouble or without.
class MoodyStore : public SecretStore
{
public:
    bool usable = true;
    SessionSecrets kept;

    QFuture<SecretAnswer> read(const QString &name) override
    {
        return usable ? kept.read(name) : QtFuture::makeReadyFuture(SecretAnswer(trouble()));
    }
    QFuture<SecretOutcome> write(const QString &name, const Secret &secret) override
    {
        return usable ? kept.write(name, secret) : QtFuture::makeReadyFuture(SecretOutcome(trouble()));
    }
    QFuture<SecretOutcome> remove(const QString &name) override
    {
        return usable ? kept.remove(name) : QtFuture::makeReadyFuture(SecretOutcome(trouble()));
    }

private:
    static SecretTrouble trouble() { return {SecretTrouble::Kind::Locked, {}}; }
};

template <typename Answer>
Answer waitFor(const QFuture<Answer> &future)
{
    const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); });
    return ended ? future.result() : Answer();
}

QByteArray tokenIn(SecretStore &store)
{
    const SecretAnswer answer = waitFor(store.read(key));
    const auto *secret = std::get_if<Secret>(&answer);
    return secret ? secret->reveal() : QByteArray();
}

} // namespace

class TestSecretKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto store = std::make_unique<MoodyStore>();
        m_store = store.get();
        m_keeper = std::make_unique<SecretKeeper>(std::move(store));
    }

    void whatTheStoreTakesIsOnlyThere()
    {
        QVERIFY(!waitFor(m_keeper->write(key, Secret("one"))));
        QCOMPARE(tokenIn(*m_store), QByteArray("one"));
        m_store->usable = false;
        QVERIFY(std::holds_alternative<SecretTrouble>(waitFor(m_keeper->read(key))));
    }

    void whatItRefusesIsKeptForTheSession()
    {
        m_store->usable = false;
        QVERIFY(waitFor(m_keeper->write(key, Secret("one"))));
        QCOMPARE(tokenIn(*m_keeper), QByteArray("one"));
        QVERIFY(!m_store->kept.has(key));
    }

    void theNewerTokenWins()
    {
        QVERIFY(!waitFor(m_keeper->write(key, Secret("old"))));
        m_store->usable = false;
        QVERIFY(waitFor(m_keeper->write(key, Secret("new"))));
        m_store->usable = true;
        QCOMPARE(tokenIn(*m_keeper), QByteArray("new"));
        QVERIFY(!waitFor(m_keeper->write(key, Secret("newest"))));
        QCOMPARE(tokenIn(*m_keeper), QByteArray("newest"));
    }

    void removedTokensAreGoneFromBoth()
    {
        m_store->usable = false;
        QVERIFY(waitFor(m_keeper->write(key, Secret("one"))));
        QVERIFY(waitFor(m_keeper->remove(key)));
        m_store->usable = true;
        QVERIFY(std::holds_alternative<NoSecret>(waitFor(m_keeper->read(key))));
    }

    void othersKeepTheirCopy()
    {
        Secret secret(QByteArray("sesame"));
        const Secret copy = secret;
        secret = Secret("other"); // what leaves wipes its memory only when it is the last
        QCOMPARE(copy.reveal(), QByteArray("sesame"));
        QCOMPARE(secret.reveal(), QByteArray("other"));
    }

private:
    std::unique_ptr<SecretKeeper> m_keeper;
    MoodyStore *m_store = nullptr;
};

QTEST_GUILESS_MAIN(TestSecretKeeper)
#include "tst_secretkeeper.moc"
