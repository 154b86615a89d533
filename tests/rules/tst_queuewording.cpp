// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuegaps.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/queue/timeticks.h"

#include <QTest>

#include <algorithm>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

const ServerTime start{std::chrono::sys_days(std::chrono::year(2026) / 11 / 27)};

QueuePoint seen(std::chrono::minutes from, std::chrono::minutes to)
{
    QueuePoint point;
    point.start = start + from;
    point.end = start + to;
    point.covered = to - from;
    point.pending = {1, 3};
    point.running = {7, 7};
    return point;
}

QueuePoint reconstructed(std::chrono::minutes from, std::chrono::minutes to)
{
    QueuePoint point = seen(from, to);
    point.reconstructed = true;
    return point;
}

QueuePoint unseen(std::chrono::minutes from, std::chrono::minutes to)
{
    QueuePoint point = seen(from, to);
    point.certainty = {Certainty::Unknown, Certainty::Unknown};
    return point;
}

const Period hundred{start, start + 100min};

} // namespace

class TestQueueWording : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        qputenv("TZ", "UTC");
    }

    void observation_data()
    {
        QTest::addColumn<QueuePoints>("points");
        QTest::addColumn<QString>("words");
        QTest::newRow("nobody") << QueuePoints{} << "Nobody looked in this time.";
        QTest::newRow("nobody may") << QueuePoints{unseen(0min, 100min)} << "Nobody looked in this time.";
        QTest::newRow("all") << QueuePoints{seen(0min, 50min), seen(50min, 100min)} << "Observed 100 % of this time.";
        QTest::newRow("a gap") << QueuePoints{seen(0min, 20min), seen(60min, 100min)}
                               << "Observed 60 % of this time; nobody looked from 00:20:00 to 01:00:00.";
        QTest::newRow("at the end") << QueuePoints{seen(0min, 60min), unseen(60min, 100min)}
                                    << "Observed 60 % of this time; nobody looked from 01:00:00 to 01:40:00.";
        QTest::newRow("nearly all") << QueuePoints{seen(0min, 50min), seen(51min, 101min)}
                                    << "Observed 99 % of this time.";
        QTest::newRow("several") << QueuePoints{seen(10min, 20min), seen(60min, 100min)}
                                 << "Observed 50 % of this time; nobody looked in 2 stretches, the longest from "
                                    "00:20:00 to 01:00:00.";
        QTest::newRow("reconstructed") << QueuePoints{reconstructed(0min, 30min), seen(30min, 100min)}
                                       << "Observed 70 % of this time, reconstructed 30 % from jobs that were read "
                                          "later.";
    }

    void observation()
    {
        QFETCH(const QueuePoints, points);
        QFETCH(const QString, words);
        QCOMPARE(Wording::observation(points, hundred), words);
    }

    void gapsAndPointsShareThePeriod()
    {
        const QueuePoints points{seen(10min, 20min), seen(20min, 30min), seen(60min, 90min)};
        const auto gaps = gapsIn(points, hundred, 0ms);
        QCOMPARE(gaps.size(), std::size_t(3));
        for (auto minute = 0min; minute < 100min; ++minute) {
            const ServerTime moment = start + minute;
            const bool isGap =
                std::ranges::any_of(gaps, [&](const Period &gap) { return moment >= gap.from && moment < gap.to; });
            QVERIFY(isGap == (pointAt(points, moment) == nullptr));
        }
    }

    void readout_data()
    {
        QTest::addColumn<QueuePoint>("point");
        QTest::addColumn<QString>("words");
        QueuePoint point = seen(0min, 1min);
        QTest::newRow("range") << point << "1 to 3 waiting, 7 running";
        point.longestWait = 250s;
        QTest::newRow("oldest") << point << "1 to 3 waiting, 7 running, the oldest for 4 min 10 s";
        point.certainty.running = Certainty::AtLeast;
        point.reconstructed = true;
        QTest::newRow("doubt") << point
                               << "1 to 3 waiting, at least 7 running, the oldest for 4 min 10 s (reconstructed)";
        point = unseen(0min, 1min);
        QTest::newRow("unknown") << point << "an unknown number waiting, an unknown number running";
    }

    void readout()
    {
        QFETCH(const QueuePoint, point);
        QFETCH(const QString, words);
        const QString said = Wording::queueReadout(point);
        QVERIFY2(said.endsWith(u": " + words), qUtf8Printable(said));
    }

    void waits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << qint64(0) << "0 s";
        QTest::newRow("seconds") << qint64(12'400) << "12 s";
        QTest::newRow("nearly a minute") << qint64(59'700) << "1 min 0 s";
        QTest::newRow("hours") << qint64(7'500'000) << "2 h 5 min";
        QTest::newRow("days") << qint64(273'600'000) << "3 d 4 h";
    }

    void waits()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, words);
        QCOMPARE(Wording::wait(std::chrono::milliseconds(ms)), words);
    }

    void hostileNamesStayOnOneLine()
    {
        const QString said = Wording::queueFacet({FacetKind::Project, QStringLiteral("a\nb\u202e/c")});
        QVERIFY(!said.contains(u'\n') && !said.contains(QChar(0x202e)));
    }

    void ticksAreFewAndInside_data()
    {
        QTest::addColumn<qint64>("minutes");
        for (const qint64 minutes : {3, 20, 180, 1440, 10'080, 44'640, 525'600, 2'000'000})
            QTest::addRow("%lld min", minutes) << minutes;
    }

    void ticksAreFewAndInside()
    {
        QFETCH(const qint64, minutes);
        const Period period{start + 7min, start + 7min + std::chrono::minutes(minutes)};
        for (const int most : {3, 6, 12}) {
            const auto ticks = timeTicks(period, most);
            QVERIFY2(!ticks.empty() && static_cast<int>(ticks.size()) <= most + 1, qPrintable(QString::number(most)));
            QVERIFY(std::ranges::is_sorted(ticks, {}, &TimeTick::at));
            QVERIFY(ticks.front().at >= period.from && ticks.back().at < period.to);
        }
    }

    void axesGrowInSteps()
    {
        for (qint64 highest = 1; highest < 5000; highest += 7) {
            const qint64 top = axisTop(highest);
            QVERIFY(top >= highest && top <= std::max<qint64>(1, highest * 5 / 2 + 1));
            QCOMPARE(axisTop(top), top);
        }
        QCOMPARE(axisTop(0), 1);
    }
};

QTEST_GUILESS_MAIN(TestQueueWording)
#include "tst_queuewording.moc"
