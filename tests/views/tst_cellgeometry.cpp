// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/cellgeometry.h"
#include "views/tables/columnwidths.h"

#include <QTest>

using namespace Runnerscope;

namespace {

const ChipMetrics chips{16, 6, 4};

RunnerColumnsShown usualColumns()
{
    RunnerColumnsShown shown{};
    for (const RunnerColumn column : defaultColumnOrder)
        shown[static_cast<std::size_t>(column)] = isShownByDefault(column);
    return shown;
}

int sum(const RunnerColumnWidths &widths, const RunnerColumnsShown &shown)
{
    int total = 0;
    for (std::size_t column = 0; column < widths.size(); ++column)
        total += shown[column] ? widths[column] : 0;
    return total;
}

/// How far the columns up to the contact reach.
int essential(const RunnerColumnWidths &widths)
{
    int right = 0;
    for (std::size_t place = 0; place < 6; ++place)
        right += widths[static_cast<std::size_t>(defaultColumnOrder[place])];
    return right;
}

} // namespace

class TestCellGeometry : public QObject
{
    Q_OBJECT

private slots:
    void status_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QRect>("word");
        QTest::addColumn<QRect>("bars");
        QTest::newRow("roomy") << 120 << false << QRect(18, 0, 40, 28) << QRect();
        QTest::newRow("roomy, paused") << 120 << true << QRect(18, 0, 40, 28) << QRect(64, 9, 8, 10);
        QTest::newRow("narrow") << 40 << false << QRect(18, 0, 22, 28) << QRect();
        QTest::newRow("narrow, paused") << 40 << true << QRect(18, 0, 8, 28) << QRect(32, 9, 8, 10);
        QTest::newRow("no room") << 12 << false << QRect(18, 0, 0, 28) << QRect();
    }

    void status()
    {
        QFETCH(int, width);
        QFETCH(bool, paused);
        const StatusCell cell = StatusCell::in(QRect(0, 0, width, 28), 10, 40, paused);
        QCOMPARE(cell.glyph, QRect(0, 9, 10, 10));
        QTEST(cell.word, "word");
        QTEST(cell.bars, "bars");
    }

    void chipLine_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("texts");
        QTest::addColumn<int>("shown");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<bool>("says");
        QTest::newRow("none") << 100 << QList<int>{} << 0 << 0 << false;
        QTest::newRow("all fit") << 100 << QList<int>{28, 28} << 2 << 0 << false;
        QTest::newRow("all fit to the pixel") << 84 << QList<int>{28, 28} << 2 << 0 << false;
        QTest::newRow("one pixel short") << 83 << QList<int>{28, 28} << 1 << 1 << true;
        QTest::newRow("the last leaves room for how many more") << 90 << QList<int>{28, 28, 28} << 1 << 2 << true;
        QTest::newRow("one wider than the cell is narrowed") << 60 << QList<int>{400} << 1 << 0 << false;
        QTest::newRow("one of two is narrowed") << 80 << QList<int>{400, 10} << 1 << 1 << true;
        QTest::newRow("room for the number only") << 20 << QList<int>{50, 50} << 0 << 2 << true;
        QTest::newRow("no room") << 10 << QList<int>{50, 50} << 0 << 2 << false;
    }

    void chipLine()
    {
        QFETCH(int, width);
        QFETCH(QList<int>, texts);
        const QRect content(8, 0, width, 27);
        const ChipLine line = ChipLine::in(content, texts, texts.size(), 20, chips);
        QTEST(static_cast<int>(line.chips.size()), "shown");
        QTEST(static_cast<int>(line.hidden), "hidden");
        QTEST(!line.more.isNull(), "says");
        QRect before;
        for (const QRect &chip : line.chips) {
            QVERIFY(content.contains(chip));
            QVERIFY(!chip.intersects(before));
            before = chip;
        }
        QVERIFY(line.more.isNull() || (content.contains(line.more) && !line.more.intersects(before)));
    }

    void textsThatWereNotMeasuredCountAsHidden()
    {
        const ChipLine line = ChipLine::in(QRect(0, 0, 100, 27), {28, 28, 28}, 500, 30, chips);
        QCOMPARE(line.chips.size(), 1U);
        QCOMPARE(line.hidden, 499);
    }

    void chipFlowBreaksLines()
    {
        const ChipFlow flow = ChipFlow::in(100, {28, 28, 28, 900}, chips);
        QCOMPARE(flow.chips.size(), 4U);
        QCOMPARE(flow.chips[1], QRect(44, 0, 40, 16));
        QCOMPARE(flow.chips[2], QRect(0, 20, 40, 16));
        QCOMPARE(flow.chips[3], QRect(0, 40, 100, 16));
        QCOMPARE(flow.height, 56);
        QCOMPARE(ChipFlow::in(100, {}, chips).height, 0);
    }

    void manager_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {600, 300, 200, 120})
            QTest::newRow(QByteArray::number(width).constData()) << width;
    }

    void manager()
    {
        QFETCH(int, width);
        const ManagerCell cell = ManagerCell::in(QRect(8, 0, width, 40), 14, 9, 900, 40, 50);
        QVERIFY(cell.glyph.right() < cell.systemId.left());
        QVERIFY(cell.systemId.right() < cell.version.left());
        QVERIFY(cell.version.right() < cell.contact.left());
        QVERIFY(cell.place.right() < cell.known.left());
        QCOMPARE(cell.contact.right(), 8 + width - 1);
        QCOMPARE(cell.known.right(), 8 + width - 1);
        QVERIFY(cell.systemId.bottom() < cell.place.top());
    }

    void columnsFillTheTable_data()
    {
        QTest::addColumn<int>("available");
        for (const int available : {1050, 1071, 1072, 1073, 1500, 3000})
            QTest::newRow(QByteArray::number(available).constData()) << available;
    }

    void columnsFillTheTable()
    {
        QFETCH(int, available);
        QCOMPARE(sum(defaultColumnWidths(available, 8, usualColumns()), usualColumns()), available);
    }

    void theFirstColumnsStayInSight_data()
    {
        QTest::addColumn<int>("available");
        for (const int available : {462, 484, 520, 700, 1000})
            QTest::newRow(QByteArray::number(available).constData()) << available;
    }

    void theFirstColumnsStayInSight()
    {
        QFETCH(int, available);
        QVERIFY(essential(defaultColumnWidths(available, 8, usualColumns())) <= available);
    }

    void noColumnVanishes()
    {
        const RunnerColumnWidths widths = defaultColumnWidths(10, 8, usualColumns());
        for (const RunnerColumn column : defaultColumnOrder)
            QVERIFY(widths[static_cast<std::size_t>(column)] >= (column == RunnerColumn::Check ? 2 : 5) * 8);
    }

    void furtherColumnsTakeRoomOnlyWhenShown()
    {
        RunnerColumnsShown shown = usualColumns();
        shown[static_cast<std::size_t>(RunnerColumn::Address)] = true;
        shown[static_cast<std::size_t>(RunnerColumn::Tags)] = false;
        const int without = sum(defaultColumnWidths(1500, 8, usualColumns()), shown);
        QVERIFY(without < 1500 && sum(defaultColumnWidths(1500, 8, shown), shown) > 1500 * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestCellGeometry)
#include "tst_cellgeometry.moc"
