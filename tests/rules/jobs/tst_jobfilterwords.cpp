// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterchoices.h"
#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filterwording.h"
#include "models/rules/jobs/jobverdict.h"
#include "tests/support/parsedfilter.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

FilterExpression parsed(const QString &filter)
{
    return Test::parsed(filter, FilterSubject::Jobs);
}

} // namespace

class TestJobFilterWords : public QObject
{
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *filter, const char *words) { QTest::newRow(filter) << text(words); };
        row("", "");
        row("id:42", "number 42");
        row("project:acme/web", "of project acme/web");
        row("project:acme/*", "below acme");
        row("group:acme", "in group acme");
        row("-group:acme", "not in group acme");
        row("name:lint", "named lint");
        row("stage:test,build", "stage test or build");
        row("ref~main", "ref contains \"main\"");
        row("tag:gpu -tag:docker", "tagged gpu, not tagged docker");
        row("user:@anna", "started by anna");
        row("-runner:*", "without runner");
        row("runner:#42", "on runner 42");
        row("status:pending", "waiting for a runner");
        row("waiting:>10m", "waiting time over 10 minutes");
        row("running:1h..2h", "running time 1 hour to 2 hours");
        row("queued:>1d", "queued over 1 day ago");
        row("queued:2026", "queued during 2026");
        row("host:10.2.0.0/16", "host in 10.2.0.0/16");
        row("why:all-paused", "all matching runners paused");
        row("protected:yes", "of a protected ref: a protected runner took it");
        row("trouble:silent-host", "on a host gone silent");
        row("trouble:failing-runner", "on a runner that fails its jobs");
        row("could:42", "that runner #42 could take");
        row("-could:42", "that runner #42 could not take");
        row("could:*", "with a runner that could take it");
    }

    void words()
    {
        QFETCH(QString, words);
        QCOMPARE(Wording::filter(parsed(text(QTest::currentDataTag()))), words);
    }

    void everyReasonHasWordsOfItsOwn()
    {
        QSet<QString> said;
        for (int code = 0; code < jobVerdictCodeCount; ++code) {
            const QStringView name = jobVerdictName(static_cast<JobVerdictCode>(code));
            const QString words = Wording::filter(parsed(u"why:" + name.toString()));
            QVERIFY2(!words.isEmpty() && !said.contains(words), qUtf8Printable(words));
            said.insert(words);
        }
    }

    void everyFieldHasAnExampleThatIsOne()
    {
        for (const FilterFieldFacts &facts : filterFields(FilterSubject::Jobs))
            QVERIFY(!Wording::filter(parsed(QString(facts.example))).isEmpty());
    }

    void errors_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *filter, const char *place, const char *part) {
            QTest::newRow(filter) << text(place) << text(part);
        };
        row("a statis:pending", "  ^^^^^^", "did you mean `status`?");
        row("owner:acme", "^^^^^", "did you mean `group`?");
        row("version:18", "^^^^^^^", "There is no field `version`");
        row("contact:>2h", "^^^^^^^", "There is no field `contact`");
        row("behind:>3", "^^^^^^", "There is no field `behind`");
        row("status:pendign", "       ^^^^^^^", "did you mean `pending`?");
        row("why:no-runer-has-tag", "    ^^^^^^^^^^^^^^^^", "did you mean `no-runner-has-tag`?");
        row("protected:no", "          ^^", "it takes yes and unknown");
        row("waiting:long", "        ^^^^", "no duration");
        row("waiting:", "       ^", "`waiting:>10m`");
        row("queued:30m", "       ^^^", "write `>30m`");
        row("host:nowhere", "     ^^^^^^^", "no address");
        row("manager(a)", "^^^^^^^^", "is for filters of runners");
        row("managers:any a", "^^^^^^^^", "did you mean `manager`?");
        row("a OR", "    ", "such as `status:pending`");
    }

    void errors()
    {
        QFETCH(QString, place);
        QFETCH(QString, part);
        const auto result = parseFilter(text(QTest::currentDataTag()), FilterSubject::Jobs);
        const auto *error = std::get_if<FilterError>(&result);
        QVERIFY(error);
        QVERIFY2(error->sentence.contains(part), qUtf8Printable(error->sentence));
        QCOMPARE(QString(error->position, u' ') + QString(error->length, u'^'), place);
    }

    void conflicts_data()
    {
        QTest::addColumn<bool>("told");
        QTest::newRow("status:pending status:running") << true;
        QTest::newRow("waiting:>1h waiting:<10m") << true;
        QTest::newRow("project:acme/web project:other/*") << true;
        QTest::newRow("why:queued -why:queued") << true;
        QTest::newRow("tag:a tag:b") << false;
        QTest::newRow("group:acme group:acme/pay") << false;
        QTest::newRow("runner:7 runner:build-7") << false;
        QTest::newRow("could:7 could:8") << false;
    }

    void conflicts()
    {
        QFETCH(bool, told);
        QCOMPARE(!conflictsIn(parsed(text(QTest::currentDataTag()))).empty(), told);
    }
};

QTEST_GUILESS_MAIN(TestJobFilterWords)
#include "tst_jobfilterwords.moc"
