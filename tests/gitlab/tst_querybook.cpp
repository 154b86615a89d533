// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/querybook.h"
#include "tests/support/json.h"

#include <QTest>

using namespace Runnerscope;
using Test::json;

namespace {

QJsonObject sent(QueryBook &book, const GraphQlQuery &query)
{
    return QJsonDocument::fromJson(book.body(query)).object();
}

QString textOf(QueryBook &book, const GraphQlQuery &query)
{
    return sent(book, query).value(QLatin1String("query")).toString();
}

GraphQlQuery named(const char *name)
{
    return {QString::fromLatin1(name), {}, {}};
}

GraphQlQuery repeated(const char *name, int times)
{
    GraphQlQuery query = named(name);
    for (int i = 1; i <= times; ++i)
        query.repeatedFor.append(QStringLiteral("gid://gitlab/Ci::Runner/%1").arg(i));
    return query;
}

QJsonObject refusal(const QJsonObject &extensions, qsizetype place)
{
    const QJsonObject location{{QStringLiteral("line"), 1}, {QStringLiteral("column"), place + 1}};
    return {{QStringLiteral("message"), QStringLiteral("no")}, {QStringLiteral("extensions"), extensions},
        {QStringLiteral("locations"), place < 0 ? QJsonArray() : QJsonArray{location}}};
}

/// As GitLab refuses the field at a place of the text that it was sent.
QJsonObject unknownField(const QString &type, const QString &field, qsizetype place)
{
    return refusal({{QStringLiteral("code"), QStringLiteral("undefinedField")}, {QStringLiteral("typeName"), type},
                       {QStringLiteral("fieldName"), field}},
        place);
}

QJsonObject unknownArgument(const QString &field, const QString &argument, qsizetype place)
{
    return refusal(
        {{QStringLiteral("code"), QStringLiteral("argumentNotAccepted")}, {QStringLiteral("name"), field},
            {QStringLiteral("typeName"), QStringLiteral("Field")}, {QStringLiteral("argumentName"), argument}},
        place);
}

QJsonObject offer(const QStringList &fields)
{
    QJsonArray list;
    for (const QString &field : fields)
        list.append(QJsonObject{{QStringLiteral("name"), field}});
    return {{QStringLiteral("fields"), list}};
}

/// An answer to offerQuery() that says something of one type only.
QJsonObject offerOf(const QueryBook &book, const QString &type, const QStringList &fields)
{
    return {{QStringLiteral("r%1").arg(book.offerQuery().repeatedFor.indexOf(type)), offer(fields)}};
}

bool refused(QueryBook &book, const GraphQlQuery &query, const QJsonArray &errors)
{
    return book.refused(query, json(errors).root());
}

void adapt(QueryBook &book, const QJsonObject &offers)
{
    book.adapt(json(offers).root());
}

} // namespace

class TestQueryBook : public QObject
{
    Q_OBJECT

private slots:
    void sendsOneOperationWithItsFragments()
    {
        QueryBook book;
        const QString text = textOf(book, named("RunnerManagers"));
        QVERIFY(text.startsWith(QStringLiteral("query RunnerManagers(")));
        QCOMPARE(text.count(QStringLiteral("query ")), 1);
        QVERIFY(text.contains(QStringLiteral("fragment ManagerPage on CiRunnerManagerConnection{")));
        QCOMPARE(text.count(QStringLiteral("fragment Manager on CiRunnerManager{")), 1);
        QVERIFY(!text.contains(QStringLiteral("RunnerRow")));
        QVERIFY(!text.contains(u'#') && !text.contains(u'\n'));
        QCOMPARE(sent(book, named("RunnerManagers")).value(QLatin1String("operationName")).toString(),
            QStringLiteral("RunnerManagers"));
    }

