// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/namelist.h"

#include <QTest>

using namespace Runnerscope;

class TestNameList : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("names"); // divided by blanks
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << ""
                              << "";
        QTest::newRow("one") << "a"
                             << "a";
        QTest::newRow("two") << "a b"
                             << "a and b";
        QTest::newRow("three") << "a b c"
                               << "a, b and c";
        QTest::newRow("more") << "a b c d e"
                              << "a, b, c and 2 more";
        QTest::newRow("a line break in a name") << "a\nb"
                                                << "a b";
    }

    void names()
    {
        QFETCH(QString, names);
        QFETCH(QString, sentence);
        QCOMPARE(nameList(names.split(u' ', Qt::SkipEmptyParts)), sentence);
    }
};

QTEST_GUILESS_MAIN(TestNameList)
#include "tst_namelist.moc"
