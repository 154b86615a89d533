// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "tests/cli/scriptedservice.h"
#include "tests/support/fleettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Runnerscope;
using namespace Runnerscope::Cli;
using Runnerscope::Test::ScriptedService;
using namespace std::chrono_literals;

namespace {

constexpr Verb placesVerbs[] = {Verb::Managers, Verb::Tags, Verb::Groups};

Outcome run(const Request &request, FleetService &service)
{
    qputenv("COLUMNS", "200");
    const Outcome outcome = request.verb == Verb::Managers ? runManagers(request, service)
        : request.verb == Verb::Tags                       ? runTags(request, service)
                                                           : runGroups(request, service);
    qunsetenv("COLUMNS");
    return outcome;
}

Outcome run(Verb verb, const FleetPtr &fleet, Format format = Format::Json, const char *filter = "")
{
    ScriptedService service;
    service.fleet = fleet;
    Request request;
    request.verb = verb;
    request.format = format;
    request.filter = Test::filter(filter);
    return run(request, service);
}

QJsonArray list(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.output.toUtf8()).array();
}

QString line(const Outcome &outcome, int number)
{
    return outcome.output.split(u'\n').value(number).simplified();
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A runner with two hosts, one of which tells hardly anything, of as many as \a counted.
FleetPtr twoHosts(int counted)
{
    auto runner =
        std::make_shared<Runner>(Test::runner(u"7 build-18 contact=5m project=acme/api tags=docker version=18.1.0 "
                                              u"version="));
    RunnerManager &manager = runner->managers[0];
    manager.systemId = QStringLiteral("s_1f");
    manager.revision = QStringLiteral("abc");
    manager.platform = QStringLiteral("linux");
    manager.architecture = QStringLiteral("amd64");
    manager.executor = QStringLiteral("=docker");
    manager.ipAddress = QStringLiteral("10.2.0.7");
    manager.jobExecution = JobExecution::Active;
    runner->managers[1] = {};
    runner->managers[1].number = 701;
    runner->managerCount = counted;
    auto fleet = std::make_shared<Fleet>();
    fleet->coverage.kind = Coverage::Kind::Whole;
    fleet->rows.push_back({runner, Test::now, RunnerStatus::Online});
    return fleet;
}

} // namespace

class TestPlacesVerbs : public QObject
{
    Q_OBJECT

private slots:
    void tableOfManagers()
    {
        const Outcome outcome = run(Verb::Managers, twoHosts(2), Format::Table);
        QVERIFY(outcome.code == ExitCode::Done);
        QCOMPARE(line(outcome, 0),
            QStringLiteral(
                "HOST SYSTEM ID STATUS VERSION PLATFORM EXECUTOR ADDRESS CONTACT KNOWN FOR RUNNER NAME OWNER"));
        QCOMPARE(line(outcome, 1),
            QStringLiteral("700 s_1f online 18.1.0 linux/amd64 =docker 10.2.0.7 5 min 30 d 7 build-18 acme/api"));
        QCOMPARE(line(outcome, 2), QStringLiteral("701 never contacted never 7 build-18 acme/api"));
        QCOMPARE(outcome.complaint, QString());
    }

    void managersForScripts()
    {
        const QJsonArray managers = list(run(Verb::Managers, twoHosts(2)));
        QCOMPARE(managers.size(), 2);
        QCOMPARE(managers[0].toObject(),
            object(R"({"id": 700, "systemId": "s_1f", "status": "online", "version": "18.1.0", "revision": "abc",
                "platform": "linux", "architecture": "amd64", "executor": "=docker", "ipAddress": "10.2.0.7",
                "contactedAt": "2026-03-25T09:55:00Z", "createdAt": "2026-02-23T10:00:00Z", "jobExecution": "active",
                "runner": 7, "runnerDescription": "build-18", "owner": "acme/api"})"));
        QCOMPARE(managers[1].toObject(),
            object(R"({"id": 701, "systemId": null, "status": "never-contacted", "version": null, "revision": null,
                "platform": null, "architecture": null, "executor": null, "ipAddress": null, "contactedAt": null,
                "createdAt": null, "jobExecution": null, "runner": 7, "runnerDescription": "build-18",
                "owner": "acme/api"})"));
        const QStringList csv = run(Verb::Managers, twoHosts(2), Format::Csv).output.split(QStringLiteral("\r\n"));
        QCOMPARE(csv.value(1),
            QStringLiteral("700,s_1f,online,18.1.0,abc,linux,amd64,'=docker,10.2.0.7,2026-03-25T09:55:00Z,"
                           "2026-02-23T10:00:00Z,active,7,build-18,acme/api"));
    }

    void hostsThatAreNotListedAreANote()
    {
        const Outcome outcome = run(Verb::Managers, twoHosts(12));
        QVERIFY(outcome.code == ExitCode::Done);
        QCOMPARE(list(outcome).size(), 2);
        QCOMPARE(
            outcome.complaint, QStringLiteral("Listed: 2 of 12 hosts; 1 runner has more hosts than have been read."));
    }

    void theNoteIsAboutTheRunnersThatMatch()
    {
        const Outcome outcome = run(Verb::Managers, twoHosts(12), Format::Json, "name:other");
        QVERIFY(list(outcome).isEmpty());
        QCOMPARE(outcome.complaint, QString());
    }

