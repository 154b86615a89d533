// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetwalk.h"
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Runnerscope;
using Test::ticks;
using namespace std::chrono_literals;
using Urgency = Pacing::Urgency;

namespace {

Connection connectionTo(const QString &url, const QByteArray &token)
{
    return {std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token)};
}

RunnerList allRunners(const QString &type = {})
{
    RunnerList list{{}, QStringLiteral("AllRunners"), {}, {QLatin1String("runners")}};
    if (!type.isEmpty())
        list.variables.insert(QStringLiteral("type"), type);
    return list;
}

/// A walk and all it has said.
struct Walked
{
    explicit Walked(const Connection &connection, const RunnerList &list = allRunners()) :
        queue(connection, 10s, {}),
        client(queue),
        walk(client, decoder, list),
        finished(&walk, &ListWalk::finished),
        failed(&walk, &ListWalk::failed)
    {
        QObject::connect(&walk, &ListWalk::pageRead, &walk, [this](const RunnerPage &page) {
            for (const Runner &runner : page.runners) {
                ++rows;
                ids.insert(runner.id.number);
            }
        });
    }

    FetchError error() const { return failed.last().at(0).value<FetchError>(); }

    RequestQueue queue;
    GraphQlClient client;
    RunnerDecoder decoder{InstanceId{}};
    ListWalk walk;
    QSignalSpy finished;
    QSignalSpy failed;
    std::set<qint64> ids;
    int rows = 0;
};

QByteArray http(QByteArray body)
{
    body.replace('`', '"');
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray page(const QByteArray &cursor)
{
    return http("{`data`:{`runners`:{`count`:3,`nodes`:[{`id`:`gid://gitlab/Ci::Runner/1`}],"
                "`pageInfo`:{`hasNextPage`:true,`endCursor`:`"
        + cursor + "`}}}}");
}

} // namespace

class TestListWalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

    Connection connection() const { return connectionTo(m_simulator->url(), m_simulator->token()); }
    int requests() const { return m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("queries")).toInt(); }

