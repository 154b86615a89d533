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

namespace {

FleetPtr somePages(Coverage::Kind coverage)
{
    auto fleet = std::make_shared<Fleet>(Test::fleet(u"1 a contact=1m\n2 b contact=1m paused"));
    fleet->coverage = {coverage, 2400};
    fleet->asOf = Test::now;
    return fleet;
}

FetchError connectionLost()
{
    FetchError error;
    error.kind = FetchError::Kind::ConnectionLost;
    error.host = QStringLiteral("git.example.com");
    return error;
}

Request request(Verb verb, Format format = Format::Json, bool partial = false)
{
    Request result;
    result.verb = verb;
    result.format = format;
    result.partial = partial;
    result.runner = 7;
    return result;
}

} // namespace

class TestFleetVerbs : public QObject
{
    Q_OBJECT

private slots:
    void wholeFleetIsPrinted()
    {
        ScriptedService service;
        service.fleet = somePages(Coverage::Kind::Whole);
        const Outcome outcome = runStatus(request(Verb::Status), service);
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(outcome.complaint.isEmpty());
        const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
        QCOMPARE(json.value(QLatin1String("runners")).toInt(), 2);
        QCOMPARE(json.value(QLatin1String("complete")).toBool(), true);
    }

    void brokenWalkPrintsNothing()
    {
        ScriptedService service;
        service.fleet = somePages(Coverage::Kind::Partial);
        service.error = connectionLost();
        for (const Verb verb : {Verb::Status, Verb::Runners}) {
            const Outcome outcome =
                verb == Verb::Status ? runStatus(request(verb), service) : runRunners(request(verb), service);
            QVERIFY(outcome.code == ExitCode::Unusable);
            QVERIFY(outcome.output.isEmpty());
            QVERIFY(outcome.complaint.contains(QStringLiteral("git.example.com")));
            QVERIFY(outcome.complaint.contains(QStringLiteral("--partial")));
            QVERIFY(outcome.complaint.contains(QLocale().toString(2400)));
        }
    }

    void brokenWalkIsPrintedOnRequest()
    {
        ScriptedService service;
        service.fleet = somePages(Coverage::Kind::Partial);
        service.error = connectionLost();
        const Outcome outcome = runStatus(request(Verb::Status, Format::Json, true), service);
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(outcome.complaint.contains(QStringLiteral("git.example.com")));
        const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
        QCOMPARE(json.value(QLatin1String("runners")).toInt(), 2);
        QCOMPARE(json.value(QLatin1String("complete")).toBool(), false);
    }

    void fewerThanCountedIsIncomplete()
    {
        ScriptedService service;
        service.fleet = somePages(Coverage::Kind::Partial); // the walk ends well, the server left runners out
        const Outcome outcome = runRunners(request(Verb::Runners), service);
        QVERIFY(outcome.code == ExitCode::Unusable);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(outcome.complaint.contains(QLocale().toString(2400)));
    }

    void nothingReadIsAFailureEvenOnRequest()
    {
        ScriptedService service;
        service.error = connectionLost();
        const Outcome outcome = runRunners(request(Verb::Runners, Format::Json, true), service);
        QVERIFY(outcome.code == ExitCode::Unusable);
        QVERIFY(outcome.output.isEmpty());
    }

    void remediesAreThoseOfACommand()
    {
        ScriptedService service;
        service.error = connectionLost();
        service.error->kind = FetchError::Kind::RateLimited;
        service.error->retryAfter = std::chrono::minutes(3);
        const Outcome outcome = runStatus(request(Verb::Status), service);
        QVERIFY2(outcome.complaint.endsWith(QStringLiteral("Try again in 3 minutes, as the server asks.")),
            qUtf8Printable(outcome.complaint));
    }

    void whatIsKeptFromBeforeIsNotPrintedAsRead()
    {
        ScriptedService service;
        auto fleet = std::make_shared<Fleet>(*somePages(Coverage::Kind::Whole));
        fleet->rows[1].kept = true; // this user may no longer list it, say
        service.fleet = fleet;
        const Outcome outcome = runRunners(request(Verb::Runners), service);
        QVERIFY(outcome.code == ExitCode::Done);
        const QJsonArray read = QJsonDocument::fromJson(outcome.output.toUtf8()).array();
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.first().toObject().value(QLatin1String("id")).toInt(), 1);

