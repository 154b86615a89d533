// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/moment.h"

#include <QLocale>
#include <QTest>

using namespace Runnerscope;

class TestMoment : public QObject
{
    Q_OBJECT

private slots:
    void isToldFromNow_data()
    {
        QTest::addColumn<QDateTime>("then");
        QTest::addColumn<QString>("words"); // %1: the time of day
        const QTime time(14, 2);
        const QDate today(2026, 12, 4);
        QTest::newRow("today") << QDateTime(today, time) << "%1";
        QTest::newRow("yesterday") << QDateTime(today.addDays(-1), time) << "%1 yesterday";
        const QString date = QLocale().toString(today.addDays(-2), QStringLiteral("d MMM yyyy"));
        QTest::newRow("before") << QDateTime(today.addDays(-2), time) << QStringLiteral("%1 on ") + date;
    }

    void isToldFromNow()
    {
        QFETCH(QDateTime, then);
        QFETCH(QString, words);
        const QDateTime now(QDate(2026, 12, 4), QTime(23, 59));
        QCOMPARE(Wording::moment(then, now), words.arg(QLocale().toString(QTime(14, 2), QLocale::ShortFormat)));
    }
};

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
