// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/jobfilterrows.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

/// Runner 7 has a manager with number 70 and this address.
FleetPtr fleetWithHost()
{
    Fleet fleet = *Test::openFleet(u"7 build-7 contact=1m tags=docker\n8 vault contact=1m tags=deploy protected\n"
                                   u"9 lazy contact=1m tags=gpu paused");
    Runner runner = *fleet.rows.front().runner;
    RunnerManager manager;
    manager.number = 70;
    manager.systemId = QStringLiteral("s_70");
    manager.ipAddress = QStringLiteral("10.2.0.7");
    runner.managers = {manager};
    fleet.rows.front().runner = std::make_shared<const Runner>(runner);
    return shareFleet(std::move(fleet));
}

std::vector<JobPtr> queue()
{
    return Test::jobs(
        u"1 acme/pay/api name=Compile stage=build ref=main tags=docker by=anna queued=20m\n"
        u"2 acme/pay/api name=test_unit stage=test ref=feature/x tags=docker,gpu by=anna queued=3m\n"
        u"3 acme/web name=deploy stage=deploy ref=main tags=deploy by=bert queued=2h\n"
        u"4 acme/web name=train stage=test tags=gpu queued=30h\n"
        u"5 acme/web name=lint stage=test tags=docker status=running queued=10m started=8m runner=7 host=70 by=bert\n"
        u"6 other/x name=ship stage=deploy ref=v1 tags=deploy status=running queued=3h started=2h runner=8 host=99\n"
        u"7 - queued=-\n"
        u"8 acme name=stop status=canceling started=1m runner=4711");
}

} // namespace

class TestJobFilter : public QObject
{
    Q_OBJECT

    JobFilterRows m_rows{judgeJobs({fleetWithHost(), queue(), {}, {}}), Test::now};

