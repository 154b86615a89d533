// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/instancewording.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = InstanceTrouble::Kind;

class TestInstanceWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsOwnSentenceAndARemedy()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= static_cast<int>(Kind::FileUnusable); ++kind) {
            const ErrorWords words =
                explain(InstanceTrouble{static_cast<Kind>(kind), QStringLiteral("work"), QStringLiteral("/a.ini")});
            QVERIFY2(words.sentence.endsWith(u'.'), qUtf8Printable(words.sentence));
            QVERIFY2(words.remedy.endsWith(u'.'), qUtf8Printable(words.remedy));
            sentences.insert(words.sentence);
        }
        QCOMPARE(sentences.size(), static_cast<int>(Kind::FileUnusable) + 1);
    }

    void namesStayOnOneLine()
    {
        const InstanceTrouble trouble{Kind::NotSaved, QStringLiteral("a\nb\u001b[0m"), {}};
        QVERIFY(!explain(trouble).sentence.contains(u'\n'));
        QVERIFY(!explain(trouble).sentence.contains(QChar(0x1b)));
    }
};

QTEST_GUILESS_MAIN(TestInstanceWording)
#include "tst_instancewording.moc"
