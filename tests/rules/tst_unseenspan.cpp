// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/unseenspan.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

ServerTime at(int minute)
{
    return ServerTime(std::chrono::minutes(1'000'000 + minute));
}

/// "0-10 15-60": minutes that were seen.
QueuePoints seen(const QString &text)
{
    QueuePoints points;
    for (const QString &span : text.split(u' ', Qt::SkipEmptyParts)) {
        QueuePoint point;
        point.start = at(span.section(u'-', 0, 0).toInt());
        point.end = at(span.section(u'-', 1, 1).toInt());
        points.push_back(point);
    }
    return points;
}

} // namespace

class TestUnseenSpan : public QObject
{
    Q_OBJECT

private slots:
    void theFirstLongGapIsFound_data()
    {
        QTest::addColumn<QString>("points");
        QTest::addColumn<int>("since"); // minute; -1: everything was seen
        QTest::newRow("nothing was seen") << QString() << 0;
        QTest::newRow("all was seen") << QStringLiteral("0-60") << -1;
        QTest::newRow("two that touch") << QStringLiteral("0-0 0-60") << -1;
        QTest::newRow("the beginning is missing") << QStringLiteral("30-60") << 0;
        QTest::newRow("the middle is missing") << QStringLiteral("0-20 30-60") << 20;
        QTest::newRow("the end is missing") << QStringLiteral("0-20 20-40") << 40;
        QTest::newRow("short gaps do not count") << QStringLiteral("1-20 22-40 40-59") << -1;
        QTest::newRow("the first of two") << QStringLiteral("0-10 20-30 50-60") << 10;
        QTest::newRow("what is later says nothing") << QStringLiteral("0-10 70-80") << 10;
    }

    void theFirstLongGapIsFound()
    {
        QFETCH(QString, points);
        QFETCH(int, since);
        const OptionalTime found = unseenSince(seen(points), {at(0), at(60)}, 2min);
        QCOMPARE(found, since < 0 ? OptionalTime() : OptionalTime(at(since)));
    }
};

QTEST_APPLESS_MAIN(TestUnseenSpan)
#include "tst_unseenspan.moc"
