// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "models/rules/filter/filterparser.h"
#include "tests/cli/scriptedservice.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Runnerscope;
using namespace Runnerscope::Cli;
using Runnerscope::Test::ScriptedService;
using Reach = JobListReach::Kind;

namespace {

std::shared_ptr<JobList> listOf(QStringView jobs)
{
    auto list = std::make_shared<JobList>();
    list->readAt = Test::now;
    list->jobs = Test::jobs(jobs);
    list->pending = list->running = {Reach::Whole, 1};
    return list;
}

FleetPtr fleet()
{
    Fleet fleet = *Test::openFleet(u"7 build-7 contact=1m tags=docker\n8 lazy contact=1m tags=gpu paused");
    fleet.coverage.kind = Coverage::Kind::Whole;
    return shareFleet(std::move(fleet));
}

std::shared_ptr<JobList> usualQueue()
{
    return listOf(u"1 acme/web name=lint stage=test ref=main tags=docker by=anna queued=20m\n"
                  u"2 acme/web name=train tags=gpu queued=3h\n"
                  u"3 acme/api name=ship tags=docker status=running queued=10m started=8m runner=7 host=70\n"
                  u"4 acme/api name=stop status=canceling started=1h runner=99\n"
                  u"5 - queued=-");
}

FilterExpression jobFilter(const char *text)
{
    return std::get<FilterExpression>(parseFilter(QString::fromUtf8(text), FilterSubject::Jobs));
}

Outcome run(Request request, const JobListPtr &jobs)
{
    ScriptedService service;
    service.fleet = fleet();
    service.jobs = jobs;
    request.verb = Verb::Jobs;
    qputenv("COLUMNS", "250");
    const Outcome outcome = runJobs(request, service);
    qunsetenv("COLUMNS");
    return outcome;
}

QJsonArray records(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.output.toUtf8()).array();
}

QString ids(const Outcome &outcome)
{
    QStringList ids;
    for (const QJsonValue &job : records(outcome))
        ids.append(QString::number(job.toObject().value(QLatin1String("id")).toInteger()));
    return ids.join(u' ');
}

Request json()
{
    Request request;
    request.format = Format::Json;
    return request;
}

FetchError errorOf(FetchError::Kind kind)
{
    FetchError error;
    error.kind = kind;
    return error;
}

} // namespace

class TestJobsVerb : public QObject
{
    Q_OBJECT

private slots:
    void longestWaitFirst()
    {
        const Outcome outcome = run(json(), usualQueue());
        QVERIFY(outcome.code == ExitCode::Done);
        QCOMPARE(ids(outcome), QStringLiteral("2 1 5 4 3"));
        QVERIFY(outcome.complaint.isEmpty());
    }

