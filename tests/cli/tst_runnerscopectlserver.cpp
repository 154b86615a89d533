// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl against a server: the simulator, and things that are no GitLab.
#include "tests/cli/process.h"
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Runnerscope::Test;

namespace {

const QByteArray wrongToken = QByteArrayLiteral("glpat-WrongWrongWrong00000");

bool mentions(const CommandResult &result, const QByteArray &text)
{
    return result.out.contains(text) || result.err.contains(text);
}

} // namespace

class TestRunnerscopectlServer : public QObject
{
    Q_OBJECT

private slots:
    void readsAFleet()
    {
        const Simulator simulator;
        QVERIFY(simulator.isRunning());
        const ServerVariables server{simulator.url(), simulator.token()};
        const CommandResult status =
            runnerscopectl({QStringLiteral("status"), QStringLiteral("-o"), QStringLiteral("json")}, server);
        QVERIFY2(status.code == 0, status.err.constData());
        const QJsonObject figures = QJsonDocument::fromJson(status.out).object();
        QVERIFY(figures.value(QLatin1String("complete")).toBool());
        QVERIFY(!figures.value(QLatin1String("demo")).toBool());

        const CommandResult runners =
            runnerscopectl({QStringLiteral("runners"), QStringLiteral("-o"), QStringLiteral("json")}, server);
        QVERIFY2(runners.code == 0, runners.err.constData());
        const QJsonArray list = QJsonDocument::fromJson(runners.out).array();
        QCOMPARE(list.size(), figures.value(QLatin1String("runners")).toInt());
        QVERIFY(!list.isEmpty());

        const QString number = QString::number(list.last().toObject().value(QLatin1String("id")).toInteger());
        const CommandResult runner = runnerscopectl({QStringLiteral("runner"), number}, server);
        QVERIFY2(runner.code == 0, runner.err.constData());
        QVERIFY(runner.out.contains(QByteArray('#' + number.toUtf8())));
        const CommandResult none = runnerscopectl({QStringLiteral("runner"), QStringLiteral("987654321")}, server);
        QCOMPARE(none.code, 1);
        for (const CommandResult &result : {status, runners, runner, none})
            QVERIFY(!mentions(result, simulator.token()));
    }

    void jobsOfARunnerSayWhoIsTheTrouble()
    {
        Simulator simulator({QStringLiteral("--runners"), QStringLiteral("120"), QStringLiteral("--frozen")});
        QVERIFY(simulator.isRunning());
        const QJsonObject prepared = simulator.prepare(QStringLiteral("failing-runner"));
        const QString number = QString::number(prepared.value(QLatin1String("runners")).toArray().first().toInteger());
        const ServerVariables server{simulator.url(), simulator.token()};
        const QStringList verb{QStringLiteral("runner"), number, QStringLiteral("--jobs")};
        const CommandResult text = runnerscopectl(verb, server);
        QVERIFY2(text.code == 0, text.err.constData());
        QVERIFY2(text.out.contains("were a fault of the runner"), text.out.constData());
        const CommandResult json =
            runnerscopectl(verb + QStringList{QStringLiteral("-o"), QStringLiteral("json")}, server);
        const QJsonObject record = QJsonDocument::fromJson(json.out).object();
        const QJsonObject jobs = record.value(QLatin1String("recentJobs")).toObject();
        const QJsonArray hosts = jobs.value(QLatin1String("hosts")).toArray();
        QVERIFY(!jobs.value(QLatin1String("refused")).toBool(true));
        QVERIFY(hosts.size() > 0);
        const QJsonObject worst = hosts.first().toObject();
        QVERIFY(worst.value(QLatin1String("failed")).toInt() >= 3);
        QCOMPARE(worst.value(QLatin1String("failed")), worst.value(QLatin1String("failedByRunner")));
        QVERIFY(jobs.value(QLatin1String("jobs")).toArray().size() >= 3);
    }

