// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlclient.h"
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;
using Test::ticks;
using namespace std::chrono_literals;
using Kind = FetchError::Kind;
using Urgency = Pacing::Urgency;

Q_DECLARE_METATYPE(Runnerscope::GraphQlResult)

namespace {

Connection connectionTo(const QString &url, const QByteArray &token = "glpat-of-this-test")
{
    return {std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token)};
}

const GraphQlQuery serverInfo{QStringLiteral("ServerInfo"), {}};

QByteArray http(const QByteArray &head, const QByteArray &body = {})
{
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

class Client
{
public:
    Client(const Connection &connection, std::chrono::milliseconds patience, RequestQueue::Breadth breadth = {}) :
        queue(connection, patience, breadth),
        graphQl(queue)
    {
    }

    RequestQueue queue;
    GraphQlClient graphQl;
};

} // namespace

class TestGraphQlClient : public QObject
{
    Q_OBJECT

    static GraphQlResult ask(Client &client)
    {
        QSignalSpy finished(client.graphQl.send(serverInfo, Urgency::Foreground), &GraphQlReply::finished);
        if (finished.isEmpty() && !finished.wait(10000))
            return FetchError{Kind(-1), 0, {}, QStringLiteral("nothing came"), {}};
        return finished.at(0).at(0).value<GraphQlResult>();
    }

    static FetchError errorFrom(const QString &url, std::chrono::milliseconds patience = 10s)
    {
        Client client(connectionTo(url), patience);
        const GraphQlResult result = ask(client);
        const auto *error = std::get_if<FetchError>(&result);
        return error ? *error : FetchError{Kind(-1), 0, {}, QStringLiteral("no error"), {}};
    }

private slots:
    void asksTheSimulator()
    {
        const Test::Simulator simulator(
            {QStringLiteral("--runners"), QStringLiteral("10"), QStringLiteral("--base"), QStringLiteral("/gitlab")});
        QVERIFY(simulator.isRunning());
        Client client(connectionTo(simulator.url(), simulator.token()), 10s);
        const GraphQlResult result = ask(client);
        QVERIFY(std::holds_alternative<GraphQlData>(result));
        QVERIFY(std::get<GraphQlData>(result).data.value(QLatin1String("metadata")).isObject());
    }

    void tokenTravelsAsAHeaderOnly()
    {
        Test::RawServer server({http("200 OK", ticks("{`data`:{}}"))});
        Client client(connectionTo(server.url()), 10s);
        QVERIFY(std::holds_alternative<GraphQlData>(ask(client)));
        QVERIFY(server.received().startsWith("POST /api/graphql HTTP/1.1"));
        QCOMPARE(server.received().count("glpat-of-this-test"), 1);
        QVERIFY(server.received().contains("Authorization: Bearer glpat-of-this-test"));
    }

    void tokenThatCannotBeOneIsNotSent()
    {
        for (const QByteArray token :
            {"glpat-x\r\nX-Other: 1", "glpat-x\ny", "glpat x", "glpat-\xc3\xa4", "glpat-\x7f"}) {
            Test::RawServer server({http("200 OK", ticks("{`data`:{}}"))});
            Client client(connectionTo(server.url(), token), 10s);
            const GraphQlResult result = ask(client);
            QVERIFY(std::holds_alternative<FetchError>(result));
            QCOMPARE(std::get<FetchError>(result).kind, Kind::Unauthorized);
            QCOMPARE(server.connections(), 0);
        }
    }

    void tokenIsNotSentToAnotherOrigin()
    {
        for (const QByteArray status : {"301", "302", "303", "307", "308"}) {
            Test::RawServer other({http("200 OK", ticks("{`data`:{}}"))});
            Test::RawServer server({http(status + " Moved\r\nLocation: " + other.url().toUtf8() + "/api/graphql")});
            const FetchError error = errorFrom(server.url());
            QCOMPARE(error.kind, Kind::RedirectedElsewhere);
            QCOMPARE(error.host, other.url());
            QCOMPARE(other.connections(), 0);
        }
    }

    void followsOnTheSameOrigin()
    {
        const Test::RawServer server(
            {http("308 Moved\r\nLocation: /gitlab/api/graphql"), http("200 OK", ticks("{`data`:{`here`:true}}"))});
        Client client(connectionTo(server.url()), 10s);
        QVERIFY(std::holds_alternative<GraphQlData>(ask(client)));
        QVERIFY(server.received().contains("POST /gitlab/api/graphql"));
    }

