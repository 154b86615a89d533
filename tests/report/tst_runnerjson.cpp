// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/jsontext.h"
#include "app/report/runnerjson.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Test::now;

namespace {

/// Apostrophes stand for quotes.
QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qUtf8Printable(error.errorString()));
    return document.object();
}

/// Every field has a value that is not its default.
Runner fullRunner()
{
    Runner runner;
    runner.id.number = 9007199254740991; // the largest that JSON readers keep exact
    runner.shortSha = QStringLiteral("a1b2c3d4");
    runner.description = QStringLiteral("build-18");
    runner.tags = {QStringLiteral("docker"), QStringLiteral("Größe <1>")};
    runner.owner =
        std::make_shared<Owner>(Owner{OwnerKind::Project, 7, QStringLiteral("acme/payments/api"), QStringLiteral("API"),
            QStringLiteral("Acme / Payments / API"), QStringLiteral("https://git.example.com/acme")});
    runner.creator = std::make_shared<User>(User{5, QStringLiteral("mkeller"), QStringLiteral("Mara Keller"),
        QStringLiteral("https://git.example.com/mkeller"), UserState::Blocked, UserKind::Person});
    runner.managerCount = 3;
    runner.createdAt = now - 720h;
    runner.tokenExpiresAt = now + 166h;
    runner.maintenanceNote = QStringLiteral("Out of warranty.");
    runner.contactedAt = now - 90s;
    runner.type = RunnerType::Project;
    runner.accessLevel = AccessLevel::RefProtected;
    runner.creationMethod = CreationMethod::AuthenticatedUser;
    runner.creationState = CreationState::Finished;
    runner.paused = runner.locked = runner.runUntagged = true;
    RunnerManager manager{42, QStringLiteral("s_1f"), QStringLiteral("18.10.1"), QStringLiteral("ac71f4d8"),
        QStringLiteral("linux"), QStringLiteral("amd64"), QStringLiteral("docker"), QStringLiteral("10.2.0.7"),
        now - 48h, now - 90s, JobExecution::Active};
    runner.managers.push_back(manager);
    manager.number = 41;
    manager.version = QStringLiteral("18.9.0");
    manager.contactedAt = now - 47h;
    manager.jobExecution = JobExecution::Idle;
    runner.managers.push_back(manager);
    return runner;
}

constexpr auto fullRunnerText =
    "{ "
    "'id': 9007199254740991, 'description': 'build-18', 'type': 'project', 'status': 'online', 'paused': true, "
    "'locked': true, 'protected': true, 'runUntagged': true, 'owner': 'acme/payments/api', 'createdBy': 'mkeller', "
    "'createdByKind': 'person', 'creationMethod': 'authenticated-user', 'tags': ['docker', 'Größe <1>'], "
    "'versions': ['18.10.1', '18.9.0'], 'managers': 3, 'managersOnline': 1, 'managersComplete': false, "
    "'contactedAt': '2026-03-25T09:58:30Z', 'createdAt': '2026-02-23T10:00:00Z', "
    "'tokenExpiresAt': '2026-04-01T08:00:00Z', 'maintenanceNote': 'Out of warranty.' }";

} // namespace

