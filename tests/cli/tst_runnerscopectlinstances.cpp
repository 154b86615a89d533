// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl with saved instances, their tokens in a real key store. Started by tests/support/with-keyring.
#include "tests/cli/process.h"
#include "tests/support/keyring.h"
#include "tests/support/simulator.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Runnerscope::Test;

namespace {

const QString work = QStringLiteral("work");

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

bool mentions(const CommandResult &result, const QByteArray &text)
{
    return result.out.contains(text) || result.err.contains(text);
}

/// Below the folders of settings, data and cache that runnerscopectl uses.
QStringList filesThatContain(const QByteArray &text)
{
    const QProcessEnvironment environment = environmentFor({});
    QStringList found;
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
        QDirIterator it(environment.value(QLatin1String(name)), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                found.append(file.fileName());
        }
    }
    return found;
}

} // namespace

class TestRunnerscopectlInstances : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const QString reason = Keyring::missing(); !reason.isEmpty())
            QSKIP(qUtf8Printable(QStringLiteral("There is no key store to test with: ") + reason));
        QVERIFY(Keyring::restart());
        m_simulator = std::make_unique<Simulator>();
        QVERIFY(m_simulator->isRunning());
    }

    void cleanup()
    {
        if (m_simulator) {
            QVERIFY(Keyring::restart());
            runnerscopectl({QStringLiteral("instances"), QStringLiteral("remove"), work});
        }
    }

    void aSavedInstanceIsAskedWithItsToken()
    {
        const CommandResult added = add(m_simulator->token() + '\n');
        QVERIFY2(added.code == 0, added.err.constData());
        const CommandResult status = runnerscopectl(words("status --instance work -o json"));
        QVERIFY2(status.code == 0, status.err.constData());
        const CommandResult only = runnerscopectl(words("runners -o csv")); // the only one needs no name
        QVERIFY2(only.code == 0, only.err.constData());
        const QString user = QJsonDocument::fromJson(status.out).object().value(QLatin1String("user")).toString();
        QVERIFY(!user.isEmpty());
        const CommandResult list = runnerscopectl(words("instances -o json"));
        const QJsonObject entry = QJsonDocument::fromJson(list.out).array().first().toObject();
        QCOMPARE(entry.value(QLatin1String("user")).toString(), user);
        for (const CommandResult &result : {added, status, only, list})
            QVERIFY(!mentions(result, m_simulator->token()));
        QCOMPARE(filesThatContain(m_simulator->token()), QStringList());
    }

    void tokensChangeAndGo()
    {
        QCOMPARE(add("glpat-WrongWrongWrong00000").code, 0);
        QCOMPARE(runnerscopectl(words("status --instance work")).code, 3);
        const CommandResult changed =
            runnerscopectl(words("instances token work --token-fd 0"), {}, m_simulator->token());
        QVERIFY2(changed.code == 0, changed.err.constData());
        QCOMPARE(runnerscopectl(words("status --instance work")).code, 0);
        QCOMPARE(runnerscopectl(words("instances remove work")).code, 0);
        QCOMPARE(runnerscopectl(words("status --instance work")).code, 2);
        QCOMPARE(runnerscopectl(words("instances remove work")).code, 1);
    }

    void removedInstancesTakeTheirFleetAlong()
    {
        QCOMPARE(add(m_simulator->token()).code, 0);
        QCOMPARE(runnerscopectl(words("status")).code, 0);
        QVERIFY(Keyring::lock()); // what is kept needs no token
        const CommandResult cached = runnerscopectl(words("status --cached -o json"));
        QVERIFY2(cached.code == 0, cached.err.constData());
        QVERIFY(!filesThatContain("SQLite format 3").isEmpty());
        QVERIFY(Keyring::restart());
        const CommandResult removed = runnerscopectl(words("instances remove work"));
        QVERIFY2(removed.code == 0, removed.err.constData());
        QCOMPARE(filesThatContain("SQLite format 3"), QStringList());
    }

    void aTokenOfThisCallComesFirst()
    {
        QCOMPARE(add("glpat-WrongWrongWrong00000").code, 0);
        const CommandResult status =
            runnerscopectl(words("status --instance work --token-fd 0"), {}, m_simulator->token());
        QVERIFY2(status.code == 0, status.err.constData());
    }

    void instancesWithoutATokenSayHowToGiveOne()
    {
        const CommandResult added =
            runnerscopectl({QStringLiteral("instances"), QStringLiteral("add"), work, m_simulator->url()});
        QVERIFY2(added.code == 0, added.err.constData());
        const CommandResult status = runnerscopectl(words("status"));
        QCOMPARE(status.code, 2);
        QVERIFY2(status.err.contains("instances token"), status.err.constData());
    }

    void aLockedKeyStoreIsSaid()
    {
        QCOMPARE(add(m_simulator->token()).code, 0);
        QVERIFY(Keyring::lock());
        const CommandResult status = runnerscopectl(words("status"));
        QCOMPARE(status.code, 3);
        QVERIFY2(status.err.contains("locked"), status.err.constData());
        const CommandResult removed = runnerscopectl(words("instances remove work"));
        QCOMPARE(removed.code, 4);
        QVERIFY2(removed.err.contains("Nothing was removed"), removed.err.constData());
    }

private:
    CommandResult add(const QByteArray &token)
    {
        return runnerscopectl({QStringLiteral("instances"), QStringLiteral("add"), work, m_simulator->url(),
                                  QStringLiteral("--token-fd"), QStringLiteral("0")},
            {}, token);
    }

    std::unique_ptr<Simulator> m_simulator;
};

QTEST_GUILESS_MAIN(TestRunnerscopectlInstances)
#include "tst_runnerscopectlinstances.moc"
