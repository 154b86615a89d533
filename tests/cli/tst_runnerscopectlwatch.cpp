// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl watch as a process: against the simulator, killed, and beside another one.
#include "app/store/fleetstore.h"
#include "tests/cli/process.h"
#include "tests/support/simulator.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Runnerscope;
using namespace Runnerscope::Test;

namespace {

constexpr int patience = 60000; // ms
const QString instance = QStringLiteral("often");

/// A watch of the saved instance that says each look on standard output.
class Watching
{
public:
    explicit Watching(const QByteArray &token)
    {
        m_process.setProcessEnvironment(environmentFor({}));
        m_process.start(QStringLiteral(RUNNERSCOPECTL_PATH),
            {QStringLiteral("watch"), QStringLiteral("--verbose"), QStringLiteral("--instance"), instance,
                QStringLiteral("--token-fd"), QStringLiteral("0")});
        m_process.write(token);
        m_process.closeWriteChannel();
    }
    ~Watching()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Watching)

    bool waitForLooks(int count)
    {
        return QTest::qWaitFor([&] { return output().count('\n') >= count; }, patience);
    }
    bool waitForWords(const QByteArray &words)
    {
        return QTest::qWaitFor([&] { return log().contains(words); }, patience);
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, patience);
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    const QByteArray &output()
    {
        m_output += m_process.readAllStandardOutput();
        return m_output;
    }
    const QByteArray &log()
    {
        m_log += m_process.readAllStandardError();
        return m_log;
    }
    bool endedWith(int code) const
    {
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == code;
    }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_log;
};

QString dataFolder()
{
    return environmentFor({}).value(QStringLiteral("XDG_DATA_HOME"));
}

QString storeFile()
{
    QDirIterator it(dataFolder(), {QStringLiteral("*.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
    return it.hasNext() ? it.next() : QString();
}

/// How many samples are kept; -1: something is wrong with the file.
int samplesKept()
{
    FleetStore store(storeFile(), InstanceId{}, FleetStore::Access::Read);
    bool sound = true;
    store.setTroubleListener(
        [&sound](const StoreTrouble &trouble) { sound = sound && trouble.kind == StoreTrouble::Kind::OtherWriter; });
    const Period always{ServerTime{}, ServerTime(std::chrono::hours(24 * 365 * 200))};
    const auto count = static_cast<int>(store.queue()->samples({}, always, 100'000).size());
    return sound ? count : -1;
}

} // namespace

class TestRunnerscopectlWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulator> m_simulator;
    ServerVariables m_server;

private slots:
    void init()
    {
        QDir(dataFolder()).removeRecursively();
        m_simulator = std::make_unique<Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("50")});
        QVERIFY(m_simulator->isRunning());
        m_server = {m_simulator->url(), m_simulator->token()};
        runnerscopectl({QStringLiteral("instances"), QStringLiteral("remove"), instance}); // of the test before
        // As often as may be set.
        const CommandResult added = runnerscopectl({QStringLiteral("instances"), QStringLiteral("add"), instance,
            m_server.host, QStringLiteral("--visible-every"), QStringLiteral("5")});
        QVERIFY2(added.code == 0, added.err.constData());
    }

    void looksAreKeptAndItEndsCleanly()
    {
        Watching watch(m_server.token);
        QVERIFY2(watch.waitForLooks(1), watch.log().constData());
        QVERIFY2(watch.log().contains("being observed"), watch.log().constData());
        watch.signal(SIGTERM);
        QVERIFY(watch.waitForEnd());
        QVERIFY(watch.endedWith(0));
        QVERIFY(samplesKept() >= 1);
        QVERIFY(!watch.log().contains(m_server.token) && !watch.output().contains(m_server.token));
    }

    void killedAndStartedAgain()
    {
        {
            Watching watch(m_server.token);
            QVERIFY(watch.waitForLooks(1));
            QTRY_VERIFY_WITH_TIMEOUT(samplesKept() >= 1, patience);
            watch.signal(SIGKILL);
            QVERIFY(watch.waitForEnd());
        }
        const int before = samplesKept();
        QVERIFY(before >= 1);
        m_simulator->advanceClock(30);
        Watching again(m_server.token);
        QVERIFY2(again.waitForLooks(1), again.log().constData());
        again.signal(SIGINT);
        QVERIFY(again.waitForEnd());
        QVERIFY2(again.endedWith(0), again.log().constData());
        QVERIFY(samplesKept() > before);
    }

    void aSecondOneTakesOver()
    {
        auto first = std::make_unique<Watching>(m_server.token);
        QVERIFY(first->waitForLooks(1));
        Watching second(m_server.token);
        QVERIFY(second.waitForLooks(1));
        QVERIFY2(second.waitForWords("takes over when that one ends"), second.log().constData());
        first.reset(); // killed
        const int before = samplesKept();
        QVERIFY(before >= 1);
        QTRY_VERIFY_WITH_TIMEOUT(samplesKept() > before, patience);
        second.signal(SIGTERM);
        QVERIFY(second.waitForEnd());
        QVERIFY(second.endedWith(0));
    }

    void anOutageIsSurvivedAndALostTokenIsNot()
    {
        Watching watch(m_server.token);
        QVERIFY(watch.waitForLooks(1));
        m_simulator->setFaults(R"([{"kind": "status", "status": 502}])");
        QVERIFY2(watch.waitForWords("502"), watch.log().constData());
        m_simulator->setFaults("[]");
        QVERIFY2(watch.waitForWords("seen again"), watch.log().constData());
        m_simulator->changeToken("{\"token\": \"" + m_server.token + "\", \"revoked\": true}");
        QVERIFY(watch.waitForEnd());
        QVERIFY(watch.endedWith(3));
        QVERIFY2(watch.log().contains("token"), watch.log().constData());
        QVERIFY(!watch.log().contains(m_server.token));
    }

    void wrongUsageIsSaid()
    {
        for (const char *option : {"--demo", "--cached", "--partial", "-ojson", "--filter=tag:a"})
            QCOMPARE(runnerscopectl({QStringLiteral("watch"), QString::fromLatin1(option)}, m_server).code, 2);
        QCOMPARE(runnerscopectl({QStringLiteral("status"), QStringLiteral("--verbose")}, m_server).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectlWatch)
#include "tst_runnerscopectlwatch.moc"
