// SPDX-License-Identifier: GPL-3.0-or-later
//
// The key store against a real Secret Service. Started by tests/support/with-keyring.
#include "app/secrets/keychainstore.h"
#include "tests/support/keyring.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

const QString key = QStringLiteral("3f6d1c6e-0000-4000-8000-000000000001");
const QByteArray token = QByteArrayLiteral("glpat-OpenSesame0123456789");
constexpr auto patience = 10s;

template <typename Answer>
Answer waitFor(const QFuture<Answer> &future)
{
    const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); }, 20000);
    return ended ? future.result() : Answer(SecretTrouble{SecretTrouble::Kind::Failed, {}});
}

/// "secret", "nothing", or the kind of trouble.
QByteArray word(const SecretTrouble &trouble)
{
    switch (trouble.kind) {
    case SecretTrouble::Kind::Unavailable:
        return "unavailable";
    case SecretTrouble::Kind::Locked:
        return "locked";
    case SecretTrouble::Kind::Failed:
        break;
    }
    return "failed: " + trouble.detail.toUtf8();
}

QByteArray word(const SecretAnswer &answer)
{
    if (const auto *secret = std::get_if<Secret>(&answer))
        return "secret " + secret->reveal();
    const auto *trouble = std::get_if<SecretTrouble>(&answer);
    return trouble ? word(*trouble) : QByteArrayLiteral("nothing");
}

QByteArray word(const SecretOutcome &outcome)
{
    return outcome ? word(*outcome) : QByteArrayLiteral("done");
}

/// What another process of this program finds.
QByteArray readElsewhere(const QString &bus = {})
{
    QProcess process;
    if (!bus.isNull()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), bus);
        process.setProcessEnvironment(environment);
    }
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("read"), key});
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArrayLiteral("no end");
}

int readAndPrint(const QString &name)
{
    KeychainStore store(patience);
    std::puts(word(waitFor(store.read(name))).constData());
    return 0;
}

} // namespace

class TestKeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString reason = Test::Keyring::missing(); !reason.isEmpty())
            QSKIP(qUtf8Printable(QStringLiteral("There is no key store to test with: ") + reason));
    }

    void init() { QVERIFY(Test::Keyring::restart()); }

    void cleanup()
    {
        QVERIFY(Test::Keyring::restart());
        KeychainStore store(patience);
        QCOMPARE(word(waitFor(store.remove(key))), QByteArray("done"));
    }

    void nothingIsKeptAtFirst()
    {
        KeychainStore store(patience);
        QCOMPARE(word(waitFor(store.read(key))), QByteArray("nothing"));
        QCOMPARE(word(waitFor(store.remove(key))), QByteArray("done"));
    }

    void anotherProcessReadsWhatWasWritten()
    {
        KeychainStore store(patience);
        QCOMPARE(word(waitFor(store.write(key, Secret("glpat-before")))), QByteArray("done"));
        QCOMPARE(word(waitFor(store.write(key, Secret(token)))), QByteArray("done"));
        QCOMPARE(word(waitFor(store.read(key))), "secret " + token);
        QCOMPARE(readElsewhere(), "secret " + token + '\n');
        QCOMPARE(word(waitFor(store.read(key + u'x'))), QByteArray("nothing"));
        QCOMPARE(word(waitFor(store.remove(key))), QByteArray("done"));
        QCOMPARE(word(waitFor(store.read(key))), QByteArray("nothing"));
        QCOMPARE(readElsewhere(), QByteArray("nothing\n"));
    }

    void whatIsLockedIsNotTakenForAbsent()
    {
        KeychainStore store(patience);
        QCOMPARE(word(waitFor(store.write(key, Secret(token)))), QByteArray("done"));
        QVERIFY(Test::Keyring::lock());
        QCOMPARE(word(waitFor(store.read(key))), QByteArray("locked"));
        QCOMPARE(word(waitFor(store.write(key, Secret("glpat-later")))), QByteArray("locked"));
        QCOMPARE(word(waitFor(store.remove(key))), QByteArray("locked"));
        QVERIFY(Test::Keyring::restart());
        QCOMPARE(word(waitFor(store.read(key))), "secret " + token);
    }

    void silenceEndsAtTheTimeLimit()
    {
        KeychainStore store(200ms);
        Test::Keyring::freeze();
        QElapsedTimer timer;
        timer.start();
        const QByteArray found = word(waitFor(store.read(key)));
        const qint64 elapsed = timer.elapsed();
        Test::Keyring::resume();
        QCOMPARE(found, QByteArray("locked"));
        QVERIFY2(elapsed < 5000, qPrintable(QString::number(elapsed)));
    }

    void theServiceMayDieInTheMiddle()
    {
        KeychainStore store(patience);
        Test::Keyring::freeze();
        const QFuture<SecretOutcome> writing = store.write(key, Secret(token));
        Test::Keyring::kill();
        const SecretOutcome outcome = waitFor(writing);
        QVERIFY(outcome);
        QVERIFY(!outcome->detail.contains(QString::fromUtf8(token)));
        QVERIFY(Test::Keyring::restart());
        QCOMPARE(word(waitFor(store.write(key, Secret(token)))), QByteArray("done"));
    }

    void noBusIsSaidAtOnce()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(readElsewhere(QStringLiteral("unix:path=/nonexistent/bus")), QByteArray("unavailable\n"));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void aStoreThatEndsCancelsItsAnswers()
    {
        auto store = std::make_unique<KeychainStore>(patience);
        const QFuture<SecretAnswer> reading = store->read(key);
        store.reset();
        QTRY_VERIFY(reading.isCanceled());
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "read") == 0)
        return readAndPrint(QString::fromUtf8(argv[2]));
    TestKeychainStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore.moc"