    void givesUpOnCircles()
    {
        Test::RawServer server({http("307 Moved\r\nLocation: /api/graphql")});
        QCOMPARE(errorFrom(server.url()).kind, Kind::NotGitLab);
        QCOMPARE(server.connections(), 4); // the first and three redirects
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<FetchError::Kind>("kind");
        QTest::newRow("closed at once") << QByteArray() << Kind::ConnectionLost;
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << Kind::ConnectionLost;
        QTest::newRow("cut in the middle")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"data\":") << Kind::ConnectionLost;
        QTest::newRow("sign-in page") << http("200 OK\r\nContent-Type: text/html", "<html>Sign in</html>")
                                      << Kind::SignInPage;
        QTest::newRow("to the sign-in page") << http("302 Found\r\nLocation: /users/sign_in") << Kind::SignInPage;
        QTest::newRow("not there") << http("404 Not Found", "nope") << Kind::NotGitLab;
    }

    void brokenAnswers()
    {
        QFETCH(QByteArray, answer);
        const Test::RawServer server({answer});
        const FetchError error = errorFrom(server.url());
        QTEST(error.kind, "kind");
    }

    void nobodyListens()
    {
        QString url;
        {
            const Test::RawServer server({QByteArray()});
            url = server.url();
        }
        QCOMPARE(errorFrom(url).kind, Kind::ConnectionRefused);
    }

    void endlessAnswersEnd()
    {
        Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1")});
        simulator.setFaults(ticks("[{`kind`:`endless`}]"));
        QCOMPARE(errorFrom(simulator.url()).kind, Kind::ReplyTooLarge);
        simulator.setFaults(ticks("[{`kind`:`slow-trickle`,`milliseconds`:1000}]"));
        QCOMPARE(errorFrom(simulator.url(), 300ms).kind, Kind::TimedOut);
    }

    void waitsAsTheServerDemands()
    {
        Test::RawServer server({http("429 Too Many Requests\r\nRetry-After: 30", "Retry later")});
        Client client(connectionTo(server.url()), 10s);
        const GraphQlResult result = ask(client);
        QCOMPARE(std::get<FetchError>(result).kind, Kind::RateLimited);
        QVERIFY(client.queue.demandedWait() > 28s);
    }

    void aFewInFlightAndFewerInTheBackground()
    {
        for (const auto &[urgency, most] : {std::pair(Urgency::Foreground, 3), std::pair(Urgency::Background, 1)}) {
            Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1")});
            simulator.setFaults(ticks("[{`kind`:`delay`,`milliseconds`:100}]"));
            Client client(connectionTo(simulator.url(), simulator.token()), 10s, {3, 1});
            int answers = 0;
            const int asked = urgency == Urgency::Foreground ? 7 : 2; // one a second in the background
            for (int i = 0; i < asked; ++i) {
                connect(
                    client.graphQl.send(serverInfo, urgency), &GraphQlReply::finished, this, [&answers] { ++answers; });
            }
            QTRY_COMPARE_WITH_TIMEOUT(answers, asked, 30000);
            QCOMPARE(simulator.ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt(), most);
        }
    }

    void peopleFirst()
    {
        Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1")});
        simulator.setFaults(ticks("[{`kind`:`delay`,`milliseconds`:30}]"));
        Client client(connectionTo(simulator.url(), simulator.token()), 10s, {1, 1});
        QStringList order;
        const auto note = [&](const char *name, Urgency urgency) {
            connect(client.graphQl.send(serverInfo, urgency), &GraphQlReply::finished, this,
                [&order, name] { order.append(QString::fromLatin1(name)); });
        };
        note("background", Urgency::Background);
        note("foreground 1", Urgency::Foreground);
        note("foreground 2", Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), 3, 30000);
        QCOMPARE(order,
            (QStringList{
                QStringLiteral("foreground 1"), QStringLiteral("foreground 2"), QStringLiteral("background")}));
        QCOMPARE(simulator.ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt(), 1);
    }

    void nothingIsHeardAfterCancel()
    {
        Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1")});
        simulator.setFaults(ticks("[{`kind`:`delay`,`milliseconds`:60000,`times`:1}]"));
        Client client(connectionTo(simulator.url(), simulator.token()), 90s, {1, 1});
        GraphQlReply *inFlight = client.graphQl.send(serverInfo, Urgency::Foreground);
        GraphQlReply *waiting = client.graphQl.send(serverInfo, Urgency::Foreground);
        QSignalSpy heardInFlight(inFlight, &GraphQlReply::finished);
        QSignalSpy heardWaiting(waiting, &GraphQlReply::finished);
        QTRY_COMPARE_WITH_TIMEOUT(
            simulator.ask(QStringLiteral("stats")).value(QLatin1String("queries")).toInt(), 1, 30000);
        waiting->cancel();
        inFlight->cancel();
        QVERIFY(std::holds_alternative<GraphQlData>(ask(client))); // the next one does not wait for them
        QCOMPARE(heardInFlight.count() + heardWaiting.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGraphQlClient)
#include "tst_graphqlclient.moc"