class TestRunnerJson : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfARunner() { QCOMPARE(runnerJson(fullRunner(), now), json(fullRunnerText)); }

    void whatIsUnknownIsNull()
    {
        const QJsonObject expected = json(
            "{ "
            "'id': 0, 'description': '', 'type': null, 'status': 'never-contacted', 'paused': false, 'locked': false, "
            "'protected': null, 'runUntagged': false, 'owner': null, 'createdBy': null, 'createdByKind': "
            "'not-readable', "
            "'creationMethod': null, 'tags': [], 'versions': [], 'managers': 0, 'managersOnline': 0, "
            "'managersComplete': true, 'contactedAt': null, 'createdAt': null, "
            "'tokenExpiresAt': null, 'maintenanceNote': null }");
        QCOMPARE(runnerJson(Runner(), now), expected);
    }

    void everyDetailOfARunner()
    {
        RunnerDetails details;
        details.runner = fullRunner();
        details.ownerChain = {{QStringLiteral("acme"), QStringLiteral("Acme"), {}},
            {QStringLiteral("acme/payments"), QStringLiteral("Payments"), QStringLiteral("https://git.example.com/p")}};
        details.permissions = RunnerPermissions{true, true, false, true};
        details.runner.maintenanceNote = QStringLiteral("Ask first.");
        details.webUrl = QStringLiteral("https://git.example.com/runners/1");
        details.readAt = now;
        QJsonObject expected = json(
            "{ "
            "'ownerChain': [{'fullPath': 'acme', 'name': 'Acme', 'webUrl': null}, "
            "{'fullPath': 'acme/payments', 'name': 'Payments', 'webUrl': 'https://git.example.com/p'}], "
            "'managerDetails': [ "
            "{'id': 42, 'systemId': 's_1f', 'version': '18.10.1', 'revision': 'ac71f4d8', 'platform': 'linux', "
            "'architecture': 'amd64', 'executor': 'docker', 'ipAddress': '10.2.0.7', 'status': 'online', "
            "'createdAt': '2026-03-23T10:00:00Z', 'contactedAt': '2026-03-25T09:58:30Z', 'jobExecution': 'active'}, "
            "{'id': 41, 'systemId': 's_1f', 'version': '18.9.0', 'revision': 'ac71f4d8', 'platform': 'linux', "
            "'architecture': 'amd64', 'executor': 'docker', 'ipAddress': '10.2.0.7', 'status': 'offline', "
            "'createdAt': '2026-03-23T10:00:00Z', 'contactedAt': '2026-03-23T11:00:00Z', 'jobExecution': 'idle'}], "
            "'permissions': {'read': true, 'update': true, 'delete': false, 'assign': true}, "
            "'createdByUser': {'username': 'mkeller', 'name': 'Mara Keller', 'state': 'blocked', 'kind': 'person', "
            "'webUrl': 'https://git.example.com/mkeller'}, "
            "'webUrl': 'https://git.example.com/runners/1' }");
        QJsonObject common = json(fullRunnerText);
        common.insert(QStringLiteral("maintenanceNote"), QStringLiteral("Ask first."));
        for (auto field = common.begin(); field != common.end(); ++field)
            expected.insert(field.key(), field.value());
        QCOMPARE(runnerDetailsJson(details), expected);
    }

    void detailsThatAreUnknownAreNull()
    {
        RunnerDetails details;
        details.readAt = now;
        details.runner.managers.push_back({});
        const QJsonObject object = runnerDetailsJson(details);
        QCOMPARE(object.value(QLatin1String("ownerChain")), QJsonValue(QJsonArray()));
        for (const char *field : {"permissions", "createdByUser", "maintenanceNote", "tokenExpiresAt", "webUrl"})
            QVERIFY(object.value(QLatin1String(field)).isNull());
        const QJsonObject expected = json(
            "{ "
            "'id': 0, 'systemId': null, 'version': null, 'revision': null, 'platform': null, 'architecture': null, "
            "'executor': null, 'ipAddress': null, 'status': 'never-contacted', 'createdAt': null, 'contactedAt': null, "
            "'jobExecution': null }");
        QCOMPARE(object.value(QLatin1String("managerDetails")).toArray().first().toObject(), expected);
    }

    void creatorsByKind_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("kind");
        const int unknown = static_cast<int>(CreationMethod::Unknown);
        const int token = static_cast<int>(CreationMethod::RegistrationToken);
        const int user = static_cast<int>(CreationMethod::AuthenticatedUser);
        QTest::newRow("person") << "1 a by=anna" << user << "person";
        QTest::newRow("bot") << "1 a bot=b" << user << "bot";
        QTest::newRow("deleted") << "1 a" << user << "deleted";
        QTest::newRow("token") << "1 a" << token << "registration-token";
        QTest::newRow("not readable") << "1 a" << unknown << "not-readable";
    }

    void creatorsByKind()
    {
        QFETCH(QString, line);
        QFETCH(int, method);
        Runner runner = Test::runner(line);
        runner.creationMethod = static_cast<CreationMethod>(method);
        QTEST(runnerJson(runner, now).value(QLatin1String("createdByKind")).toString(), "kind");
    }

    void runnersAreSortedByNumber()
    {
        const QJsonArray runners = runnersJson(Test::fleet(u"12 b\n3 a\n7 c"));
        QStringList names;
        for (const QJsonValue &runner : runners)
            names.append(runner.toObject().value(QLatin1String("description")).toString());
        QCOMPARE(names.join(u' '), QStringLiteral("a c b"));
    }

    void textsStayHarmlessAndTheSame()
    {
        const QString hostile = QStringLiteral("\u001b[2J\u009b31m\u202eevil\u2028\u007f\"\\\n");
        const QByteArray text = jsonText(QJsonDocument(QJsonObject{{QStringLiteral("description"), hostile}}));
        for (const QChar c : QString::fromUtf8(text))
            QVERIFY(c == u'\n' || c.isPrint());
        QCOMPARE(QJsonDocument::fromJson(text).object().value(QLatin1String("description")).toString(), hostile);
    }
};

QTEST_GUILESS_MAIN(TestRunnerJson)
#include "tst_runnerjson.moc"
