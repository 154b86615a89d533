// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/savednames.h"

#include <QTest>

using namespace Runnerscope;

class TestSavedNames : public QObject
{
    Q_OBJECT

private slots:
    void namesCanBeSeen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("usable");
        const auto row = [](const char *label, const QString &name, bool usable) {
            QTest::newRow(label) << name << usable;
        };
        row("word", QStringLiteral("Silent"), true);
        row("markup is plain text", QStringLiteral("<b>&amp;</b> %1"), true);
        row("letters of others", QString::fromUtf8("Übung 測試 שלום"), true);
        row("picture", QString::fromUtf8("\xF0\x9F\x9A\x80 fast"), true);
        row("longest", QString(SavedNames::longest, u'x'), true);
        row("too long", QString(SavedNames::longest + 1, u'x'), false);
        row("empty", {}, false);
        row("blank behind", QStringLiteral("a "), false);
        row("two lines", QStringLiteral("a\nb"), false);
        row("control", QStringLiteral("a\u0007b"), false);
        row("null", QString(QChar()), false);
        row("right to left", QStringLiteral("a\u202Eb"), false);
        row("joiner", QStringLiteral("a\u200Bb"), false);
        row("half of a pair", QString(QChar(0xd83d)), false);
        row("tag that cannot be seen", QString::fromUtf8("a\xF3\xA0\x80\x81"), false);
    }

    void namesCanBeSeen()
    {
        QFETCH(QString, name);
        QTEST(SavedNames::isUsable(name), "usable");
    }

    void slipsOfTheFingersAreTidied()
    {
        QCOMPARE(SavedNames::tidied(QStringLiteral("  a \t b\n")), QStringLiteral("a b"));
        QCOMPARE(SavedNames::tidied(QStringLiteral("u\u0308")), QStringLiteral("\u00fc"));
        QCOMPARE(SavedNames::tidied(QStringLiteral("a\u0007b")), QStringLiteral("a\u0007b"));
    }

    void caseMakesNoOtherName()
    {
        QVERIFY(SavedNames::areSame(QString::fromUtf8("Über"), QString::fromUtf8("üBER")));
        QVERIFY(!SavedNames::areSame(QStringLiteral("a"), QStringLiteral("a ")));
    }

    void theFirstFreeNumberIsTaken()
    {
        const QSet<QString> taken{SavedNames::key(QStringLiteral("A")), SavedNames::key(QStringLiteral("a (2)"))};
        QCOMPARE(SavedNames::numbered(QStringLiteral("A"), taken), QStringLiteral("A (3)"));
        QCOMPARE(SavedNames::numbered(QStringLiteral("B"), taken), QStringLiteral("B (2)"));
    }

    void numberedNamesStayUsable()
    {
        const QString pair = QString::fromUtf8("\xF0\x9F\x9A\x80");
        const QStringList names{QString(SavedNames::longest, u'x'), pair.repeated(SavedNames::longest / 2),
            u'x' + pair.repeated(SavedNames::longest / 2 - 1), QString(SavedNames::longest - 5, u'x') + u" yyyy"};
        for (const QString &name : names) {
            const QString numbered = SavedNames::numbered(name, {});
            QVERIFY2(SavedNames::isUsable(numbered), qUtf8Printable(numbered));
            QVERIFY(numbered.endsWith(QStringLiteral(" (2)")));
        }
    }
};

QTEST_GUILESS_MAIN(TestSavedNames)
#include "tst_savednames.moc"
