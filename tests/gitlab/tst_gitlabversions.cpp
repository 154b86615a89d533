// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/querybook.h"
#include "app/gitlab/requestqueue.h"
#include "app/gitlab/runnerdecoder.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::ticks;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Runnerscope::HttpResult)

namespace {

/// Asks as the program does: what the server refuses is cut from the query, and the query is sent again.
class Asker
{
public:
    Asker(const QString &url, const QByteArray &token) :
        m_queue({std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token)}, 20s, {})
    {
    }

    GraphQlResult ask(const GraphQlQuery &query)
    {
        for (;;) {
            JsonDocument refusal;
            GraphQlResult result = readAnswer(post(book.body(query)), QStringLiteral("host"), {}, &refusal);
            if (!refusal.isValid() || !book.refused(query, refusal.root().value(QLatin1String("errors"))))
                return result;
            ++rounds;
        }
    }

    GraphQlData data(const GraphQlQuery &query)
    {
        const GraphQlResult result = ask(query);
        const auto *answer = std::get_if<GraphQlData>(&result);
        return answer ? *answer : GraphQlData();
    }

    QueryBook book;
    int rounds = 0; ///< queries that were sent again

private:
    HttpAnswer post(const QByteArray &body)
    {
        PendingRequest *request = m_queue.send({m_queue.address().graphQl(), body}, Pacing::Urgency::Foreground);
        QSignalSpy finished(request, &PendingRequest::finished);
        if (!finished.wait(20'000))
            return {};
        const auto result = finished.at(0).at(0).value<HttpResult>();
        const auto *answer = std::get_if<HttpAnswer>(&result);
        return answer ? *answer : HttpAnswer();
    }

    RequestQueue m_queue;
};

GraphQlQuery named(const QString &name, const QJsonObject &variables = {})
{
    return {name, variables, {}};
}

QString problemOf(const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result))
        return QStringLiteral("%1: %2").arg(error->httpStatus).arg(error->detail);
    const auto &data = std::get<GraphQlData>(result);
    return data.errors.isEmpty() ? QString() : data.errors.first().value(QLatin1String("message")).toString();
}

} // namespace

