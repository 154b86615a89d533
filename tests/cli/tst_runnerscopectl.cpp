// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using Runnerscope::Test::CommandResult;
using Runnerscope::Test::runnerscopectl;

namespace {

CommandResult demo(const QString &arguments)
{
    return runnerscopectl(QStringList(QStringLiteral("--demo")) + arguments.split(u' '));
}

QJsonDocument json(const CommandResult &result)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(result.out, &error);
    return error.error == QJsonParseError::NoError ? document : QJsonDocument();
}

QStringList fieldsOf(const QJsonObject &object)
{
    return object.keys(); // sorted
}

QStringList words(QLatin1String text)
{
    QStringList list = QString(text).split(u' ');
    list.sort();
    return list;
}

constexpr auto runnerFields = "id description type status paused locked protected runUntagged owner createdBy "
                              "createdByKind creationMethod tags versions managers managersOnline managersComplete "
                              "contactedAt createdAt tokenExpiresAt maintenanceNote";
constexpr auto managerFields = "id systemId version revision platform architecture executor ipAddress status createdAt "
                               "contactedAt jobExecution runner runnerDescription owner";
constexpr auto tagFields = "tag runners online onlineUnpaused offline stale neverContacted alike";
constexpr auto groupFields =
    "fullPath name kind depth runners online offline stale neverContacted ownRunners ownOnline "
    "ownOffline ownStale ownNeverContacted webUrl";
constexpr auto detailFields = "ownerChain managerDetails permissions createdByUser webUrl";

} // namespace