        service.error = connectionLost();
        const Outcome broken = runStatus(request(Verb::Status, Format::Json, true), service);
        const QJsonObject json = QJsonDocument::fromJson(broken.output.toUtf8()).object();
        QCOMPARE(json.value(QLatin1String("runners")).toInt(), 1);
        QCOMPARE(json.value(QLatin1String("complete")).toBool(), false);
        QVERIFY(json.value(QLatin1String("sources")).toArray().isEmpty());

        fleet->rows[0].kept = true;
        fleet->source.cached = true; // the server has not even answered
        const Outcome unread = runStatus(request(Verb::Status, Format::Json, true), service);
        QVERIFY(unread.code == ExitCode::Unusable);
        QVERIFY(unread.output.isEmpty());
    }

    void aKeptFleetIsPrintedWithItsAge()
    {
        ScriptedService service;
        auto fleet = std::make_shared<Fleet>(*somePages(Coverage::Kind::Whole));
        for (FleetRow &row : fleet->rows)
            row.kept = true;
        fleet->source.cached = true;
        fleet->asOf = fromDateTime(QDateTime::currentDateTimeUtc().addDays(-3));
        service.fleet = fleet;
        const Outcome status = runStatus(request(Verb::Status, Format::Table), service);
        QVERIFY(status.code == ExitCode::Done);
        QVERIFY2(status.output.contains(QStringLiteral("3 days ago")), qUtf8Printable(status.output));
        const QJsonObject json =
            QJsonDocument::fromJson(runStatus(request(Verb::Status), service).output.toUtf8()).object();
        QVERIFY(json.value(QLatin1String("cached")).toBool());
        QCOMPARE(json.value(QLatin1String("runners")).toInt(), 2);
    }

    void tableOfRunners()
    {
        ScriptedService service;
        service.fleet =
            Test::fleetPtr(u"3 build-18 contact=5m group=acme/api tags=docker,linux version=18.1.0 by=anna\n"
                           u"7 - created=1d paused project=acme/api/web");
        qputenv("COLUMNS", "160");
        const QStringList lines = runRunners(request(Verb::Runners, Format::Table), service).output.split(u'\n');
        qunsetenv("COLUMNS");
        QCOMPARE(lines.size(), 4);
        QCOMPARE(
            lines[0].simplified(), QStringLiteral("ID STATUS NAME OWNER TYPE TAGS VERSION HOSTS CONTACT CREATED BY"));
        QCOMPARE(lines[1].simplified(),
            QStringLiteral("3 online build-18 acme/api group docker linux 18.1.0 1/1 5 min anna"));
        QVERIFY(lines[2].contains(QStringLiteral("never contacted, paused")));
        QVERIFY(lines[2].contains(QStringLiteral("0/0    never")));
    }

    void runnersThatAreNot()
    {
        ScriptedService service;
        const Outcome outcome = runRunner(request(Verb::Runner), service);
        QVERIFY(outcome.code == ExitCode::No);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(outcome.complaint.contains(QStringLiteral("no runner 7")));
    }

    void readsThatFail()
    {
        ScriptedService service;
        service.answerToRead = connectionLost();
        QVERIFY(runRunner(request(Verb::Runner), service).code == ExitCode::Unusable);
        service.breaksOff = true;
        const Outcome outcome = runRunner(request(Verb::Runner), service);
        QVERIFY(outcome.code == ExitCode::Unusable);
        QVERIFY(!outcome.complaint.isEmpty());
    }

    void readsThatSucceed()
    {
        ScriptedService service;
        RunnerDetails details;
        details.runner = Test::runner(u"7 build-18 contact=5m group=acme");
        details.readAt = Test::now;
        service.answerToRead = std::optional(details);
        const Outcome outcome = runRunner(request(Verb::Runner), service);
        QVERIFY(outcome.code == ExitCode::Done);
        const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
        QCOMPARE(json.value(QLatin1String("description")).toString(), QStringLiteral("build-18"));
    }
};

QTEST_GUILESS_MAIN(TestFleetVerbs)
#include "tst_fleetverbs.moc"
