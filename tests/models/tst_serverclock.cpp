// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/serverclock.h"

#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestServerClock : public QObject
{
    Q_OBJECT

    ServerTime m_desktop = Test::now + 3h; // its clock is wrong
    Fleet m_fleet = Test::fleet(u"1 a");

private slots:
    void countsFromTheNewestAnswer()
    {
        ServerClock clock([this] { return m_desktop; });
        m_fleet.asOf = Test::now;
        clock.follow(m_fleet);
        QCOMPARE(clock.ageOf(Test::now - 10s), 10s);
        m_desktop += 5s;
        QCOMPARE(clock.ageOf(Test::now - 10s), 15s);
        clock.follow(m_fleet); // the same answer once more says nothing new
        QCOMPARE(clock.ageOf(Test::now - 10s), 15s);
        m_fleet.asOf = Test::now + 5s;
        clock.follow(m_fleet);
        QCOMPARE(clock.ageOf(Test::now + 5s), 0s);
    }

    void aKeptFleetIsToldByTheDesktop()
    {
        ServerClock clock([] { return Test::now + 1h; });
        m_fleet.source.cached = true;
        m_fleet.asOf = Test::now;
        clock.follow(m_fleet);
        QCOMPARE(clock.ageOf(Test::now), std::chrono::seconds(1h));
    }
};

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_serverclock.moc"
