// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuelines.h"

#include "models/rules/queue/queuethinning.h"
#include "tests/support/fleettext.h"

#include <QTest>

#include <random>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

const Period hour{Test::now, Test::now + 1h};

/// One look that speaks for a quarter of a minute.
QueuePoint point(std::chrono::seconds after, qint64 pending, CountCertainty certainty = {}, bool reconstructed = false)
{
    QueuePoint made;
    made.start = Test::now + after;
    made.end = made.start + 15s;
    made.covered = 15s;
    made.pending = {pending, pending};
    made.running = {2 * pending, 2 * pending};
    made.longestWait = pending * 10s;
    made.certainty = certainty;
    made.reconstructed = reconstructed;
    return made;
}

/// "0:3 15:4+ 30:5r | 60:7": seconds and values; a bar between pieces, two where there is a gap.
QString written(const Line &line)
{
    QStringList pieces;
    for (const LinePiece &piece : line) {
        QString text = QLatin1String(piece.atLeast ? "+" : "") + QLatin1String(piece.reconstructed ? "r" : "");
        for (const QPointF &point : piece.points) {
            const auto second = (static_cast<qint64>(point.x()) - Test::now.time_since_epoch().count()) / 1000;
            text += QStringLiteral(" %1:%2").arg(second).arg(point.y());
        }
        pieces.append(text.trimmed());
    }
    return pieces.join(QStringLiteral(" | "));
}

std::size_t pointsOn(const Line &line)
{
    std::size_t count = 0;
    for (const LinePiece &piece : line)
        count += piece.points.size();
    return count;
}

double highestOn(const Line &line)
{
    double highest = -1;
    for (const LinePiece &piece : line) {
        for (const QPointF &point : piece.points)
            highest = std::max(highest, point.y());
    }
    return highest;
}

} // namespace

class TestQueueLines : public QObject
{
    Q_OBJECT

private slots:
    void linesTellWhatIsKnown_data()
    {
        QTest::addColumn<QueuePoints>("points");
        QTest::addColumn<QString>("pending");
        const CountCertainty atLeast{Certainty::AtLeast, Certainty::Exact};
        const CountCertainty unknown{Certainty::Unknown, Certainty::Exact};
        QTest::newRow("nothing") << QueuePoints{} << QString();
        QTest::newRow("one line") << QueuePoints{point(0s, 3), point(15s, 4)} << "0:3 15:4";
        QTest::newRow("a gap is a gap") << QueuePoints{point(0s, 3), point(60s, 4)} << "0:3 | 60:4";
        QTest::newRow("at least") << QueuePoints{point(0s, 3), point(15s, 4, atLeast), point(30s, 5)}
                                  << "0:3 | + 0:3 15:4 | 15:4 30:5";
        QTest::newRow("reconstructed") << QueuePoints{point(0s, 3, {}, true), point(15s, 4)} << "r 0:3 | 0:3 15:4";
        QTest::newRow("not permitted") << QueuePoints{point(0s, 3), point(15s, 0, unknown), point(30s, 5)}
                                       << "0:3 | 30:5";
        QTest::newRow("never permitted") << QueuePoints{point(0s, 0, unknown)} << QString();
    }

    void linesTellWhatIsKnown()
    {
        QFETCH(const QueuePoints, points);
        QFETCH(const QString, pending);
        QCOMPARE(written(linesOf(points, hour, 1000).pending), pending);
    }

    void theOldestWaitHasItsOwnLine()
    {
        const QueueLines lines = linesOf({point(0s, 3), point(15s, 1)}, hour, 1000);
        QCOMPARE(written(lines.oldest), QStringLiteral("0:30 15:10"));
        QCOMPARE(written(lines.running), QStringLiteral("0:6 15:2"));
        QCOMPARE(lines.highest, 6);
        QCOMPARE(lines.highestOldest, 30);
    }

    /// However much there is: no more points than asked for, every peak on the line, no line over a wide gap.
    void thinningLosesNoPeak()
    {
        std::mt19937 random(20265);
        for (int round = 0; round < 200; ++round) {
            QueuePoints points;
            const bool hasGap = random() % 2;
            qint64 pendingPeak = 0;
            qint64 oldestPeak = 0;
            for (auto second = 0s; second < 3600s; second += 15s) {
                if (hasGap && second >= 1200s && second < 2400s)
                    continue;
                const CountCertainty certainty{random() % 3 ? Certainty::Exact : Certainty::AtLeast, Certainty::Exact};
                points.push_back(
                    point(second, random() % 100 ? random() % 5 : random() % 5000, certainty, random() % 5 == 0));
                pendingPeak = std::max(pendingPeak, points.back().pending.high);
                oldestPeak = std::max<qint64>(oldestPeak, points.back().longestWait / 1s);
            }
            const std::size_t most = 6 + random() % 200;
            const QueueLines lines = linesOf(points, hour, most);
            QVERIFY(pointsOn(lines.pending) <= most);
            QVERIFY(pointsOn(lines.oldest) <= most);
            QCOMPARE(highestOn(lines.pending), static_cast<double>(pendingPeak));
            QCOMPARE(highestOn(lines.oldest), static_cast<double>(oldestPeak));
            QCOMPARE(lines.highest, 2 * pendingPeak);
            if (hasGap && most >= 30) {
                const bool parts = std::ranges::none_of(lines.pending, [](const LinePiece &piece) {
                    const double middle = static_cast<double>((Test::now + 30min).time_since_epoch().count());
                    return piece.points.front().x() < middle && piece.points.back().x() > middle;
                });
                QVERIFY(parts);
            }
        }
    }

    void aNumberThatIsUnknownDoesNotPullDown()
    {
        const QueuePoints points{point(0s, 0, {Certainty::Unknown, Certainty::Exact}), point(15s, 8), point(30s, 9)};
        const QueuePoints one = thinned(points, hour, 1);
        QCOMPARE(one.size(), std::size_t(1));
        QVERIFY((one[0].pending == DepthRange{8, 9}));
        QVERIFY(one[0].certainty.pending == Certainty::Exact);
    }

    void gapsAreStatedAsAShare()
    {
        const QueuePoints points{point(-15s, 1), point(0s, 1), point(15s, 1, {}, true),
            point(30s, 0, {Certainty::Unknown, Certainty::Unknown}), point(55s, 1)};
        const ObservedShare share = observedShare(points, {Test::now, Test::now + 60s});
        QCOMPARE(share.observed, 35.0 / 60);
        QCOMPARE(share.reconstructed, 15.0 / 60);
        QCOMPARE(observedShare({}, hour).observed, 0.0);
        QCOMPARE(observedShare(points, {Test::now, Test::now}).observed, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestQueueLines)
#include "tst_queuelines.moc"
