// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/wiretime.h"

#include <QTest>

using namespace Runnerscope;

class TestWireTime : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithQt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"2026-03-25T10:00:00Z", "2024-02-29T23:59:59Z", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z", "2026-03-25T10:00:00.123Z", "2026-03-25T10:00:00+02:00", "2026-03-25T10:00:00"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void agreesWithQt()
    {
        QFETCH(QString, text);
        const OptionalTime time = timeFromWire(text.toStdString());
        QVERIFY(time);
        QCOMPARE(toDateTime(*time), QDateTime::fromString(text, Qt::ISODate).toUTC());
    }

    void whatIsNoTimeIsNone()
    {
        for (const char *text : {"", "soon", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-03-25T25:00:00Z",
                 "2026-03-25T10:60:00Z", "2026-03-25T10:00:60Z", "20x6-03-25T10:00:00Z", "0000-01-01T00:00:00Z"})
            QVERIFY2(!timeFromWire(text), text);
    }
};

QTEST_GUILESS_MAIN(TestWireTime)
#include "tst_wiretime.moc"
