// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/believedclock.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestBelievedClock : public QObject
{
    Q_OBJECT

    static constexpr ServerTime here{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};

private slots:
    void aWrongDateIsNotBelieved()
    {
        BelievedClock clock;
        QVERIFY(clock.hear(here + 3s, here));
        QVERIFY(!clock.hear(here + 24h * 365, here + 15s));
        QCOMPARE(clock.ahead(), 3s);
        QVERIFY(!clock.hear(here + 24h * 3650, here + 30s)); // another one
        QVERIFY(clock.hear(here + 48s, here + 45s));
        QCOMPARE(clock.ahead(), 3s);
    }

    /// Or this computer is: the server goes on saying so.
    void aClockThatIsFarAheadIsBelievedTheSecondTime()
    {
        BelievedClock clock;
        QVERIFY(!clock.hear(here + 72h, here));
        QVERIFY(clock.hear(here + 72h + 15s, here + 15s));
        QCOMPARE(clock.ahead(), 72h);
    }

    void aClockThatIsBehindAgesNothing()
    {
        BelievedClock clock;
        QVERIFY(clock.hear(here - 24h * 365, here));
        QCOMPARE(clock.ahead(), -24h * 365);
    }
};

QTEST_GUILESS_MAIN(TestBelievedClock)
#include "tst_believedclock.moc"