    void everyOperationIsSmallEnough()
    {
        QueryBook book;
        QVERIFY(book.operations().contains(QStringLiteral("AllRunners")));
        for (const QString &name : book.operations())
            QVERIFY2(textOf(book, {name, {}, {}}).size() < 10'000, qUtf8Printable(name));
        QVERIFY(textOf(book, repeated("RunnerPulse", 50)).size() < 10'000);
        QVERIFY(textOf(book, repeated("RunnerPresence", 125)).size() < 10'000);
        QVERIFY(textOf(book, repeated("RunnerManagers", 7)).size() < 10'000);
        QVERIFY(textOf(book, book.offerQuery()).size() < 10'000);
    }

    void onlyDeclaredVariablesAreSent()
    {
        QueryBook book;
        GraphQlQuery query = named("AllRunners");
        query.variables = {{QStringLiteral("first"), 100}, {QStringLiteral("path"), QStringLiteral("acme")}};
        const QJsonObject variables = sent(book, query).value(QLatin1String("variables")).toObject();
        QCOMPARE(variables, (QJsonObject{{QStringLiteral("first"), 100}}));
    }

    void repeatsAnOperationForSeveralRunners()
    {
        QueryBook book;
        const QJsonObject body = sent(book, repeated("RunnerPulse", 2));
        QCOMPARE(body.value(QLatin1String("query")).toString(),
            QStringLiteral("query RunnerPulse($id0:CiRunnerID!,$id1:CiRunnerID!){"
                           "r0:runner(id:$id0){id contactedAt paused jobExecutionStatus}"
                           "r1:runner(id:$id1){id contactedAt paused jobExecutionStatus}}"));
        QCOMPARE(body.value(QLatin1String("variables")).toObject(),
            (QJsonObject{{QStringLiteral("id0"), QStringLiteral("gid://gitlab/Ci::Runner/1")},
                {QStringLiteral("id1"), QStringLiteral("gid://gitlab/Ci::Runner/2")}}));
        const QJsonObject data{{QStringLiteral("r1"), QJsonObject{{QStringLiteral("id"), 7}}}};
        const JsonDocument document = json(data);
        const std::vector<JsonValue> answers = repeatedAnswers(document.root(), 2);
        QVERIFY(answers.at(0).isUndefined());
        QCOMPARE(answers.at(1).value(QLatin1String("id")).toInt(), 7);
    }

    void leavesOutWhatTheOfferLacks()
    {
        QueryBook book;
        QVERIFY(textOf(book, named("AllRunners")).contains(QStringLiteral("creationState")));
        adapt(book,
            offerOf(book, QStringLiteral("CiRunner"),
                {QStringLiteral("id"), QStringLiteral("shortSha"), QStringLiteral("managers")}));
        const QString text = textOf(book, named("AllRunners"));
        QVERIFY(!text.contains(QStringLiteral("creationState")) && !text.contains(QStringLiteral("tagList")));
        QVERIFY(text.contains(QStringLiteral("id shortSha")));
        QVERIFY(text.contains(QStringLiteral("createdAt contactedAt jobExecutionStatus}"))); // of another type
        QVERIFY(book.unknownToServer().contains(QStringLiteral("CiRunner.creationState")));
        QVERIFY(!textOf(book, named("RunnerDetails")).contains(QStringLiteral("creationState")));
        QVERIFY(book.isOffered(QStringLiteral("AllRunners")));
    }

    void lackingArgumentsGoAlone()
    {
        QueryBook book;
        adapt(book, offerOf(book, QStringLiteral("Query"), {QStringLiteral("groups"), QStringLiteral("runners")}));
        QVERIFY(textOf(book, named("TopGroups")).contains(QStringLiteral("groups(first:100,after:$after){")));
        QCOMPARE(book.unknownToServer(), QStringList{QStringLiteral("Query.groups(topLevelOnly)")});
    }

    void knowsWhenAnOperationIsNotOffered()
    {
        QueryBook book;
        QVERIFY(book.isOffered(QStringLiteral("MyRunners")));
        adapt(book,
            offerOf(book, QStringLiteral("CurrentUser"),
                {QStringLiteral("groupMemberships"), QStringLiteral("projectMemberships")}));
        QVERIFY(!book.isOffered(QStringLiteral("MyRunners")));
        QVERIFY(book.isOffered(QStringLiteral("AllRunners")));
        QVERIFY(book.isOffered(QStringLiteral("ServerInfo")));
        QVERIFY(!textOf(book, named("ServerInfo")).contains(QStringLiteral("type")));
        QVERIFY(!book.isOffered(QStringLiteral("NoSuchOperation")));
    }

    void oddOffersChangeNothing()
    {
        QueryBook book;
        const QString before = textOf(book, named("AllRunners"));
        adapt(book, {});
        adapt(
            book, {{QStringLiteral("r0"), QJsonValue()}, {QStringLiteral("r1"), 7}, {QStringLiteral("r2"), offer({})}});
        QCOMPARE(textOf(book, named("AllRunners")), before);
        QVERIFY(book.unknownToServer().isEmpty());
    }

    void refusedFieldGoes()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const QString text = textOf(book, query);
        const QJsonObject error = unknownField(
            QStringLiteral("GroupInterface"), QStringLiteral("fullName"), text.indexOf(QStringLiteral("fullName")));
        QVERIFY(refused(book, query, {error}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("fullName")));
        QCOMPARE(textOf(book, query).size(), text.size() - QStringLiteral(" fullName").size());
        QCOMPARE(book.unknownToServer(), QStringList{QStringLiteral("GroupInterface.fullName")});
        QVERIFY(!textOf(book, named("RunnerDetails")).contains(QStringLiteral("fullName"))); // the same fragment
    }

    void refusedBlockGoesWithItsArguments()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const qsizetype place = textOf(book, query).indexOf(QStringLiteral("managers("));
        QVERIFY(refused(book, query, {unknownField(QStringLiteral("CiRunner"), QStringLiteral("managers"), place)}));
        const QString text = textOf(book, query);
        QVERIFY(!text.contains(QStringLiteral("managers")) && !text.contains(QStringLiteral("fragment Manager on")));
        QVERIFY(text.contains(QStringLiteral("fragment RunnerRow on CiRunner{...RunnerFields}")));
    }

    void emptiedParentsGo()
    {
        QueryBook book;
        const GraphQlQuery query = named("RunnerDetails");
        const QString block = QStringLiteral("userPermissions{readRunner updateRunner deleteRunner assignRunner}");
        QVERIFY(textOf(book, query).contains(block));
        for (const char *name : {"readRunner", "updateRunner", "deleteRunner", "assignRunner"}) {
            const QString field = QString::fromLatin1(name);
            QVERIFY(refused(book, query,
                {unknownField(QStringLiteral("RunnerPermissions"), field, textOf(book, query).indexOf(field))}));
        }
        QVERIFY(!textOf(book, query).contains(QStringLiteral("userPermissions")));
    }

    void fiveAtATimeInSeveralRounds()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        QStringList lacking{QStringLiteral("shortSha"), QStringLiteral("description"), QStringLiteral("tagList"),
            QStringLiteral("runUntagged"), QStringLiteral("locked"), QStringLiteral("jobCount"),
            QStringLiteral("accessLevel"), QStringLiteral("projectCount")};
        int rounds = 0;
        for (;;) {
            const QString text = textOf(book, query);
            QJsonArray errors;
            for (const QString &field : std::as_const(lacking)) {
                if (text.contains(field) && errors.size() < 5)
                    errors.append(unknownField(QStringLiteral("CiRunner"), field, text.indexOf(field)));
            }
            if (errors.isEmpty())
                break;
            QVERIFY(refused(book, query, errors));
            QVERIFY(++rounds < 4);
        }
        QCOMPARE(rounds, 2);
        QCOMPARE(book.unknownToServer().size(), lacking.size());
    }

    void repeatedQueriesAreCutToo()
    {
        QueryBook book;
        const GraphQlQuery query = repeated("RunnerPulse", 3);
        const QString text = textOf(book, query);
        QVERIFY(refused(book, query,
            {unknownField(QStringLiteral("CiRunner"), QStringLiteral("contactedAt"),
                text.lastIndexOf(QStringLiteral("contactedAt")))}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("contactedAt")));
    }

    void aliasedFieldsAreFoundAtTheirAlias()
    {
        QueryBook book;
        const GraphQlQuery query = named("RunnerCounts");
        const QString text = textOf(book, query);
        const qsizetype place = text.indexOf(QStringLiteral("group:runners"));
        QVERIFY(place > 0);
        // Runners themselves are what nothing works without.
        QVERIFY(!refused(book, query, {unknownField(QStringLiteral("Query"), QStringLiteral("runners"), place)}));
        QCOMPARE(textOf(book, query), text);
    }

    void withoutAPlaceTheNameDecides()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        (void)textOf(book, query);
        QVERIFY(refused(book, query, {unknownField(QStringLiteral("UserCore"), QStringLiteral("type"), -1)}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral(" type}")));
        QVERIFY(textOf(book, query).contains(QStringLiteral("runners(type:$type")));
    }

    void requestsUnderWayAreRepeatedAsWell()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const qsizetype place = textOf(book, query).indexOf(QStringLiteral("tagList"));
        const QJsonArray errors{unknownField(QStringLiteral("CiRunner"), QStringLiteral("tagList"), place)};
        QVERIFY(refused(book, query, errors));
        const QString cut = textOf(book, query);
        QVERIFY(refused(book, query, errors)); // sent before the cut
        QCOMPARE(textOf(book, query), cut);
        int rounds = 0;
        while (refused(book, query, errors))
            QVERIFY(++rounds < 100); // a server that goes on refusing is not asked forever
    }

