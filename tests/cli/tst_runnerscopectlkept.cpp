// SPDX-License-Identifier: GPL-3.0-or-later
//
// What runnerscopectl keeps of the fleets that it has read.
#include "tests/cli/process.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QLockFile>
#include <QTest>

using namespace Runnerscope::Test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QJsonObject figures(const CommandResult &status)
{
    return QJsonDocument::fromJson(status.out).object();
}

/// Below the folder for data.
QStringList files()
{
    const QString folder = environmentFor({}).value(QStringLiteral("XDG_DATA_HOME"));
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QStringList found;
    while (it.hasNext())
        found.append(it.next());
    return found;
}

} // namespace

class TestRunnerscopectlKept : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QDir(environmentFor({}).value(QStringLiteral("XDG_DATA_HOME"))).removeRecursively();
        m_simulator = std::make_unique<Simulator>(words("--runners 450"));
        QVERIFY(m_simulator->isRunning());
        m_server = {m_simulator->url(), m_simulator->token()};
    }

    void aFullDiskIsSaidAndTheAnswerIsThere()
    {
        constexpr int tooLittle = 65536;
        const CommandResult status = runnerscopectlWithoutRoom(words("status -o json"), m_server, tooLittle);
        QCOMPARE(status.code, 0);
        QCOMPARE(figures(status).value(QStringLiteral("runners")).toInt(), 450);
        QCOMPARE(status.err.count("no room left"), 1);
    }

    void nothingIsKeptBeforeTheFirstReading()
    {
        const CommandResult cached = runnerscopectl(words("status --cached"), {m_server.host, {}});
        QCOMPARE(cached.code, 3);
        QCOMPARE(cached.out, QByteArray());
        QVERIFY2(cached.err.contains("is kept on this computer"), cached.err.constData());
        QCOMPARE(runnerscopectl(words("status"), {m_server.host, "glpat-WrongWrongWrong00000"}).code, 3);
        QCOMPARE(files(), QStringList());
    }

    void whatWasReadIsThereWithoutTheServer()
    {
        const CommandResult read = runnerscopectl(words("runners -o json"), m_server);
        QVERIFY2(read.code == 0, read.err.constData());
        const CommandResult one = runnerscopectl(words("runner 7 -o json"), m_server);
        m_simulator.reset();
        const ServerVariables withoutToken{m_server.host, {}};
        const CommandResult cached = runnerscopectl(words("runners --cached -o json"), withoutToken);
        QVERIFY2(cached.code == 0, cached.err.constData());
        QCOMPARE(QJsonDocument::fromJson(cached.out).array().size(), 450);
        QCOMPARE(cached.err, QByteArray());
        const CommandResult status = runnerscopectl(words("status --cached -o json"), withoutToken);
        QVERIFY(figures(status).value(QLatin1String("cached")).toBool());
        QVERIFY(figures(status).value(QLatin1String("complete")).toBool());
        QVERIFY(runnerscopectl(words("status --cached"), withoutToken).out.contains("the server was not asked"));
        const CommandResult runner = runnerscopectl(words("runner 7 --cached -o json"), withoutToken);
        QCOMPARE(figures(runner).value(QLatin1String("description")), figures(one).value(QLatin1String("description")));
        QCOMPARE(runnerscopectl(words("runner 98765 --cached"), withoutToken).code, 1);
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 3); // nothing of it without that option
    }

    void laterReadingsFollowTheServer()
    {
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 0);
        m_simulator->changeFleet(ticks("{`delete`:[7],`pause`:[8],`add`:2}"));
        const CommandResult read = runnerscopectl(words("runners -o json"), m_server);
        QVERIFY2(read.code == 0, read.err.constData());
        QCOMPARE(QJsonDocument::fromJson(read.out).array().size(), 451);
        const CommandResult cached = runnerscopectl(words("runners --cached -o json"), m_server);
        QCOMPARE(cached.out, read.out);
        QCOMPARE(runnerscopectl(words("runner 7 --cached"), m_server).code, 1);
    }

    void aBrokenReadingPrintsNothingFromBefore()
    {
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 0);
        const QByteArray fault = ticks("[{`kind`:`status`,`status`:500,`match`:`AllRunners`,`after`:1}]");
        m_simulator->setFaults(fault);
        const CommandResult broken = runnerscopectl(words("runners -o json"), m_server);
        QCOMPARE(broken.code, 3);
        QCOMPARE(broken.out, QByteArray());
        m_simulator->setFaults(fault);
        const CommandResult partial = runnerscopectl(words("runners --partial -o json"), m_server);
        QVERIFY2(partial.code == 0, partial.err.constData());
        const auto printed = QJsonDocument::fromJson(partial.out).array().size();
        QVERIFY2(printed > 0 && printed <= 200, qPrintable(QString::number(printed)));
        QVERIFY2(partial.err.contains("runners could be read"), partial.err.constData());
        m_simulator->setFaults(fault);
        const CommandResult status = runnerscopectl(words("status --partial -o json"), m_server);
        QVERIFY(!figures(status).value(QLatin1String("complete")).toBool());
        const CommandResult cached = runnerscopectl(words("status --cached -o json"), m_server);
        QCOMPARE(figures(cached).value(QLatin1String("runners")).toInt(), 450); // as it was
        QVERIFY(figures(cached).value(QLatin1String("complete")).toBool());
    }

    void whatTheServerDoesNotShowIsMissedInSpiteOfWhatIsKept()
    {
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 0);
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:200,`match`:`AllRunners`,`contentType`:"
                                     "`application/json`,`body`:`{\\`data\\`:{\\`runners\\`:{\\`count\\`:150,"
                                     "\\`nodes\\`:[{\\`id\\`:\\`gid://gitlab/Ci::Runner/7\\`}],\\`pageInfo\\`:{"
                                     "\\`hasNextPage\\`:false,\\`endCursor\\`:null}}}}`}]"));
        const CommandResult read = runnerscopectl(words("runners"), m_server);
        QCOMPARE(read.code, 3);
        QCOMPARE(read.out, QByteArray());
        QVERIFY2(read.err.contains("Only 1 of 450"), read.err.constData());
    }

    void everyUserHasAFleetOfTheirOwn()
    {
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 0);
        const CommandResult owner = runnerscopectl(words("status -o json"), {m_server.host, "glpat-simulator-owner"});
        const CommandResult newest = runnerscopectl(words("status --cached -o json"), m_server);
        QCOMPARE(figures(newest).value(QLatin1String("user")), figures(owner).value(QLatin1String("user")));
        QCOMPARE(figures(newest).value(QLatin1String("runners")), figures(owner).value(QLatin1String("runners")));
    }

    void anotherProgramThatKeepsTheFleetIsNoTrouble()
    {
        QCOMPARE(runnerscopectl(words("status"), m_server).code, 0);
        QCOMPARE(files().size(), 1);
        QLockFile writer(files().first() + QStringLiteral(".lock"));
        QVERIFY(writer.lock());
        m_simulator->changeFleet(ticks("{`delete`:[7]}"));
        const CommandResult read = runnerscopectl(words("status -o json"), m_server);
        QCOMPARE(read.code, 0);
        QCOMPARE(read.err, QByteArray());
        QCOMPARE(figures(read).value(QLatin1String("runners")).toInt(), 449);
        const CommandResult cached = runnerscopectl(words("status --cached -o json"), m_server);
        QCOMPARE(figures(cached).value(QLatin1String("runners")).toInt(), 450); // is for the other one to change
    }

    void troubleWithTheFilesIsSaidAndTheFleetPrinted()
    {
        const QString folder = environmentFor({}).value(QStringLiteral("XDG_DATA_HOME"));
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const CommandResult status = runnerscopectl(words("status"), m_server);
        QVERIFY(inTheWay.remove());
        QCOMPARE(status.code, 0);
        QVERIFY(!status.out.isEmpty());
        QCOMPARE(status.err.count('\n'), 1);
        QVERIFY2(status.err.contains("cannot be kept"), status.err.constData());
    }

private:
    std::unique_ptr<Simulator> m_simulator;
    ServerVariables m_server;
};

QTEST_GUILESS_MAIN(TestRunnerscopectlKept)
#include "tst_runnerscopectlkept.moc"