    void managersInGroups()
    {
        ScriptedService service;
        service.fleet = twoHosts(2);
        Request request;
        request.verb = Verb::Managers;
        request.format = Format::Json;
        request.grouping = HostGrouping::Address;
        const QJsonArray groups = list(run(request, service));
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0].toObject(), object(R"({"key": "10.2.0.7", "runners": 1, "managers": 1, "managersOnline": 1,
                "contactedAt": "2026-03-25T09:55:00Z", "runnerIds": [7]})"));
        QCOMPARE(groups[1].toObject(),
            object(R"({"key": null, "runners": 1, "managers": 1, "managersOnline": 0, "contactedAt": null,
                "runnerIds": [7]})"));
        request.format = Format::Table;
        const Outcome table = run(request, service);
        QCOMPARE(line(table, 0), QStringLiteral("ADDRESS RUNNERS HOSTS ONLINE CONTACT"));
        QCOMPARE(line(table, 1), QStringLiteral("10.2.0.7 1 1 1 5 min"));
        QCOMPARE(line(table, 2), QStringLiteral("No address known 1 1 0 never"));
    }

    void tags()
    {
        const FleetPtr fleet =
            Test::fleetPtr(u"1 a contact=1m tags=docker,=x\n2 b contact=1m paused tags=docker,Docker\n"
                           u"3 c contact=9d tags=docker\n4 d");
        const Outcome table = run(Verb::Tags, fleet, Format::Table);
        QCOMPARE(line(table, 0), QStringLiteral("TAG RUNNERS ONLINE NOT PAUSED OFFLINE STALE NEVER ALIKE"));
        QCOMPARE(line(table, 1), QStringLiteral("docker 3 2 1 0 1 0 Docker"));
        const QJsonArray tags = list(run(Verb::Tags, fleet));
        QCOMPARE(tags.size(), 3);
        QCOMPARE(tags[0].toObject(),
            object(R"({"tag": "docker", "runners": 3, "online": 2, "onlineUnpaused": 1, "offline": 0, "stale": 1,
                "neverContacted": 0, "alike": ["Docker"]})"));
        QVERIFY(tags[1].toObject().value(QLatin1String("alike")).isArray());
        QVERIFY(run(Verb::Tags, fleet, Format::Csv).output.contains(QStringLiteral("\r\n'=x,1,1,1,0,0,0,\r\n")));
        QCOMPARE(list(run(Verb::Tags, fleet, Format::Json, "is:paused")).size(), 2);
    }

    void groups()
    {
        const FleetPtr fleet =
            Test::fleetPtr(u"1 a contact=1m project=acme/pay/api\n2 b contact=5h group=acme/pay\n3 c");
        const Outcome table = run(Verb::Groups, fleet, Format::Table);
        QCOMPARE(line(table, 0), QStringLiteral("PATH RUNNERS OWN ONLINE OFFLINE STALE NEVER KIND"));
        QCOMPARE(line(table, 1), QStringLiteral("Instance 1 1 0 0 1 0 instance"));
        QCOMPARE(line(table, 3), QStringLiteral("acme/pay 2 1 1 1 0 0 group"));
        const QJsonArray groups = list(run(Verb::Groups, fleet));
        QStringList written;
        for (const QJsonValue value : groups) {
            const QJsonObject group = value.toObject();
            written.append(group.value(QLatin1String("kind")).toString() + u' '
                + group.value(QLatin1String("fullPath")).toString(QStringLiteral("-")));
        }
        QCOMPARE(written.join(u'\n'),
            QStringLiteral("instance -\nintermediate-group acme\ngroup acme/pay\nproject acme/pay/api"));
        QCOMPARE(groups[2].toObject(),
            object(R"({"fullPath": "acme/pay", "name": "pay", "kind": "group", "depth": 1, "runners": 2, "online": 1,
                "offline": 1, "stale": 0, "neverContacted": 0, "ownRunners": 1, "ownOnline": 0, "ownOffline": 1,
                "ownStale": 0, "ownNeverContacted": 0, "webUrl": null})"));
        QVERIFY(groups[0].toObject().value(QLatin1String("name")).isNull());
    }

    void brokenWalkPrintsNothing()
    {
        for (const Verb verb : placesVerbs) {
            ScriptedService service;
            auto fleet = std::make_shared<Fleet>(*twoHosts(12));
            fleet->coverage = {Coverage::Kind::Partial, 2400};
            service.fleet = fleet;
            service.error = FetchError();
            Request request;
            request.verb = verb;
            request.format = Format::Json;
            const Outcome outcome = run(request, service);
            QVERIFY(outcome.code == ExitCode::Unusable);
            QVERIFY(outcome.output.isEmpty());
            QVERIFY(!outcome.complaint.contains(QStringLiteral("Listed")));
            request.partial = true;
            const Outcome partial = run(request, service);
            QVERIFY(partial.code == ExitCode::Done);
            QVERIFY(!list(partial).isEmpty());
            QVERIFY(partial.complaint.contains(QLocale().toString(2400)));
            QCOMPARE(partial.complaint.contains(QStringLiteral("Listed")), verb == Verb::Managers);
            QVERIFY(!partial.complaint.contains(u'\n'));
        }
    }

    void emptyFleetsSayWhy()
    {
        auto fleet = std::make_shared<Fleet>();
        fleet->coverage.kind = Coverage::Kind::Whole;
        for (const Verb verb : placesVerbs) {
            const Outcome outcome = run(verb, fleet);
            QVERIFY(outcome.code == ExitCode::Done);
            QVERIFY(QJsonDocument::fromJson(outcome.output.toUtf8()).isArray());
            QVERIFY(!outcome.complaint.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlacesVerbs)
#include "tst_placesverbs.moc"