    void wrongTokensAreSaidAndNotShown()
    {
        const Simulator simulator;
        QVERIFY(simulator.isRunning());
        for (const QStringList &verb : {QStringList{QStringLiteral("status")}, QStringList{QStringLiteral("runners")},
                 QStringList{QStringLiteral("runner"), QStringLiteral("1")}}) {
            const CommandResult result = runnerscopectl(verb, {simulator.url(), wrongToken});
            QCOMPARE(result.code, 3);
            QCOMPARE(result.out, QByteArray());
            QVERIFY2(result.err.contains("does not accept the token"), result.err.constData());
            QVERIFY(!mentions(result, wrongToken));
        }
    }

    void whatIsNoGitLabIsSaid()
    {
        const RawServer server({QByteArrayLiteral(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Sign in</h1>")});
        const CommandResult result = runnerscopectl({QStringLiteral("runners")}, {server.url(), wrongToken});
        QCOMPARE(result.code, 3);
        QCOMPARE(result.out, QByteArray());
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY(!mentions(result, wrongToken));
    }

    void tokensComeFromADescriptor()
    {
        const Simulator simulator;
        QVERIFY(simulator.isRunning());
        const QStringList arguments{QStringLiteral("status"), QStringLiteral("--token-fd"), QStringLiteral("0")};
        const CommandResult status = runnerscopectl(arguments, {simulator.url(), wrongToken}, simulator.token() + '\n');
        QVERIFY2(status.code == 0, status.err.constData());
        const CommandResult none = runnerscopectl(arguments, {simulator.url(), wrongToken});
        QCOMPARE(none.code, 2);
        QVERIFY2(none.err.contains("holds no token"), none.err.constData());
        const CommandResult closed = runnerscopectl(
            {QStringLiteral("status"), QStringLiteral("--token-fd=77")}, {simulator.url(), simulator.token()});
        QCOMPARE(closed.code, 2);
        QVERIFY2(closed.err.contains("file descriptor 77"), closed.err.constData());
    }

    void tokensAreSeenByNobody()
    {
        if (!QFile::exists(QStringLiteral("/proc/self/cmdline")))
            QSKIP("There is no /proc.");
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        process.setProcessEnvironment(
            environmentFor({QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()), {}}));
        process.start(QStringLiteral(RUNNERSCOPECTL_PATH),
            {QStringLiteral("status"), QStringLiteral("--token-fd"), QStringLiteral("0")});
        process.write(wrongToken);
        process.closeWriteChannel();
        QTRY_VERIFY(silent.hasPendingConnections());
        QTcpSocket *connection = silent.nextPendingConnection();
        QByteArray sent;
        QTRY_VERIFY((sent += connection->readAll()).contains(wrongToken)); // it is in use now
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.isEmpty());
            QVERIFY2(!content.contains(wrongToken), name);
        }
        delete connection;
        silent.close();
        QVERIFY(process.waitForFinished());
        QVERIFY(!process.readAllStandardOutput().contains(wrongToken));
        QVERIFY(!process.readAllStandardError().contains(wrongToken));
    }

    void transportMistakesAreWrongUsage()
    {
        const ServerVariables server{QStringLiteral("git.example.invalid"), wrongToken};
        const CommandResult file =
            runnerscopectl({QStringLiteral("status"), QStringLiteral("--ca-file=/nonexistent/ca.pem")}, server);
        QCOMPARE(file.code, 2);
        QVERIFY2(file.err.contains("/nonexistent/ca.pem"), file.err.constData());
        const CommandResult proxy =
            runnerscopectl({QStringLiteral("status"), QStringLiteral("--proxy=http://anna:sesame@p:1")}, server);
        QCOMPARE(proxy.code, 2);
        QVERIFY2(proxy.err.contains("proxy"), proxy.err.constData());
        QVERIFY(!mentions(proxy, "sesame"));
    }

    void nobodyListens()
    {
        const CommandResult result =
            runnerscopectl({QStringLiteral("status")}, {QStringLiteral("http://127.0.0.1:9"), wrongToken});
        QCOMPARE(result.code, 3);
        QCOMPARE(result.out, QByteArray());
        QVERIFY2(result.err.startsWith("runnerscopectl: "), result.err.constData());
        QVERIFY(!mentions(result, wrongToken));
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectlServer)
#include "tst_runnerscopectlserver.moc"
