// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csv.h"
#include "app/report/runnercsv.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void cells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "build-18"
                               << "build-18";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "say \"hi\""
                               << "\"say \"\"hi\"\"\"";
        QTest::newRow("line break") << "a\nb"
                                    << "\"a\nb\"";
        QTest::newRow("formula") << "=HYPERLINK(1)"
                                 << "'=HYPERLINK(1)";
        QTest::newRow("formula to be quoted") << "=1,2"
                                              << "\"'=1,2\"";
        QTest::newRow("plus") << "+1"
                              << "'+1";
        QTest::newRow("minus") << "-1"
                               << "'-1";
        QTest::newRow("at") << "@SUM(A1)"
                            << "'@SUM(A1)";
        QTest::newRow("behind blanks") << "  =1"
                                       << "'  =1";
        QTest::newRow("wide equals sign") << "＝1"
                                          << "'＝1";
        QTest::newRow("tab") << "\t=1"
                             << "'\t=1";
        QTest::newRow("carriage return") << "\r=1"
                                         << "\"'\r=1\"";
        QTest::newRow("within") << "a=b"
                                << "a=b";
        QTest::newRow("escape sequence") << "a\x1b[31mb"
                                         << "a [31mb";
        QTest::newRow("null") << QString(QChar(u'\0')) << " ";
    }

    void cells()
    {
        QFETCH(QString, cell);
        QFETCH(QString, written);
        QCOMPARE(csvLine({cell, QStringLiteral("x")}), QString(written + QStringLiteral(",x\r\n")));
    }

    void runners()
    {
        Fleet fleet =
            Test::fleet(u"1 x created=1d\n2 b contact=1m created=2d project=acme/api tags=x,y version=18.1.0 by=anna");
        Runner hostile = Test::runner(u"1 x created=1d");
        hostile.description = QStringLiteral("=cmd|' /C calc'!A0\n\"x\"");
        hostile.type = RunnerType::Instance;
        hostile.creationMethod = CreationMethod::RegistrationToken;
        hostile.accessLevel = AccessLevel::RefProtected;
        fleet.rows.front().runner = std::make_shared<const Runner>(hostile);
        const QStringList lines = runnersCsv(fleet).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0],
            QStringLiteral(
                "id,description,type,status,paused,locked,protected,runUntagged,owner,createdBy,createdByKind,"
                "creationMethod,tags,versions,managers,managersOnline,managersComplete,contactedAt,createdAt,"
                "tokenExpiresAt,maintenanceNote"));
        QVERIFY2(
            lines[1].startsWith(QStringLiteral("1,\"'=cmd|' /C calc'!A0 \"\"x\"\"\",instance,never-contacted,false,"
                                               "false,true,")),
            qUtf8Printable(lines[1]));
        QVERIFY2(lines[1].endsWith(
                     QStringLiteral(",registration-token,registration-token,,,0,0,true,,2026-03-24T10:00:00Z,,")),
            qUtf8Printable(lines[1]));
        QVERIFY2(
            lines[2].endsWith(QStringLiteral(",\"x,y\",18.1.0,1,1,true,2026-03-25T09:59:00Z,2026-03-23T10:00:00Z,,")),
            qUtf8Printable(lines[2]));
        QCOMPARE(lines[3], QString());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
