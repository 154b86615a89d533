// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/secretwording.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = SecretTrouble::Kind;

class TestSecretWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsOwnSentenceAndARemedy()
    {
        QSet<QString> sentences;
        for (const Kind kind : {Kind::Unavailable, Kind::Locked, Kind::Failed}) {
            const ErrorWords words = explain(SecretTrouble{kind, {}});
            QVERIFY(words.sentence.endsWith(u'.'));
            QVERIFY(words.remedy.endsWith(u'.'));
            sentences.insert(words.sentence);
        }
        QCOMPARE(sentences.size(), 3);
    }

    void technicalTextStaysOnOneLine()
    {
        const SecretTrouble trouble{Kind::Failed, QStringLiteral("a\nb\u001b[0m")};
        QVERIFY(explain(trouble).sentence.endsWith(QStringLiteral("a b [0m")));
    }
};

QTEST_GUILESS_MAIN(TestSecretWording)
#include "tst_secretwording.moc"
