// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl job against the simulator.
#include "tests/cli/process.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Runnerscope::Test;

class TestRunnerscopectlJob : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulator> m_simulator;

    QJsonObject prepare(const char *situation) { return m_simulator->prepare(QString::fromLatin1(situation)); }

    static QString nameOf(const QJsonObject &prepared, const char *part)
    {
        return prepared.value(QLatin1String("project")).toString() + u'#'
            + QString::number(prepared.value(QLatin1String("jobs")).toObject().value(QLatin1String(part)).toInteger());
    }

    CommandResult job(const QString &link, const QString &output = QStringLiteral("text"))
    {
        return runnerscopectl(
            {QStringLiteral("job"), link, QStringLiteral("-o"), output}, {m_simulator->url(), m_simulator->token()});
    }

    QJsonObject json(const QString &link)
    {
        return QJsonDocument::fromJson(job(link, QStringLiteral("json")).out).object();
    }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Simulator>(
            QStringList{QStringLiteral("--runners"), QStringLiteral("450"), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
    }

    void jsonHoldsWhatIsDocumented()
    {
        const QJsonObject prepared = prepare("failing-runner");
        const QString name = nameOf(prepared, "failed2");
        const QString link = m_simulator->url() + u'/' + prepared.value(QLatin1String("project")).toString()
            + QStringLiteral("/-/jobs/") + name.section(u'#', 1) + QStringLiteral("#L12");
        const QJsonObject card = json(link);
        QCOMPARE(card, json(name));
        const QJsonObject job = card.value(QLatin1String("job")).toObject();
        QCOMPARE(job.value(QLatin1String("id")).toInteger(), name.section(u'#', 1).toLongLong());
        QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("failed"));
        for (const char *field : {"name", "project", "ref"})
            QVERIFY(job.value(QLatin1String(field)).isString());
        QVERIFY(card.value(QLatin1String("manager")).toObject().value(QLatin1String("ipAddress")).isString());
        const QJsonObject runner = card.value(QLatin1String("runner")).toObject();
        QVERIFY(prepared.value(QLatin1String("runners")).toArray().contains(runner.value(QLatin1String("id"))));
        for (const char *field : {"description", "type"})
            QVERIFY(runner.value(QLatin1String(field)).isString());
        const QJsonObject registeredBy = card.value(QLatin1String("registeredBy")).toObject();
        for (const char *field : {"kind", "method", "username", "name", "state"})
            QVERIFY2(registeredBy.contains(QLatin1String(field)), field);
        const QString group = card.value(QLatin1String("ownerGroup")).toString();
        QVERIFY(job.value(QLatin1String("project")).toString().startsWith(group + u'/'));
        const QJsonArray chain = card.value(QLatin1String("ownerChain")).toArray();
        QCOMPARE(chain.first().toObject().value(QLatin1String("fullPath")).toString(), group.section(u'/', 0, 0));
        QVERIFY(card.value(QLatin1String("responsible")).isArray());
    }

    void peopleAndMarkdown()
    {
        const QString name = nameOf(prepare("failing-runner"), "failed1");
        const CommandResult text = job(name);
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("Registered by") && text.out.contains("Who answers for it"));
        const CommandResult markdown = job(name, QStringLiteral("markdown"));
        QCOMPARE(markdown.code, 0);
        QVERIFY(markdown.out.startsWith("### ["));
        QCOMPARE(job(name, QStringLiteral("csv")).code, 2);
    }

    void jobsWithoutARunner_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("state");
        QTest::newRow("waits") << QStringLiteral("unknown-tag") << QStringLiteral("waiting")
                               << QStringLiteral("not-yet");
        QTest::newRow("manual") << QStringLiteral("not-waiting") << QStringLiteral("manual")
                                << QStringLiteral("not-yet");
        QTest::newRow("trigger") << QStringLiteral("trigger-job") << QStringLiteral("trigger")
                                 << QStringLiteral("never-needs");
        QTest::newRow("deleted") << QStringLiteral("deleted-runner") << QStringLiteral("finished")
                                 << QStringLiteral("deleted");
    }

    void jobsWithoutARunner()
    {
        QFETCH(QString, situation);
        QFETCH(QString, part);
        const QJsonObject card = json(nameOf(prepare(situation.toLatin1()), part.toLatin1()));
        QTEST(card.value(QLatin1String("runnerState")).toString(), "state");
        QVERIFY(card.contains(QLatin1String("runner")) && card.value(QLatin1String("runner")).isNull());
        QVERIFY(card.value(QLatin1String("registeredBy")).isNull());
        QVERIFY(card.value(QLatin1String("responsible")).isArray());
    }

    void whatIsNoJob_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("not there") << QStringLiteral("no/such#5") << 1 << QByteArray("no job #5");
        QTest::newRow("elsewhere") << QStringLiteral("https://gitlab.com/a/b/-/jobs/4") << 2
                                   << QByteArray("gitlab.com");
        QTest::newRow("merge request") << QStringLiteral("BASE/a/b/-/merge_requests/4") << 2
                                       << QByteArray("merge request");
        QTest::newRow("nonsense") << QStringLiteral("why") << 2 << QByteArray("names no job");
        QTest::newRow("number") << QStringLiteral("77") << 2 << QByteArray("group/project#123");
    }

    void whatIsNoJob()
    {
        QFETCH(QString, link);
        QFETCH(QByteArray, says);
        const CommandResult result = job(link.replace(QStringLiteral("BASE"), m_simulator->url()));
        QTEST(result.code, "code");
        QVERIFY2(result.err.contains(says), result.err);
        QVERIFY(result.out.isEmpty());
    }

    void serversThatCannotBeUsed()
    {
        const CommandResult refused = runnerscopectl(
            {QStringLiteral("job"), QStringLiteral("a/b#5")}, {m_simulator->url(), "glpat-simulator-expired"});
        QCOMPARE(refused.code, 3);
        m_simulator->setFaults("[{\"kind\":\"close\"}]");
        const CommandResult lost = job(QStringLiteral("a/b#5"));
        m_simulator->setFaults("[]");
        QCOMPARE(lost.code, 3);
        QVERIFY(!lost.err.isEmpty());
    }

    void theDemoHasJobsOfItsOwn()
    {
        const CommandResult none =
            runnerscopectl({QStringLiteral("job"), QStringLiteral("--demo"), QStringLiteral("acme/none#5")});
        QCOMPARE(none.code, 1);
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectlJob)
#include "tst_runnerscopectljob.moc"
