// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl jobs against the simulator and its prepared situations.
#include "tests/cli/process.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
#include <QTest>

using namespace Runnerscope::Test;

class TestRunnerscopectlJobs : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulator> m_simulator;
    ServerVariables m_server;

    static QJsonArray list(const CommandResult &result) { return QJsonDocument::fromJson(result.out).array(); }
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Simulator>(words("--runners 60"));
        QVERIFY(m_simulator->isRunning());
        m_server = {m_simulator->url(), m_simulator->token()};
    }

    void aWaitingJobSaysWhy_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown-tag") << QStringLiteral("waiting") << QStringLiteral("no-runner-has-tag");
        QTest::newRow("all-paused") << QStringLiteral("waiting") << QStringLiteral("all-paused");
        QTest::newRow("all-busy") << QStringLiteral("waiting1") << QStringLiteral("queued");
        QTest::newRow("unacknowledged") << QStringLiteral("assigned") << QStringLiteral("given-to-runner");
    }

    void aWaitingJobSaysWhy()
    {
        QFETCH(QString, part);
        QFETCH(QString, code);
        const QJsonObject situation = m_simulator->prepare(QString::fromLatin1(QTest::currentDataTag()));
        const qint64 id = situation.value(QLatin1String("jobs")).toObject().value(part).toInteger();
        QVERIFY(id > 0);
        const CommandResult result = runnerscopectl(
            {QStringLiteral("jobs"), QStringLiteral("--why"), QStringLiteral("--status"), QStringLiteral("pending"),
                QStringLiteral("--filter"), QStringLiteral("id:%1 why:%2").arg(id).arg(code), QStringLiteral("-ojson")},
            m_server);
        QVERIFY2(result.code == 0, result.err.constData());
        QCOMPARE(list(result).size(), 1);
        const QJsonObject job = list(result).first().toObject();
        QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("pending"));
        QVERIFY(!job.value(QLatin1String("queuedAt")).isNull());
        const QJsonObject verdict = job.value(QLatin1String("verdict")).toObject();
        QCOMPARE(verdict.value(QLatin1String("code")).toString(), code);
        QVERIFY(!verdict.value(QLatin1String("sentence")).toString().isEmpty());
        QVERIFY(job.value(QLatin1String("candidateCount")).toInteger() >= (code == QLatin1String("queued") ? 1 : 0));
    }

    void runningJobsAreNoWaitingOnes()
    {
        const CommandResult running = runnerscopectl(words("jobs --status running -o json"), m_server);
        QVERIFY2(running.code == 0, running.err.constData());
        for (const QJsonValue &job : list(running))
            QVERIFY(job.toObject().value(QLatin1String("status")).toString() != QStringLiteral("pending"));
        const CommandResult two = runnerscopectl(words("jobs --max 2 -o json"), m_server);
        QVERIFY(list(two).size() <= 2);
    }

    void wrongUsageIsSaid()
    {
        for (const char *line : {"jobs --status done", "jobs --max 0", "jobs --max x", "jobs --cached", "jobs 4",
                 "jobs --filter version:18", "runners --why", "runners --filter waiting:>1m"})
            QVERIFY2(runnerscopectl(words(line), m_server).code == 2, line);
        const CommandResult result = runnerscopectl(words("jobs --filter owner:acme"), m_server);
        QVERIFY2(result.err.contains("did you mean `group`"), result.err.constData());
    }

    void theDemoHasJobs()
    {
        const CommandResult result = runnerscopectl(words("jobs --demo --why -o json"));
        QVERIFY2(result.code == 0, result.err.constData());
        QVERIFY(list(result).size() > 20);
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectlJobs)
#include "tst_runnerscopectljobs.moc"
