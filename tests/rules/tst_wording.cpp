// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/wording.h"
#include "tests/support/fleettext.h"

#include <QLocale>
#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestWording : public QObject
{
    Q_OBJECT

private slots:
    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("shortAge");
        QTest::addColumn<QString>("longAge");
        QTest::newRow("0 s") << qint64(0) << "now"
                             << "0 seconds";
        QTest::newRow("1 s") << qint64(1) << "now"
                             << "1 second";
        QTest::newRow("1 min") << qint64(60) << "1 min"
                               << "1 minute";
        QTest::newRow("59 min") << qint64(3599) << "59 min"
                                << "59 minutes";
        QTest::newRow("1 h") << qint64(3600) << "1 h"
                             << "1 hour";
        QTest::newRow("47 h") << qint64(172799) << "47 h"
                              << "47 hours";
        QTest::newRow("2 d") << qint64(172800) << "2 d"
                             << "2 days";
        QTest::newRow("41 d") << qint64(41 * 86400) << "41 d"
                              << "41 days";
    }

    void ages()
    {
        QFETCH(qint64, seconds);
        QTEST(Wording::shortAge(std::chrono::seconds(seconds)), "shortAge");
        QTEST(Wording::longAge(std::chrono::seconds(seconds)), "longAge");
    }

    void contact()
    {
        QCOMPARE(Wording::contact({}, Test::now), QStringLiteral("never made contact"));
        QCOMPARE(Wording::contact(Test::now - 12min, Test::now), QStringLiteral("contact 12 minutes ago"));
        QCOMPARE(Wording::contact(Test::now - 984h, Test::now), QStringLiteral("no contact for 41 days"));
        QCOMPARE(Wording::contact(Test::now + 1h, Test::now), QStringLiteral("contact 0 seconds ago"));
    }

    void countsFollowTheLocale()
    {
        QCOMPARE(Wording::count(12480), QLocale().toString(12480));
        QCOMPARE(Wording::jobCount(7), QStringLiteral("7"));
        QCOMPARE(Wording::jobCount(Runner::jobCountCap), QString(QLocale().toString(1000) + u'+'));
    }

    void creatorsInWords()
    {
        QCOMPARE(Wording::creator(Test::runner(u"1 a by=anna")), QStringLiteral("anna"));
        QCOMPARE(Wording::creator(Test::runner(u"1 a")), QStringLiteral("deleted account"));
        QCOMPARE(Wording::creatorSentence(Test::runner(u"1 a by=anna")), QStringLiteral("anna (@anna), active"));
    }

    void oneLineTakesNothingButHarm()
    {
        QCOMPARE(Wording::oneLine(QStringLiteral("<b>ok</b> é 🚀")), QStringLiteral("<b>ok</b> é 🚀"));
        QCOMPARE(Wording::oneLine(QStringLiteral("a\nb\tc\u2028d")), QStringLiteral("a b c d"));
        QCOMPARE(Wording::oneLine(QStringLiteral("\u001b[31mred")), QStringLiteral(" [31mred"));
        QCOMPARE(Wording::oneLine(QStringLiteral("abc\u202egpj.exe")), QStringLiteral("abc\ufffdgpj.exe"));
    }

    void namelessRunnersShowTheirToken()
    {
        QCOMPARE(Wording::displayName(Test::runner(u"5 -")), QStringLiteral("sha5"));
        QCOMPARE(Wording::displayName(Test::runner(u"5 build")), QStringLiteral("build"));
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
