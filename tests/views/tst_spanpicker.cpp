// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/spanpicker.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime start{1'790'000'000s};
constexpr Period hour{start, start + 1h};

SpanPicker picker()
{
    SpanPicker made;
    made.setPeriod(hour);
    return made;
}

} // namespace

class TestSpanPicker : public QObject
{
    Q_OBJECT

private slots:
    void aSpanIsPickedInEitherDirection()
    {
        const Period expected{start + 10min, start + 20min};
        SpanPicker forwards = picker();
        forwards.begin(start + 10min);
        forwards.moveTo(start + 20min, true);
        QCOMPARE(forwards.span(), std::optional(expected));
        SpanPicker backwards = picker();
        backwards.begin(start + 20min);
        backwards.moveTo(start + 10min, true);
        QCOMPARE(backwards.span(), std::optional(expected));
    }

    void nothingLiesOutsideOfThePeriod()
    {
        SpanPicker made = picker();
        made.begin(start - 5min);
        made.moveTo(start + 5h, true);
        QCOMPARE(made.span(), std::optional(hour));
        made.point(start + 5h);
        QCOMPARE(made.place(), OptionalTime(hour.to));
    }

    void keysBeginAtTheEnd()
    {
        SpanPicker made = picker();
        made.moveBy(-2, false);
        QCOMPARE(made.place(), OptionalTime(hour.to - 1min));
        QVERIFY(!made.span());
        made.moveBy(-2, true);
        QCOMPARE(made.span(), std::optional(Period{hour.to - 2min, hour.to - 1min}));
        made.moveBy(1, false); // without Shift
        QVERIFY(!made.span());
    }

    void whatIsPickedCanBeLetGo()
    {
        SpanPicker made = picker();
        QVERIFY(!made.letGo());
        made.begin(start);
        made.moveTo(start + 1min, true);
        QVERIFY(made.letGo());
        QVERIFY(!made.span());
    }

    void anotherSpanOfTimeHasNothingPicked_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("stays");
        QTest::newRow("the same, later") << 1 << 61 << true;
        QTest::newRow("its first half") << 0 << 30 << false;
        QTest::newRow("its second half") << 30 << 60 << false;
    }

    void anotherSpanOfTimeHasNothingPicked()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, stays);
        SpanPicker made = picker();
        made.begin(start + 10min);
        made.moveTo(start + 20min, true);
        made.setPeriod({start + std::chrono::minutes(from), start + std::chrono::minutes(to)});
        QCOMPARE(made.span().has_value(), stays);
    }
};

QTEST_APPLESS_MAIN(TestSpanPicker)
#include "tst_spanpicker.moc"