    void fieldsForScripts()
    {
        const QJsonObject job = records(run(json(), usualQueue()))[1].toObject();
        QCOMPARE(job,
            QJsonDocument::fromJson(R"({"id": 1, "name": "lint", "status": "pending", "project": "acme/web",
                "stage": "test", "ref": "main", "tags": ["docker"], "startedBy": "anna",
                "queuedAt": "2026-03-25T09:40:00Z", "startedAt": null, "waitedSeconds": 1200, "runningSeconds": null,
                "runner": null, "runnerDescription": null, "manager": null, "pipeline": null, "webPath": null})")
                .object());
        const QJsonObject hidden = records(run(json(), usualQueue()))[2].toObject();
        QVERIFY(hidden.value(QLatin1String("project")).isNull() && hidden.value(QLatin1String("queuedAt")).isNull());
        QCOMPARE(hidden.value(QLatin1String("tags")).toArray(), QJsonArray());
    }

    void statusesAndFilter_data()
    {
        QTest::addColumn<QList<JobStatus>>("statuses");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        const QList<JobStatus> running{JobStatus::Running, JobStatus::Canceling};
        QTest::newRow("pending") << QList{JobStatus::Pending} << QString() << QStringLiteral("2 1 5");
        QTest::newRow("running") << running << QString() << QStringLiteral("4 3");
        QTest::newRow("both filters") << QList{JobStatus::Pending} << QStringLiteral("group:acme waiting:>1h")
                                      << QStringLiteral("2");
        QTest::newRow("by reason") << QList{JobStatus::Pending} << QStringLiteral("why:all-paused")
                                   << QStringLiteral("2");
        QTest::newRow("by runner") << running << QStringLiteral("runner:build-7") << QStringLiteral("3");
        QTest::newRow("none") << running << QStringLiteral("tag:none") << QString();
    }

    void statusesAndFilter()
    {
        QFETCH(QList<JobStatus>, statuses);
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        Request request = json();
        request.statuses.assign(statuses.begin(), statuses.end());
        request.filter = jobFilter(filter.toUtf8().constData());
        const Outcome outcome = run(request, usualQueue());
        QVERIFY(outcome.code == ExitCode::Done);
        QCOMPARE(ids(outcome), expected);
        QVERIFY(outcome.output.startsWith(u'[')); // an empty list is a list
    }

    void why()
    {
        Request request = json();
        request.why = true;
        const QJsonArray jobs = records(run(request, usualQueue()));
        const QJsonObject paused = jobs[0].toObject();
        QCOMPARE(paused.value(QLatin1String("verdict")).toObject().value(QLatin1String("code")),
            QJsonValue(QStringLiteral("all-paused")));
        QVERIFY(
            !paused.value(QLatin1String("verdict")).toObject().value(QLatin1String("sentence")).toString().isEmpty());
        QCOMPARE(paused.value(QLatin1String("candidateCount")).toInteger(), 0);
        const QJsonObject near = paused.value(QLatin1String("nearMisses")).toArray().first().toObject();
        QCOMPARE(near.value(QLatin1String("id")).toInteger(), 8);
        QVERIFY(!near.value(QLatin1String("reason")).toString().isEmpty());
        QVERIFY(paused.value(QLatin1String("nearMissCount")).toInteger() >= 1);

        const QJsonObject queued = jobs[1].toObject();
        QCOMPARE(queued.value(QLatin1String("candidates"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("id"))
                     .toInteger(),
            7);
        QCOMPARE(queued.value(QLatin1String("candidateCount")).toInteger(), 1);

        const QJsonObject runs = jobs[4].toObject();
        QCOMPARE(runs.value(QLatin1String("verdict")).toObject().value(QLatin1String("code")),
            QJsonValue(QStringLiteral("running")));
        QCOMPARE(runs.value(QLatin1String("runnerDescription")).toString(), QStringLiteral("build-7"));
        for (const char *list : {"candidates", "nearMisses"})
            QVERIFY(runs.value(QLatin1String(list)).isArray());
    }

    void atMostAHundredRunnersAreListedAndAllCounted()
    {
        QString runners;
        for (int id = 1; id <= 130; ++id)
            runners += QStringLiteral("%1 r%1 contact=1m tags=docker%2\n").arg(id).arg(id > 120 ? u" paused" : u"");
        Fleet many = *Test::openFleet(runners);
        many.coverage.kind = Coverage::Kind::Whole;
        ScriptedService service;
        service.fleet = shareFleet(std::move(many));
        service.jobs = listOf(u"1 acme/web tags=docker");
        Request request = json();
        request.verb = Verb::Jobs;
        request.why = true;
        const QJsonObject job = records(runJobs(request, service))[0].toObject();
        QCOMPARE(job.value(QLatin1String("candidates")).toArray().size(), 100);
        QCOMPARE(job.value(QLatin1String("candidateCount")).toInteger(), 120);
        QCOMPARE(job.value(QLatin1String("nearMisses")).toArray().size(), 10);
        QCOMPARE(job.value(QLatin1String("nearMissCount")).toInteger(), 10);
    }

    void aQueueThatCannotBeSeenIsNoEmptyList()
    {
        for (const bool partial : {false, true}) {
            Request request = json();
            request.partial = partial;
            const Outcome outcome = run(request, std::make_shared<JobList>());
            QVERIFY(outcome.code == ExitCode::Unusable);
            QVERIFY(outcome.output.isEmpty());
            QVERIFY(outcome.complaint.contains(QStringLiteral("cannot be seen")));
        }
        auto onlyRunning = usualQueue();
        onlyRunning->pending.kind = Reach::Refused;
        QVERIFY(run(json(), onlyRunning).output.isEmpty());
        Request request = json();
        request.statuses = {JobStatus::Running};
        QCOMPARE(ids(run(request, onlyRunning)), QStringLiteral("3"));
    }

    void whatWasNotReadToTheEndIsAtLeast()
    {
        auto jobs = usualQueue();
        jobs->pending = {Reach::Partial, mostCounted + 1};
        const Outcome outcome = run(json(), jobs);
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY2(outcome.complaint.contains(QStringLiteral("At least 1")), qUtf8Printable(outcome.complaint));
        Request running = json();
        running.statuses = {JobStatus::Running};
        QVERIFY(run(running, jobs).complaint.isEmpty());
    }

    void noMoreThanAreAskedFor()
    {
        Request request = json();
        request.most = 2;
        const Outcome outcome = run(request, usualQueue());
        QCOMPARE(ids(outcome), QStringLiteral("2 1"));
        QVERIFY(outcome.complaint.contains(QStringLiteral("first 2 of 5")));
        request.most = 5;
        QVERIFY(run(request, usualQueue()).complaint.isEmpty());
    }

    void jobsThatCannotBeReadAreTrouble()
    {
        ScriptedService service;
        service.fleet = fleet();
        service.jobsError = errorOf(FetchError::Kind::TimedOut);
        Request request = json();
        request.verb = Verb::Jobs;
        const Outcome outcome = runJobs(request, service);
        QVERIFY(outcome.code == ExitCode::Unusable);
        QVERIFY(outcome.output.isEmpty() && !outcome.complaint.isEmpty());
    }

    void anIncompleteFleetGivesNoReasons()
    {
        ScriptedService service;
        service.fleet = fleet();
        service.jobs = usualQueue();
        service.error = errorOf(FetchError::Kind::TimedOut);
        Request request = json();
        request.verb = Verb::Jobs;
        QVERIFY(runJobs(request, service).code == ExitCode::Done); // it is not asked for
        request.why = true;
        QVERIFY(runJobs(request, service).code == ExitCode::Unusable);
        request.partial = true;
        const Outcome outcome = runJobs(request, service);
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(!outcome.complaint.isEmpty() && !outcome.output.isEmpty());
    }

    void forPeopleAndSpreadsheets()
    {
        Request request;
        request.why = true;
        const QString table = run(request, usualQueue()).output;
        QVERIFY(table.contains(QStringLiteral("waiting")) && table.contains(QStringLiteral("acme/web")));
        QVERIFY(table.contains(QStringLiteral("#99")) && table.contains(QStringLiteral("not readable")));
        request.format = Format::Csv;
        const QStringList lines = run(request, usualQueue()).output.split(QStringLiteral("\r\n"));
        QVERIFY(lines[0].startsWith(QStringLiteral("id,project,name,status,")));
        QVERIFY(lines[1].startsWith(QStringLiteral("2,acme/web,train,pending,")));
        QVERIFY(lines[1].contains(QStringLiteral(",all-paused,")));
    }
};

QTEST_GUILESS_MAIN(TestJobsVerb)
#include "tst_jobsverb.moc"
