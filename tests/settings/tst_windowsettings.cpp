// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/windowsettings.h"

#include <QStandardPaths>
#include <QTest>

using namespace Runnerscope;

class TestWindowSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void lastWordsAreSaidOnceAtTheNextStart()
    {
        QVERIFY(!WindowSettings().takeLastWords());
        WindowSettings().setLastWords({QStringLiteral("The disk is full."), QStringLiteral("Make room.")});
        const auto words = WindowSettings().takeLastWords();
        QVERIFY(words);
        QCOMPARE(words->sentence, QStringLiteral("The disk is full."));
        QCOMPARE(words->remedy, QStringLiteral("Make room."));
        QVERIFY(!WindowSettings().takeLastWords());
    }
};

QTEST_GUILESS_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