class TestGitLabVersions : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

    /// The operations that need nothing, and with these variables those that do.
    static QJsonObject variablesFor(Asker &asker)
    {
        const auto firstOf = [&asker](const QString &operation, QLatin1String list, QLatin1String key) {
            const GraphQlData answer = asker.data(named(operation));
            return answer.data.value(list).value(QLatin1String("nodes")).first().value(key).toString();
        };
        return {{QStringLiteral("path"),
                    firstOf(QStringLiteral("TopGroups"), QLatin1String("groups"), QLatin1String("fullPath"))},
            {QStringLiteral("id"),
                firstOf(QStringLiteral("AllRunners"), QLatin1String("runners"), QLatin1String("id"))},
            {QStringLiteral("job"), firstOf(QStringLiteral("AllJobs"), QLatin1String("jobs"), QLatin1String("id"))},
            {QStringLiteral("project"), QJsonArray{QStringLiteral("gid://gitlab/Project/1")}},
            {QStringLiteral("type"), QStringLiteral("GROUP_TYPE")}, {QStringLiteral("first"), 20},
            {QStringLiteral("sort"), QStringLiteral("CREATED_ASC")}};
    }

    static QString problemsOf(Asker &asker)
    {
        QString problems;
        const QJsonObject variables = variablesFor(asker);
        const QStringList operations = asker.book.operations();
        for (const QString &operation : operations) {
            if (!asker.book.isOffered(operation))
                continue;
            GraphQlQuery query = named(operation, variables);
            if (operation == QLatin1String("SchemaOffer"))
                query = asker.book.offerQuery();
            const QString problem = problemOf(asker.ask(query));
            if (!problem.isEmpty())
                problems += operation + QStringLiteral(": ") + problem + u'\n';
        }
        return problems;
    }

    void become(const QString &line, const QString &edition, int newer)
    {
        m_simulator->control(QStringLiteral("gitlab"),
            QJsonDocument(QJsonObject{{QStringLiteral("gitlab"), line}, {QStringLiteral("edition"), edition},
                {QStringLiteral("newer"), newer < 0 ? QJsonValue() : QJsonValue(newer)}}));
    }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("200"),
            QStringLiteral("--pending-jobs"), QStringLiteral("5"), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
    }

    void everyOperationWorks_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("edition");
        QTest::addColumn<int>("newer");
        for (const char *line : {"17.2", "18.10", "19.3"}) {
            for (const char *edition : {"ce", "ee"})
                QTest::addRow("%s %s", line, edition)
                    << QString::fromLatin1(line) << QString::fromLatin1(edition) << -1;
        }
        for (int seed = 0; seed < 20; ++seed)
            QTest::addRow("newer %d", seed) << QStringLiteral("19.3") << QStringLiteral("ee") << seed;
    }

    void everyOperationWorks()
    {
        QFETCH(QString, line);
        QFETCH(QString, edition);
        QFETCH(int, newer);
        become(line, edition, newer);

        Asker informed(m_simulator->url(), "glpat-simulator-admin-api");
        informed.book.adapt(informed.data(informed.book.offerQuery()).data);
        QCOMPARE(problemsOf(informed), QString());
        const bool lists = informed.book.isOffered(QStringLiteral("MyRunners"));

        Asker learning(m_simulator->url(), "glpat-simulator-admin-api"); // from refusals only
        QString problems = problemsOf(learning);
        if (!lists) // what a server lacks as a whole cannot be cut
            problems.remove(QStringLiteral("MyRunners: 200: Field 'runners' doesn't exist on type 'CurrentUser'\n"));
        QCOMPARE(problems, QString());
        QVERIFY(learning.rounds < 30);
        for (const QString &name : informed.book.unknownToServer())
            QVERIFY2(learning.book.unknownToServer().contains(name) || !lists, qUtf8Printable(name));
    }

    void nothingIsCutFromAServerThatKnowsAll()
    {
        become(QStringLiteral("18.10"), QStringLiteral("ee"), -1);
        Asker asker(m_simulator->url(), "glpat-simulator-admin-api");
        asker.book.adapt(asker.data(asker.book.offerQuery()).data);
        QCOMPARE(problemsOf(asker), QString());
        QCOMPARE(asker.rounds, 0);
        QCOMPARE(asker.book.unknownToServer(), QStringList());
    }

    void theOldestServerSaysWhatItLacks()
    {
        become(QStringLiteral("17.2"), QStringLiteral("ce"), -1);
        Asker asker(m_simulator->url(), "glpat-simulator-admin-api");
        asker.book.adapt(asker.data(asker.book.offerQuery()).data);
        QCOMPARE(asker.book.unknownToServer(),
            (QStringList{QStringLiteral("CiRunner.creationState"), QStringLiteral("CurrentUser.runners"),
                QStringLiteral("CurrentUser.type"), QStringLiteral("Project.jobs(name)"),
                QStringLiteral("ProjectCiCdSetting.groupRunnersEnabled"), QStringLiteral("Query.groups(topLevelOnly)"),
                QStringLiteral("UserCore.type")}));
        QCOMPARE(problemsOf(asker), QString());
        QCOMPARE(asker.rounds, 0);
    }

    /// The limit of users who are no administrators.
    void complexityStaysBelowTheLimit_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("times");
        const QueryBook book;
        for (const QString &operation : book.operations())
            QTest::newRow(qUtf8Printable(operation)) << operation << 0;
        QTest::newRow("pulses") << QStringLiteral("RunnerPulse") << 50;
        QTest::newRow("presences") << QStringLiteral("RunnerPresence") << 125;
        QTest::newRow("managers") << QStringLiteral("RunnerManagers") << 7;
        QTest::newRow("rows") << QStringLiteral("RunnerAgain") << 4;
    }

    void complexityStaysBelowTheLimit()
    {
        QFETCH(QString, operation);
        QFETCH(int, times);
        become(QStringLiteral("18.10"), QStringLiteral("ee"), -1);
        Asker administrator(m_simulator->url(), "glpat-simulator-admin-api");
        GraphQlQuery query = named(operation, variablesFor(administrator));
        query.variables.remove(QStringLiteral("first"));
        Asker auditor(m_simulator->url(), "glpat-simulator-auditor");
        if (operation == QLatin1String("SchemaOffer"))
            query = auditor.book.offerQuery();
        const QString id = query.variables.value(QLatin1String("id")).toString();
        for (int i = 0; i < times; ++i)
            query.repeatedFor.append(id);
        const GraphQlResult result = auditor.ask(query);
        QVERIFY2(std::holds_alternative<GraphQlData>(result)
                || std::get<FetchError>(result).kind == FetchError::Kind::Forbidden,
            qUtf8Printable(problemOf(result)));
        if (times > 0) {
            const auto answers = repeatedAnswers(std::get<GraphQlData>(result).data, times);
            QVERIFY(answers.at(static_cast<std::size_t>(times - 1)).isObject());
        }
    }
};

QTEST_GUILESS_MAIN(TestGitLabVersions)
#include "tst_gitlabversions.moc"