class TestRunnerscopectl : public QObject
{
    Q_OBJECT

private slots:
    void statusAsJson()
    {
        const CommandResult result = demo(QStringLiteral("status --output json"));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.err, QByteArray());
        const QJsonObject status = json(result).object();
        QCOMPARE(fieldsOf(status),
            words(QLatin1String("instance url demo cached serverVersion user complete asOf sources runners byStatus "
                                "byType paused running")));
        QCOMPARE(status.value(QLatin1String("runners")).toInt(), 2400);
        QVERIFY(status.value(QLatin1String("demo")).toBool());
        QVERIFY(status.value(QLatin1String("complete")).toBool());
        QVERIFY(status.value(QLatin1String("url")).isNull());
    }

    void runnersAsJson()
    {
        const CommandResult result = demo(QStringLiteral("runners --output json"));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.err, QByteArray());
        const QJsonArray runners = json(result).array();
        QCOMPARE(runners.size(), 2400);
        qint64 before = 0;
        for (const QJsonValue &runner : runners) {
            QCOMPARE(fieldsOf(runner.toObject()), words(QLatin1String(runnerFields)));
            const qint64 id = runner.toObject().value(QLatin1String("id")).toInteger();
            QVERIFY(id > before);
            before = id;
        }
    }

    void runnerAsJson()
    {
        const CommandResult result = demo(QStringLiteral("runner 1204 --output json"));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.err, QByteArray());
        const QJsonObject runner = json(result).object();
        QStringList expected = words(QLatin1String(runnerFields)) + words(QLatin1String(detailFields));
        expected.sort();
        QCOMPARE(fieldsOf(runner), expected);
        QCOMPARE(runner.value(QLatin1String("id")).toInt(), 1204);
    }

    void runnersAsCsv()
    {
        const CommandResult result = demo(QStringLiteral("runners -o csv"));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.out.count("\r\n"), 2401);
        QVERIFY(result.out.startsWith("id,description,"));
    }

    void runnersThatMatchAFilter()
    {
        const CommandResult all = demo(QStringLiteral("runners --output json"));
        const CommandResult stale = demo(QStringLiteral("runners --output json --filter status:stale"));
        QCOMPARE(stale.code, 0);
        qsizetype expected = 0;
        for (const QJsonValue runner : json(all).array())
            expected += runner[QStringLiteral("status")].toString() == QLatin1String("stale");
        QVERIFY(expected > 0);
        QCOMPARE(json(stale).array().size(), expected);
        const CommandResult none = demo(QStringLiteral("runners --output json --filter name:nobody"));
        QCOMPARE(none.code, 0); // an empty match is done, too
        QVERIFY(json(none).isArray() && json(none).array().isEmpty());
        QCOMPARE(none.err, QByteArray());
    }

    void listsOfPlaces_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("fields");
        QTest::newRow("managers") << "managers" << managerFields;
        QTest::newRow("tags") << "tags" << tagFields;
        QTest::newRow("groups") << "groups" << groupFields;
        QTest::newRow("group of managers") << "managers --group-by address"
                                           << "key runners managers managersOnline contactedAt runnerIds";
    }

    void listsOfPlaces()
    {
        QFETCH(QString, verb);
        QFETCH(QString, fields);
        const CommandResult asJson = demo(verb + QStringLiteral(" -o json"));
        QCOMPARE(asJson.code, 0);
        const QJsonArray list = json(asJson).array();
        QVERIFY(!list.isEmpty());
        for (const QJsonValue entry : list)
            QCOMPARE(fieldsOf(entry.toObject()), words(QLatin1String(fields.toLatin1())));
        const CommandResult asCsv = demo(verb + QStringLiteral(" -o csv"));
        QCOMPARE(asCsv.out.count("\r\n"), list.size() + 1);
        const QString header = QString::fromUtf8(asCsv.out.left(asCsv.out.indexOf('\r'))).replace(u',', u' ');
        QCOMPARE(words(QLatin1String(header.toLatin1())), words(QLatin1String(fields.toLatin1())));
        QCOMPARE(demo(verb).out.count('\n'), list.size() + 1);
        const CommandResult stale = demo(verb + QStringLiteral(" -o json --filter status:stale"));
        QCOMPARE(stale.code, 0);
        QVERIFY(!json(stale).array().isEmpty() && json(stale).array().size() < list.size());
        const CommandResult none = demo(verb + QStringLiteral(" -o json --filter name:nobody"));
        QCOMPARE(none.code, 0);
        QVERIFY(json(none).isArray() && json(none).array().isEmpty());
        QCOMPARE(none.err, QByteArray());
    }

    void hostsThatAreNotListedAreSaid()
    {
        const CommandResult result = demo(QStringLiteral("managers --output csv"));
        QCOMPARE(result.code, 0);
        QVERIFY(result.err.startsWith("runnerscopectl: Listed: "));
        QCOMPARE(result.err.count('\n'), 1);
    }

    void aWrongFilterNamesThePlaceAndTheRemedy()
    {
        const CommandResult result = demo(QStringLiteral("runners --filter status:stale/exector:x"));
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY2(result.err.contains("letter 8"), result.err.constData());
        QCOMPARE(demo(QStringLiteral("status --filter status:stale")).code, 2);
    }

    void tablesAreForPeople()
    {
        const CommandResult status = demo(QStringLiteral("status"));
        QCOMPARE(status.code, 0);
        QVERIFY(status.out.contains("Demo fleet"));
        QVERIFY(status.out.count('\n') < 10);
        const CommandResult runners = demo(QStringLiteral("runners"));
        QCOMPARE(runners.code, 0);
        QCOMPARE(runners.out.count('\n'), 2401);
        const CommandResult runner = demo(QStringLiteral("runner 1204"));
        QCOMPARE(runner.code, 0);
        QVERIFY(runner.out.contains("#1204"));
        QCOMPARE(status.err + runners.err + runner.err, QByteArray());
    }

    void progressIsNotShownInAPipe()
    {
        for (const char *verb : {"status", "runners"})
            QCOMPARE(demo(QLatin1String(verb)).err, QByteArray());
    }

    void unknownRunnersAreANo()
    {
        const CommandResult result = demo(QStringLiteral("runner 1 -o json"));
        QCOMPARE(result.code, 1);
        QCOMPARE(result.out, QByteArray());
        QCOMPARE(result.err, QByteArray("runnerscopectl: There is no runner 1, or this user may not read it.\n"));
    }

    void wrongUsagePrintsNothingElse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("verb") << QStringList{QStringLiteral("frob")};
        QTest::newRow("CSV of status") << QStringList{
            QStringLiteral("--demo"), QStringLiteral("status"), QStringLiteral("--output"), QStringLiteral("csv")};
        QTest::newRow("escape sequence") << QStringList{QStringLiteral("--\u001b[2J"), QStringLiteral("status")};
        QTest::newRow("empty") << QStringList{QString()};
    }

    void wrongUsagePrintsNothingElse()
    {
        QFETCH(QStringList, arguments);
        const CommandResult result = runnerscopectl(arguments);
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY(result.err.startsWith("runnerscopectl: "));
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY(!result.err.contains('\x1b'));
    }

    void noServerSaysWhatToSet()
    {
        const CommandResult result = runnerscopectl({QStringLiteral("status")});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        for (const char *word : {"GITLAB_HOST", "GITLAB_TOKEN", "--demo"})
            QVERIFY2(result.err.contains(word), word);
    }

    void instancesAreSavedWithoutAKeyStore()
    {
        const CommandResult none = runnerscopectl({QStringLiteral("instances")});
        QCOMPARE(none.code, 0);
        QVERIFY(none.out.contains("No instance is saved"));
        const QStringList add{QStringLiteral("instances"), QStringLiteral("add"), QStringLiteral("work"),
            QStringLiteral("git.example.invalid"), QStringLiteral("--token-fd"), QStringLiteral("0")};
        const CommandResult added = runnerscopectl(add, {}, "glpat-OpenSesame0123456789\n");
        QCOMPARE(added.code, 4);
        QVERIFY2(added.err.contains("saved without its token"), added.err.constData());
        QVERIFY2(added.err.contains("no key store"), added.err.constData());
        QVERIFY(!added.err.contains("Sesame"));
        const CommandResult status = runnerscopectl({QStringLiteral("status")});
        QCOMPARE(status.code, 3);
        QVERIFY2(status.err.contains("no key store"), status.err.constData());
        const CommandResult removed =
            runnerscopectl({QStringLiteral("instances"), QStringLiteral("remove"), QStringLiteral("work")});
        QVERIFY2(removed.code == 0, removed.err.constData());
    }

    void hostWithoutTokenSaysWhatToSet()
    {
        const CommandResult result =
            runnerscopectl({QStringLiteral("status")}, {QStringLiteral("gitlab.example.invalid"), {}});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY(result.err.contains("GITLAB_TOKEN"));
    }

    void addressesThatAreNoneAreWrongUsage()
    {
        const CommandResult result =
            runnerscopectl({QStringLiteral("status")}, {QStringLiteral("ftp://x y"), "secret"});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY(!result.err.contains("secret"));
    }

    void tokensInArgumentsAreRefused()
    {
        const CommandResult result = runnerscopectl(
            {QStringLiteral("--demo"), QStringLiteral("status"), QStringLiteral("--token"), QStringLiteral("sesame")});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY(result.err.contains("GITLAB_TOKEN"));
        QVERIFY(!result.err.contains("sesame"));
    }

    void readersMayLeave()
    {
        QProcess program;
        QProcess reader;
        program.setStandardOutputProcess(&reader);
        program.start(QStringLiteral(RUNNERSCOPECTL_PATH), {QStringLiteral("--demo"), QStringLiteral("runners")});
        reader.start(QStringLiteral("head"), {QStringLiteral("-n1")});
        QVERIFY(program.waitForFinished());
        QVERIFY(reader.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void outputThatCannotBeWrittenIsSaid()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("There is no /dev/full.");
        QProcess program;
        program.setStandardOutputFile(QStringLiteral("/dev/full"));
        program.start(QStringLiteral(RUNNERSCOPECTL_PATH), {QStringLiteral("--demo"), QStringLiteral("runners")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 3);
        QVERIFY(program.readAllStandardError().contains("could not be written"));
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectl)
#include "tst_runnerscopectl.moc"