    QString idsFor(const QString &filter)
    {
        const auto parsed = parseFilter(filter, FilterSubject::Jobs);
        if (const auto *error = std::get_if<FilterError>(&parsed))
            return error->sentence;
        const auto result = evaluate(std::get<FilterExpression>(parsed), m_rows);
        QStringList ids;
        for (const quint32 row : indexesOf(std::get<FilterMask>(result)))
            ids.append(QString::number(row + 1));
        return ids.join(u' ');
    }

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *filter, const char *ids) { QTest::newRow(filter) << text(ids); };
        row("", "1 2 3 4 5 6 7 8");
        // Words.
        row("COMPILE", "1");
        row("acme/pay", "1 2");
        row("anna docker", "1 2");
        row("build-7", "5");
        row("#7 lint", "5");
        row("canceling", "8");
        row("/^deploy$/", "3 6");
        row("\"are paused\" OR \"is paused\"", "4"); // the reason
        // Texts.
        row("id:1,5..6", "1 5 6");
        row("project:acme/web", "3 4 5");
        row("project:acme/*", "1 2 3 4 5");
        row("project~pay", "1 2");
        row("group:acme", "1 2 3 4 5");
        row("group:acme/pay", "1 2");
        row("group:ACME/", "1 2 3 4 5");
        row("group:acme/*", "1 2");
        row("group:acme/web", ""); // is a project
        row("-group:*", "7 8");
        row("name:compile", "1");
        row("name~i", "1 2 4 5 6");
        row("name:/^t/", "2 4");
        row("stage:deploy", "3 6");
        row("ref:main", "1 3");
        row("branch~feature", "2");
        row("-ref:*", "4 5 7 8");
        row("tag:docker", "1 2 5");
        row("tag:Docker", "");
        row("tag:docker tag:gpu", "2");
        row("-tag:*", "7 8");
        row("user:anna", "1 2");
        row("user:@BERT", "3 5");
        row("-user:*", "4 6 7 8");
        // Where it runs.
        row("runner:7", "5");
        row("runner:#7", "5");
        row("runner:BUILD-7", "5");
        row("runner:build", "");
        row("runner~build", "5");
        row("runner:4711", "8");
        row("-runner:*", "1 2 3 4 7");
        row("manager:70", "5");
        row("manager:s_70", "5");
        row("manager:99", "6");
        row("host:10.2.0.0/16", "5");
        row("host:10.3.0.0/16", "");
        row("host~10.2", "5");
        // What it does, for how long, and why.
        row("status:pending", "1 2 3 4 7");
        row("status:running,canceling", "5 6 8");
        row("status:PENDING", "1 2 3 4 7");
        row("waiting:>10m", "1 3 4");
        row("waiting:3m..20m", "1 2");
        row("waiting:>1d", "4");
        row("-waiting:*", "5 6 7 8");
        row("running:>1h", "6");
        row("running:<=8m", "5 8");
        row("queued:>1h", "3 4 6");
        row("queued:2026-03-24", "4");
        row("-queued:*", "7");
        row("why:queued", "1");
        row("why:all-paused", "4");
        row("why:only-protected,no-runner-has-all-tags", "2 3");
        row("why:not_readable", "7");
        row("-status:running why:running", "8");
        row("protected:yes", "6");
        row("protected:unknown status:running", "5");
        row("trouble:silent-host", "6"); // the host is gone, and the job began two hours ago
        row("trouble:*", "6");
        row("could:7", "1");
        row("could:8", "3"); // if its ref is protected
        row("could:9", "4"); // paused: it waits all the same
        row("could:7,9", "1 4");
        row("could:4711", "");
        row("could:*", "1 3");
        row("status:pending -could:7", "2 3 4 7");
        // Put together.
        row("(stage:test OR stage:build) -tag:docker", "4");
        row("status:pending waiting:>10m group:acme why:queued,all-paused", "1 4");
    }

    void matches()
    {
        QFETCH(QString, ids);
        QCOMPARE(idsFor(text(QTest::currentDataTag())), ids);
    }

    void suggestions_data()
    {
        QTest::addColumn<QString>("expected");
        // "|" stands for the cursor.
        const auto row = [](const char *filter, const char *expected) { QTest::newRow(filter) << text(expected); };
        row("wai|", "waiting:");
        row("sta|", "stage: status:");
        row("own|", "");
        row("status:|", "pending=5 running=2 canceling=1"); // what is not there is not offered
        row("status:c|", "canceling=1");
        row("tag:|", "docker=3 deploy=2 gpu=2");
        row("group:|", "acme=5 acme/pay=2 other=1");
        row("project:acme/p|", "acme/pay/*=2 acme/pay/api=2");
        row("runner:|", "build-7=1 vault=1");
        row("waiting:|", ">1m=4 >10m=3 >1h=2 >6h=1 >1d=1");
        row("could:|", "7=1 8=1");
        row("trouble:|", "silent-host=1");
        row("queued:|", "<7d=7 <1d=6 <1h=4 >2h=2");
        row("-why:all|", "all-paused=1 no-runner-has-all-tags=1");
        row("dock|", "tag:docker=3");
        row("version:|", "");
        row("manager(|", "");
    }

    void suggestions()
    {
        QFETCH(QString, expected);
        const QString marked = text(QTest::currentDataTag());
        const QString filter = QString(marked).remove(u'|');
        QStringList shown;
        for (const FilterSuggestion &suggestion : completeFilter(filter, marked.indexOf(u'|'), m_rows))
            shown.append(suggestion.count ? suggestion.replacement + u'=' + QString::number(*suggestion.count)
                                          : suggestion.replacement);
        QCOMPARE(shown.join(u' '), expected);
    }

    /// Every suggestion of a value, taken as it is, makes a filter that matches as many jobs as it promised.
    void countsAreWhatTheFilterMatches()
    {
        for (const FilterFieldFacts &facts : filterFields(FilterSubject::Jobs)) {
            const QString filter = facts.name + u':';
            for (const FilterSuggestion &suggestion : completeFilter(filter, filter.size(), m_rows)) {
                const QString completed = filter + suggestion.replacement;
                const auto parsed = parseFilter(completed, FilterSubject::Jobs);
                QVERIFY2(std::holds_alternative<FilterExpression>(parsed), qUtf8Printable(completed));
                const auto matches = evaluate(std::get<FilterExpression>(parsed), m_rows);
                QCOMPARE(suggestion.count, std::optional(countOf(std::get<FilterMask>(matches))));
            }
        }
    }

    /// A range would have to match every runner in it with every job.
    void runnersAreNamedOneByOne()
    {
        const auto parsed = parseFilter(u"status:pending could:>7", FilterSubject::Jobs);
        const auto result = evaluate(std::get<FilterExpression>(parsed), m_rows);
        const auto *error = std::get_if<FilterError>(&result);
        QVERIFY(error);
        QCOMPARE(error->position, 15);
        QVERIFY(error->sentence.contains(QStringLiteral("could:42")));
    }

    void jobsOnRunnersThatFailThem()
    {
        const auto finished = Test::jobs(u"21 acme/web runner=7 status=failed started=50s finished=45s\n"
                                         u"22 acme/web runner=7 status=failed started=40s finished=35s\n"
                                         u"23 acme/web runner=7 status=failed started=30s finished=25s");
        JobFilterRows rows(judgeJobs({fleetWithHost(), queue(), {}, {}, finished}), Test::now);
        const auto parsed = parseFilter(u"trouble:failing-runner", FilterSubject::Jobs);
        const auto matches = evaluate(std::get<FilterExpression>(parsed), rows);
        QCOMPARE(indexesOf(std::get<FilterMask>(matches)), std::vector<quint32>{4}); // job 5
    }

    /// What a description begins with is no mark of a number when it is in quotes.
    void aNumberSignOfADescriptionIsFound()
    {
        Fleet fleet = *fleetWithHost();
        Runner runner = *fleet.rows.front().runner;
        runner.description = QStringLiteral("#7b");
        fleet.rows.front().runner = std::make_shared<const Runner>(runner);
        JobFilterRows rows(judgeJobs({shareFleet(std::move(fleet)), queue(), {}, {}}), Test::now);
        const auto parsed = parseFilter(u"runner:\"#7b\"", FilterSubject::Jobs);
        const auto matches = evaluate(std::get<FilterExpression>(parsed), rows);
        QCOMPARE(countOf(std::get<FilterMask>(matches)), 1);
    }

    void anEmptyQueueHasNoMatches()
    {
        JobFilterRows rows(judgeJobs({fleetWithHost(), {}, {}, {}}), Test::now);
        for (const char *filter : {"", "a", "/a/", "tag:a", "waiting:>1m", "group:acme"}) {
            const auto parsed = parseFilter(text(filter), FilterSubject::Jobs);
            QVERIFY(std::get<FilterMask>(evaluate(std::get<FilterExpression>(parsed), rows)).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
