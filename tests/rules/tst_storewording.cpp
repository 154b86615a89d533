// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/storewording.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = StoreTrouble::Kind;

class TestStoreWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsOwnSentenceAndARemedy()
    {
        QSet<QString> sentences;
        int kinds = 0;
        for (int kind = 0; kind <= static_cast<int>(Kind::Unusable); ++kind, ++kinds) {
            const StoreTrouble trouble{static_cast<Kind>(kind), QStringLiteral("/home/f.sqlite"), {}};
            const ErrorWords words = explain(trouble);
            QVERIFY2(words.sentence.endsWith(u'.'), qUtf8Printable(words.sentence));
            QVERIFY2(words.remedy.endsWith(u'.'), qUtf8Printable(words.remedy));
            sentences.insert(words.sentence);
        }
        QCOMPARE(sentences.size(), kinds);
    }

    void placesAreNamed()
    {
        const QString file = QStringLiteral("/home/f.sqlite");
        for (const Kind kind : {Kind::NewerProgram, Kind::ReadOnly, Kind::DiskFull, Kind::Unusable})
            QVERIFY(explain({kind, file, {}}).remedy.contains(file));
        const ErrorWords words = explain({Kind::DamagedSetAside, file, QStringLiteral("/home/f.damaged")});
        QVERIFY(words.remedy.contains(QStringLiteral("/home/f.damaged")));
    }

    void filesThatCouldNotBeRemovedAreNamed()
    {
        const ErrorWords words =
            explainStoreLeft({QStringLiteral("/home/a.sqlite"), QStringLiteral("/home/b\n.sqlite")});
        QCOMPARE(words.remedy, QStringLiteral("Close that program, then delete /home/a.sqlite, /home/b .sqlite."));
    }

    void detailsStayOnOneLine()
    {
        const ErrorWords words = explain({Kind::Unusable, {}, QStringLiteral("a\nb\u001b[0m")});
        QVERIFY2(words.sentence.contains(QStringLiteral("(a b [0m)")), qUtf8Printable(words.sentence));
    }
};

QTEST_GUILESS_MAIN(TestStoreWording)
#include "tst_storewording.moc"
