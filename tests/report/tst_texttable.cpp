// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/labelledtext.h"
#include "app/report/texttable.h"

#include <QTest>

using namespace Runnerscope;

namespace {

TextTable table()
{
    using Elide = TextWidth::Elide;
    return TextTable({{QStringLiteral("N"), true}, {QStringLiteral("NAME"), false, 6, Elide::Middle},
        {QStringLiteral("TAGS"), false, 6, Elide::End, 1}, {QStringLiteral("BY"), false, 4, Elide::End, 2}});
}

QString lines(const QStringList &list)
{
    return list.join(u'\n') + u'\n';
}

} // namespace

class TestTextTable : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreAligned()
    {
        TextTable t = table();
        t.addRow({QStringLiteral("7"), QStringLiteral("build-18"), QStringLiteral("docker"), QStringLiteral("anna")});
        t.addRow({QStringLiteral("1204"), QStringLiteral("x"), QString(), QString()});
        QCOMPARE(t.toString(),
            lines({QStringLiteral("   N  NAME      TAGS    BY"), QStringLiteral("   7  build-18  docker  anna"),
                QStringLiteral("1204  x")}));
    }

    void wideCharactersTakeTwoCells()
    {
        TextTable t = table();
        t.addRow({QStringLiteral("1"), QStringLiteral("ビルド"), QStringLiteral("a")});
        t.addRow({QStringLiteral("2"), QStringLiteral("abcdef"), QStringLiteral("b")});
        QCOMPARE(t.toString(),
            lines({QStringLiteral("N  NAME    TAGS  BY"), QStringLiteral("1  ビルド  a"),
                QStringLiteral("2  abcdef  b")}));
    }

    void columnsShrinkThenLeave()
    {
        TextTable t = table();
        t.addRow({QStringLiteral("1"), QStringLiteral("abcdefghijklmnop"), QStringLiteral("docker linux amd64"),
            QStringLiteral("annabella")});
        QCOMPARE(t.toString(40),
            lines({QStringLiteral("N  NAME          TAGS          BY"),
                QStringLiteral("1  abcdef…lmnop  docker linu…  annabella")}));
        QCOMPARE(t.toString(20), lines({QStringLiteral("N  NAME     BY"), QStringLiteral("1  abc…nop  annabel…")}));
        QCOMPARE(t.toString(9), lines({QStringLiteral("N  NAME"), QStringLiteral("1  abc…op")}));
    }

    void noWidthIsExceeded()
    {
        TextTable t = table();
        t.addRow({QStringLiteral("1"), QStringLiteral("ビルド用マシンビルド用マシン"), QStringLiteral("docker linux"),
            QStringLiteral("annabella")});
        for (int width = 12; width < 60; ++width) {
            for (const QString &line : t.toString(width).split(u'\n'))
                QVERIFY2(TextWidth::of(line) <= width, qUtf8Printable(line));
        }
    }

    void hostileTextsStayInTheirCell()
    {
        TextTable t = table();
        t.addRow({QStringLiteral("1"), QStringLiteral("a\u001b[2J\u009bb\r\nc\u2028d\u0007"),
            QStringLiteral("\u202etxet"), QStringLiteral("x\u007f")});
        const QString text = t.toString();
        QCOMPARE(text.count(u'\n'), 2);
        for (const QChar c : text)
            QVERIFY(c == u'\n' || c.isPrint());
        QVERIFY(!text.contains(QChar(0x202e)));
    }

    void blockAlignsAndWraps()
    {
        LabelledText block;
        block.add(QStringLiteral("Name"), QStringLiteral("build\n\u001b[1m18"));
        block.add(QStringLiteral("Tags"), QStringLiteral("docker linux amd64 nightly shared"));
        block.add(QStringLiteral("Note"), QString());
        QCOMPARE(block.toString(28),
            lines({QStringLiteral("Name  build [1m18"), QStringLiteral("Tags  docker linux amd64"),
                QStringLiteral("      nightly shared"), QStringLiteral("Note  ")}));
    }

    void elided_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("result");
        QTest::newRow("fits") << "abc" << 3 << "abc";
        QTest::newRow("cut") << "abcd" << 3 << "ab…";
        QTest::newRow("one cell") << "abcd" << 1 << "…";
        QTest::newRow("no cell") << "abcd" << 0 << "";
        QTest::newRow("wide does not fit by half") << "ビルド" << 4 << "ビ…";
        QTest::newRow("outside of the basic plane") << "😀😀😀" << 5 << "😀😀…";
    }

    void elided()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QTEST(TextWidth::elided(text, width), "result");
    }
};

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
