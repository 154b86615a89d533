// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl against a server: the simulator, and things that are no GitLab.
#include "tests/cli/process.h"
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
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
