// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/ipaddress.h"

#include <QTest>

using namespace Runnerscope;

class TestIpAddress : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<bool>("isV6");
        QTest::addColumn<quint64>("high");
        QTest::addColumn<quint64>("low");
        QTest::newRow("10.2.0.7") << false << quint64(0) << quint64(0x0a020007);
        QTest::newRow("255.255.255.255") << false << quint64(0) << quint64(0xffffffff);
        QTest::newRow("::") << true << quint64(0) << quint64(0);
        QTest::newRow("::1") << true << quint64(0) << quint64(1);
        QTest::newRow("fd00::7") << true << quint64(0xfd00000000000000) << quint64(7);
        QTest::newRow("FD00:1:2:3:4:5:6:7") << true << quint64(0xfd00000100020003) << quint64(0x0004000500060007);
        QTest::newRow("1::") << true << quint64(0x0001000000000000) << quint64(0);
        QTest::newRow("::ffff:10.2.0.7") << false << quint64(0) << quint64(0x0a020007);
        QTest::newRow("::ffff:a02:7") << false << quint64(0) << quint64(0x0a020007);
        QTest::newRow("64:ff9b::10.2.0.7") << true << quint64(0x0064ff9b00000000) << quint64(0x0a020007);
    }

    void reads()
    {
        QFETCH(bool, isV6);
        QFETCH(quint64, high);
        QFETCH(quint64, low);
        const auto address = IpAddress::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(address);
        QCOMPARE(address->isV6, isV6);
        QCOMPARE(address->high, high);
        QCOMPARE(address->low, low);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", ".", "...", "10.2.0", "10.2.0.7.", "10.2.0.256", "10.2.0.0007", "10.2.0.-1",
                 "a.b.c.d", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "::10.2.0",
                 "10.2.0.7::", "1:2:3:4:5:6:7::8", "fd00::1%eth0"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!IpAddress::parse(text));
    }

    void readsBlocks_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *block, const char *first, const char *last) {
            QTest::newRow(block) << QString::fromLatin1(first) << QString::fromLatin1(last);
        };
        row("10.2.3.4", "10.2.3.4", "10.2.3.4");
        row("10.2.3.4/32", "10.2.3.4", "10.2.3.4");
        row("10.2.3.4/16", "10.2.0.0", "10.2.255.255");
        row("10.2.3.4/0", "0.0.0.0", "255.255.255.255");
        row("fd00::7/128", "fd00::7", "fd00::7");
        row("fd00::7/65", "fd00::", "fd00::7fff:ffff:ffff:ffff");
        row("fd00::7/64", "fd00::", "fd00::ffff:ffff:ffff:ffff");
        row("fd00::7/8", "fd00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        row("fd00::7/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        row("::ffff:10.2.3.4/112", "10.2.0.0", "10.2.255.255");
    }

    void readsBlocks()
    {
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto block = IpBlock::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(block);
        QVERIFY(block->first == IpAddress::parse(first));
        QVERIFY(block->last == IpAddress::parse(last));
    }

    void refusesBlocks()
    {
        for (const char *text : {"10.2.0.0/", "10.2.0.0/33", "10.2.0.0/-1", "10.2.0.0/1/2", "fd00::/129", "/8",
                 "::ffff:10.2.3.4/95", "x/8"})
            QVERIFY2(!IpBlock::parse(QString::fromLatin1(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestIpAddress)
#include "tst_ipaddress.moc"
