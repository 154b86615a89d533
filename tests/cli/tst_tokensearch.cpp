// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks for the token wherever it must not be, after and while both programs talk to servers that answer in every bad
// way, with every log of Qt switched on.
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;
using Test::ticks;

namespace {

const QByteArray token = "glpat-simulator-SearchMe4711";

/// What a leak would look like, also where a text is encoded.
const QList<QByteArray> &traces()
{
    static const QList<QByteArray> all{token, "SearchMe4711", token.toBase64(QByteArray::OmitTrailingEquals),
        QByteArray("Bearer " + token).toBase64().left(20), token.toHex(), QByteArray(token).replace('-', "%2D")};
    return all;
}

bool leaks(const QByteArray &text)
{
    const QByteArray wide = QByteArray(text).replace(QByteArray(1, '\0'), QByteArray()); // UTF-16, and /proc
    return std::ranges::any_of(
        traces(), [&](const QByteArray &trace) { return text.contains(trace) || wide.contains(trace); });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Ended
{
    QByteArray said;
    QByteArray commandLine;
};

} // namespace

class TestTokenSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("120"),
            QStringLiteral("--token"), QString::fromUtf8(token), QStringLiteral("--base"), QStringLiteral("/gitlab")});
        QVERIFY(m_simulator->isRunning());
    }

    void init()
    {
        m_simulator->setFaults("[]");
        m_home = std::make_unique<QTemporaryDir>();
    }

    void searching_data()
    {
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char *name, const char *fault) { QTest::newRow(name) << ticks(fault); };
        row("no fault", "");
        row("closed", "`kind`:`close`");
        row("cut", "`kind`:`cut`");
        row("truncated", "`kind`:`truncated`");
        row("busy", "`kind`:`status`,`status`:429,`retryAfter`:60");
        row("bad gateway", "`kind`:`status`,`status`:502");
        row("unauthorized", "`kind`:`status`,`status`:401");
        row("forbidden", "`kind`:`status`,`status`:403,`body`:`no`");
        row("page", "`kind`:`html`");
        row("sign-in", "`kind`:`redirect`");
        row("bad JSON", "`kind`:`bad-json`");
        row("other JSON", "`kind`:`wrong-json`");
        row("deep JSON", "`kind`:`deep-json`");
        row("endless", "`kind`:`endless`");
        row("in the middle", "`kind`:`cut`,`match`:`AllRunners`,`after`:1");
    }

    void searching()
    {
        QFETCH(const QByteArray, fault);
        m_simulator->setFaults(fault.isEmpty() ? QByteArray("[]") : "[{" + fault + "}]");
        search(m_simulator->url());
        const QJsonObject stats = m_simulator->ask(QStringLiteral("stats"));
        QVERIFY(stats.value(QLatin1String("requests")).toInt() > 0);
        QVERIFY(!leaks(QJsonDocument(stats).toJson())); // paths and headers, without the one that carries it
    }

    /// The other origin is asked nothing at all; it need not hear a token to learn of the user.
    void anotherOriginHearsNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void anotherOriginHearsNothing()
    {
        QFETCH(const int, status);
        const Test::RawServer other({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"});
        m_simulator->setFaults(ticks("[{`kind`:`redirect`,`status`:") + QByteArray::number(status)
            + ticks(",`location`:`") + other.url().toUtf8() + ticks("/gitlab/api/graphql`}]"));
        search(m_simulator->url());
        QCOMPARE(other.connections(), 0);
        QVERIFY(!leaks(other.received()));
    }

    void noServerAtAll() { search(QStringLiteral("http://127.0.0.1:9")); }

    void memoryIsNotDumped_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command line") << QStringLiteral(RUNNERSCOPECTL_PATH) << QStringList{QStringLiteral("status")};
        QTest::newRow("window") << QStringLiteral(RUNNERSCOPE_PATH) << QStringList();
    }

    void memoryIsNotDumped()
    {
        if (!QFile::exists(QStringLiteral("/proc/self/limits")))
            QSKIP("There is no /proc.");
        QFETCH(const QString, program);
        QFETCH(const QStringList, arguments);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        process.setProcessEnvironment(environmentFor(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort())));
        process.start(program, arguments);
        QTRY_VERIFY(silent.hasPendingConnections()); // the token is in use
        const QByteArray limits = contentOf(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        process.kill();
        process.waitForFinished(120'000);
        const auto lines = limits.split('\n');
        const auto line =
            std::ranges::find_if(lines, [](const QByteArray &text) { return text.startsWith("Max core file size"); });
        QVERIFY(line != lines.end());
        const QByteArray soft = line->simplified().split(' ').value(4);
        QVERIFY2(soft == "1" || soft == "0", line->constData());
    }

private:
    void search(const QString &host)
    {
        for (const QStringList &arguments : {QStringList{QStringLiteral("status")},
                 QStringList{QStringLiteral("runners"), QStringLiteral("-o"), QStringLiteral("json")},
                 QStringList{QStringLiteral("runner"), QStringLiteral("1")}}) {
            const Ended ended = run(QStringLiteral(RUNNERSCOPECTL_PATH), arguments, host);
            QVERIFY2(!ended.said.isEmpty(), "it says what came of it");
            check(ended);
        }
        const Ended window = run(QStringLiteral(RUNNERSCOPE_PATH),
            {QStringLiteral("--picture"), m_home->filePath(QStringLiteral("picture.png"))}, host);
        QVERIFY(window.said.contains("qt.")); // the logs are on
        check(window);
        checkFiles();
    }

    QProcessEnvironment environmentFor(const QString &host) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const auto set = [&](const char *name, const QString &value) {
            environment.insert(QLatin1String(name), value);
        };
        set("HOME", m_home->path());
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"})
            set(folder, m_home->path());
        set("DBUS_SESSION_BUS_ADDRESS", QStringLiteral("unix:path=/nonexistent/bus"));
        set("QT_LOGGING_RULES", QStringLiteral("*=true"));
        set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
        set("GITLAB_HOST", host);
        set("GITLAB_TOKEN", QString::fromUtf8(token));
        return environment;
    }

    Ended run(const QString &program, const QStringList &arguments, const QString &host)
    {
        QProcess process;
        process.setProcessEnvironment(environmentFor(host));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        Ended ended;
        const QString about = QStringLiteral("/proc/%1/").arg(process.processId());
        connect(&process, &QProcess::readyRead, this, [&] { ended.said += process.readAll(); });
        (void)QTest::qWaitFor(
            [&] {
                ended.commandLine += contentOf(about + QStringLiteral("cmdline"));
                return process.state() == QProcess::NotRunning;
            },
            60000);
        if (process.state() != QProcess::NotRunning)
            process.kill();
        process.waitForFinished(120'000);
        ended.said += process.readAll();
        return ended;
    }

    void check(const Ended &ended)
    {
        QVERIFY2(!leaks(ended.said), ended.said.constData());
        QVERIFY(!leaks(ended.commandLine));
    }

    void checkFiles()
    {
        QDirIterator it(m_home->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            QVERIFY2(!leaks(path.toUtf8()), qUtf8Printable(path));
            QVERIFY2(!leaks(contentOf(path)), qUtf8Printable(path));
        }
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestTokenSearch)
#include "tst_tokensearch.moc"
