// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/backoff.h"
#include "app/gitlab/pacing.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Urgency = Pacing::Urgency;

class TestPacing : public QObject
{
    Q_OBJECT

    const Pacing::Clock::time_point m_start{1000s};

private slots:
    void backgroundIsOneRequestASecondUnlessTold()
    {
        Pacing pacing;
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 0ms);
        pacing.requestSent(m_start);
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start + 300ms), 700ms);
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start + 2s), 0ms);
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start), 0ms);
    }

    void backgroundIsWhatWasGivenUntilALimitIsAnnounced()
    {
        Pacing pacing(120);
        pacing.requestSent(m_start);
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 500ms);
        pacing.limitAnnounced({600});
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 400ms);
    }

    void sharesOfAnAnnouncedLimit()
    {
        Pacing pacing;
        pacing.limitAnnounced({600});
        pacing.requestSent(m_start);
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 400ms); // a quarter: 150 a minute, evenly
        pacing.limitAnnounced({});
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 400ms); // silence does not lift a limit
        pacing.limitAnnounced({1});
        QCOMPARE(pacing.waitBefore(Urgency::Background, m_start), 60000ms); // never nothing at all
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start), 60000ms);
    }

    void aPersonDoesNotWaitUntilHalfOfAMinuteIsUsed()
    {
        Pacing pacing;
        pacing.limitAnnounced({10});
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start + i * 1s), 0ms);
            pacing.requestSent(m_start + i * 1s);
        }
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start + 5s), 55000ms);
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start + 60s), 0ms); // the first is a minute ago
    }

    void demandsBindEverything()
    {
        Pacing pacing;
        pacing.waitDemanded(30s, m_start);
        pacing.waitDemanded(5s, m_start); // a shorter demand does not shorten the first
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start + 10s), 20000ms);
        QCOMPARE(pacing.waitBefore(Urgency::Foreground, m_start + 31s), 0ms);
    }

    void backoffDoublesToALimit()
    {
        Backoff backoff(1s, 10s);
        QList<qint64> waits;
        for (int i = 0; i < 6; ++i)
            waits.append(backoff.failed(0).count());
        QCOMPARE(waits, (QList<qint64>{1000, 2000, 4000, 8000, 10000, 10000}));
        backoff.succeeded();
        QCOMPARE(backoff.failed(0), 1000ms);
        for (int i = 0; i < 100; ++i)
            backoff.failed(0);
        QCOMPARE(backoff.failed(1), 5000ms); // chance takes off up to a half
    }
};

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