private slots:
    void init()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("2350"),
            QStringLiteral("--frozen"), QStringLiteral("--now"), QStringLiteral("2026-03-25T10:00:00Z")});
        QVERIFY(m_simulator->isRunning());
    }

    void theFirstWalkMeetsInTheMiddle()
    {
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:20}]"));
        Walked walked(connection());
        walked.walk.start({}, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(walked.finished.count(), 1, 20000);
        QVERIFY(walked.walk.sawAll());
        QCOMPARE(walked.ids.size(), std::size_t(2350));
        QVERIFY2(requests() <= 25, qPrintable(QString::number(requests()))); // 24 pages one after the other
        QCOMPARE(m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt(), 2);
    }

    void laterWalksGoFromTheBookmarks()
    {
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:20}]"));
        Bookmarks bookmarks;
        {
            Walked first(connection());
            first.walk.start({}, Urgency::Foreground);
            QTRY_COMPARE_WITH_TIMEOUT(first.finished.count(), 1, 20000);
            bookmarks = first.walk.bookmarks();
        }
        const int before = requests();
        Walked second(connection());
        second.walk.start(bookmarks, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(second.finished.count(), 1, 20000);
        QVERIFY(second.walk.sawAll());
        QVERIFY2(requests() - before <= 25, qPrintable(QString::number(requests() - before)));
        QCOMPARE(m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("maxInFlight")).toInt(), 6);
        QVERIFY(second.walk.bookmarks().size() <= 24);
    }

    void bookmarksStayRightWhileRunnersComeAndGo()
    {
        Walked first(connection());
        first.walk.start({}, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(first.finished.count(), 1, 20000);
        QStringList gone;
        int place = 0;
        for (const qint64 id : first.ids) {
            if (++place % 3 == 0)
                gone.append(QString::number(id));
        }
        m_simulator->changeFleet("{\"delete\":[" + gone.join(u',').toLatin1() + "],\"add\":230}");
        Bookmarks bookmarks = first.walk.bookmarks();
        const std::size_t left = 2350 - static_cast<std::size_t>(gone.size()) + 230;
        for (int round = 0; round < 3; ++round) {
            const int before = requests();
            Walked again(connection());
            again.walk.start(bookmarks, Urgency::Foreground);
            QTRY_COMPARE_WITH_TIMEOUT(again.finished.count(), 1, 20000);
            QVERIFY(again.walk.sawAll());
            QCOMPARE(again.ids.size(), left);
            if (round == 2)
                QVERIFY2(requests() - before <= 20, qPrintable(QString::number(requests() - before))); // 18 pages
            bookmarks = again.walk.bookmarks();
        }
    }

    void brokenBookmarksAreAnErrorOfTheWalk()
    {
        Walked walked(connection());
        walked.walk.start({{QStringLiteral("no cursor of this server"), std::nullopt, 5}}, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(walked.failed.count(), 1, 30000);
        QVERIFY(!walked.walk.isFinished());
    }

    void goesOnWhereItStood()
    {
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:502,`match`:`AllRunners`,`after`:6,`times`:4}]"));
        Walked walked(connection());
        walked.walk.start({}, Urgency::Foreground);
        while (walked.finished.isEmpty()) {
            const auto failures = walked.failed.count();
            QTRY_VERIFY_WITH_TIMEOUT(walked.failed.count() > failures || !walked.finished.isEmpty(), 20000);
            QVERIFY(walked.walk.canResume());
            if (walked.finished.isEmpty())
                walked.walk.resume(Urgency::Foreground);
        }
        QVERIFY(walked.failed.count() >= 2);
        QVERIFY(walked.walk.sawAll());
        QVERIFY(requests() <= 25 + 4);
    }

    void cursorsInCirclesEndIt()
    {
        const Test::RawServer server({page("a"), page("b"), page("c"), page("a"), page("b"), page("c")});
        Walked walked(connectionTo(server.url(), "glpat-x"));
        walked.walk.start({}, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(walked.failed.count(), 1, 30000);
        QCOMPARE(walked.error().kind, FetchError::Kind::BadReply);
        QCOMPARE(server.connections(), 4);
        QVERIFY(!walked.walk.canResume());
        QVERIFY(walked.finished.isEmpty());
    }

    void whatIsHiddenOrUnreadableIsNoWholeList_data()
    {
        QTest::addColumn<QByteArray>("answer"); // what stands behind "data"
        QTest::addColumn<bool>("fails");
        QTest::newRow("no nodes") << ticks("{`runners`:{`count`:2,`nodes`:null,`pageInfo`:{`hasNextPage`:false}}}")
                                  << true;
        QTest::newRow("nothing at all") << ticks("{`runners`:{}}") << true;
        QTest::newRow("no end stated") << ticks("{`runners`:{`count`:2,`nodes`:[]}}") << true;
        QTest::newRow("error inside") << ticks(
            "{`runners`:{`count`:0,`nodes`:[],`pageInfo`:{`hasNextPage`:false}}},"
            "`errors`:[{`message`:`Timeout on CiRunner.managers`,`path`:[`runners`,`nodes`,0,`managers`]}]")
                                      << true;
        QTest::newRow("fewer than counted")
            << ticks("{`runners`:{`count`:2,`nodes`:[],`pageInfo`:{`hasNextPage`:false}}}") << false;
        QTest::newRow("not counted") << ticks("{`runners`:{`nodes`:[],`pageInfo`:{`hasNextPage`:false}}}") << false;
        QTest::newRow("unreadable row") << ticks(
            "{`runners`:{`count`:1,`nodes`:[null],`pageInfo`:{`hasNextPage`:false}}}")
                                        << false;
    }

    void whatIsHiddenOrUnreadableIsNoWholeList()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, fails);
        const Test::RawServer server({http("{\"data\":" + answer + "}")});
        Walked walked(connectionTo(server.url(), "glpat-x"));
        walked.walk.start({}, Urgency::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(walked.failed.count() + walked.finished.count(), 1, 30000);
        QCOMPARE(walked.failed.count(), fails ? 1 : 0);
        QVERIFY(!walked.walk.sawAll());
    }

    void aWalkOverNothingEnds()
    {
        RequestQueue queue(connectionTo(QStringLiteral("http://127.0.0.1:9"), "glpat-x"), 10s, {});
        GraphQlClient client(queue);
        RunnerDecoder decoder{InstanceId{}};
        FleetWalk walk(client, decoder);
        const QSignalSpy finished(&walk, &FleetWalk::finished);
        const QSignalSpy failed(&walk, &FleetWalk::failed);
        walk.start({}, {}, Urgency::Foreground);
        QVERIFY(finished.isEmpty()); // as with lists, it ends later
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
        QVERIFY(failed.isEmpty());
        QVERIFY(!walk.isUnderWay());
        QVERIFY(walk.sawAll());
        QVERIFY(walk.parts().empty());
        QVERIFY(!walk.total());
    }
};

QTEST_GUILESS_MAIN(TestListWalk)
#include "tst_listwalk.moc"