    void essentialFieldsStay_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("field");
        for (const char *field : {"nodes", "pageInfo", "hasNextPage", "endCursor"})
            QTest::newRow(field) << QStringLiteral("AllRunners") << QString::fromLatin1(field);
        QTest::newRow("runners") << QStringLiteral("GroupRunners") << QStringLiteral("runners(");
        QTest::newRow("the only root field") << QStringLiteral("GroupRunners") << QStringLiteral("group(");
        QTest::newRow("runner") << QStringLiteral("RunnerPulse") << QStringLiteral("runner(");
        QTest::newRow("id") << QStringLiteral("RunnerPulse") << QStringLiteral("id contactedAt");
    }

    void essentialFieldsStay()
    {
        QFETCH(QString, operation);
        QFETCH(QString, field);
        QueryBook book;
        const GraphQlQuery query{operation, {}, {}};
        const QString text = textOf(book, query);
        const qsizetype fragment = text.indexOf(QStringLiteral("fragment RunnerPage"));
        const qsizetype place = text.indexOf(field, operation == QLatin1String("AllRunners") ? fragment : 0);
        const QString name = field.section(u'(', 0, 0).section(u' ', 0, 0);
        QVERIFY(!refused(book, query, {unknownField(QStringLiteral("T"), name, place)}));
    }

    void whatCannotGoKeepsTheQueryWhole()
    {
        QueryBook book;
        const GraphQlQuery query = named("GroupRunners");
        const QString text = textOf(book, query);
        const QJsonObject complexity{{QStringLiteral("message"), QStringLiteral("Query has complexity of 300")}};
        const qsizetype place = text.indexOf(QStringLiteral("group("));
        QVERIFY(
            !refused(book, query, {unknownField(QStringLiteral("Query"), QStringLiteral("group"), place), complexity}));
        QCOMPARE(textOf(book, query), text);
        QVERIFY(book.isOffered(query.name));
    }

    void anIdTakesWhatItNames()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const QString text = textOf(book, query);
        const qsizetype place = text.indexOf(QStringLiteral("id name nameWithNamespace"));
        QVERIFY(refused(book, query, {unknownField(QStringLiteral("ProjectInterface"), QStringLiteral("id"), place)}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("ownerProject")));
    }

    void refusedArgumentGoesWithItsVariable()
    {
        QueryBook book;
        GraphQlQuery query = named("TopGroups");
        const QString text = textOf(book, query);
        QVERIFY(refused(book, query,
            {unknownArgument(
                QStringLiteral("groups"), QStringLiteral("topLevelOnly"), text.indexOf(QStringLiteral("topLevel")))}));
        QCOMPARE(book.unknownToServer(), QStringList{QStringLiteral("Query.groups(topLevelOnly)")});
        QVERIFY(!textOf(book, query).contains(QStringLiteral("topLevelOnly")));
    }

    void argumentsThatSayWhatIsAskedForStay()
    {
        QueryBook book;
        const GraphQlQuery query = named("GroupRunners");
        for (const char *name : {"membership", "type", "after", "sort"}) {
            const QString argument = QString::fromLatin1(name);
            const qsizetype place = textOf(book, query).indexOf(argument + QStringLiteral(":$"));
            QVERIFY(place > 0);
            QVERIFY(!refused(book, query, {unknownArgument(QStringLiteral("runners"), argument, place)}));
            QVERIFY(book.unknownToServer().isEmpty());
        }
        const GraphQlQuery details = named("RunnerDetails");
        const qsizetype place = textOf(book, details).indexOf(QStringLiteral("groups(first"));
        QVERIFY(refused(book, details,
            {unknownArgument(QStringLiteral("groups"), QStringLiteral("first"), place)})); // at the field
        QVERIFY(!textOf(book, details).contains(QStringLiteral("groups")));
    }

    void otherRefusalsOfFieldsCutThem()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const QJsonObject needsMore{{QStringLiteral("code"), QStringLiteral("missingRequiredArguments")},
            {QStringLiteral("className"), QStringLiteral("Field")},
            {QStringLiteral("name"), QStringLiteral("jobCount")}};
        QVERIFY(refused(book, query, {refusal(needsMore, textOf(book, query).indexOf(QStringLiteral("jobCount")))}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("jobCount")));
        const QJsonObject nowObject{{QStringLiteral("code"), QStringLiteral("selectionMismatch")},
            {QStringLiteral("nodeName"), QStringLiteral("field 'locked'")}};
        QVERIFY(refused(book, query, {refusal(nowObject, textOf(book, query).indexOf(QStringLiteral("locked")))}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("locked")));
        const QJsonObject noSuchType{{QStringLiteral("code"), QStringLiteral("undefinedType")},
            {QStringLiteral("typeName"), QStringLiteral("UserCore")}};
        QVERIFY(refused(
            book, query, {refusal(noSuchType, textOf(book, query).indexOf(QStringLiteral("fragment Creator")))}));
        QVERIFY(!textOf(book, query).contains(QStringLiteral("createdBy")));
    }

    void otherErrorsStand()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const QString text = textOf(book, query);
        const QJsonObject complexity{{QStringLiteral("message"), QStringLiteral("Query has complexity of 300")}};
        QVERIFY(!refused(book, query, {complexity}));
        QVERIFY(!refused(book, query, {}));
        QVERIFY(!refused(book, query, {QJsonValue(7), QJsonValue()}));
        QVERIFY(!refused(
            book, query, {unknownField(QStringLiteral("CiRunner"), QStringLiteral("neverAsked"), text.indexOf(u'{'))}));
        QCOMPARE(textOf(book, query), text);
    }

    void textOfTheServerIsNotRepeated()
    {
        QueryBook book;
        const GraphQlQuery query = named("AllRunners");
        const qsizetype place = textOf(book, query).indexOf(QStringLiteral("fullName"));
        QVERIFY(
            refused(book, query, {unknownField(QStringLiteral("<b>Type</b> "), QStringLiteral("fullName"), place)}));
        QCOMPARE(book.unknownToServer(), QStringList{QStringLiteral("fullName")});
    }
};

QTEST_GUILESS_MAIN(TestQueryBook)
#include "tst_querybook.moc"
