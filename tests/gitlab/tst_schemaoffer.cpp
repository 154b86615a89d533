// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/schemaoffer.h"
#include "tests/support/json.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::ticks;
using Answer = SchemaOffer::Answer;

class TestSchemaOffer : public QObject
{
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<SchemaOffer::Answer>("answer");
        QTest::newRow("field") << QStringLiteral("Query.groups") << Answer::Offered;
        QTest::newRow("argument") << QStringLiteral("Query.groups(search)") << Answer::Offered;
        QTest::newRow("no such argument") << QStringLiteral("Query.groups(topLevelOnly)") << Answer::Lacking;
        QTest::newRow("no such field") << QStringLiteral("Query.runners") << Answer::Lacking;
        QTest::newRow("argument of no such field") << QStringLiteral("Query.runners(type)") << Answer::Lacking;
        QTest::newRow("field with odd arguments") << QStringLiteral("Query.odd") << Answer::Offered;
        QTest::newRow("type without fields") << QStringLiteral("Empty.id") << Answer::Unknown;
        QTest::newRow("no such type") << QStringLiteral("Gone.id") << Answer::Unknown;
        QTest::newRow("type of another shape") << QStringLiteral("Odd.id") << Answer::Unknown;
        QTest::newRow("type left out") << QStringLiteral("LeftOut.id") << Answer::Unknown;
        QTest::newRow("type never asked for") << QStringLiteral("Never.id") << Answer::Unknown;
    }

    void answers()
    {
        QFETCH(QString, name);
        const QStringList types{QStringLiteral("Query"), QStringLiteral("Empty"), QStringLiteral("Gone"),
            QStringLiteral("Odd"), QStringLiteral("LeftOut")};
        const QByteArray data = ticks("{`r0`:{`fields`:[{`name`:`groups`,`args`:[{`name`:`search`},{`name`:7},null]},"
                                      "{`name`:`odd`,`args`:`none`},{`name`:null},7]},"
                                      "`r1`:{`fields`:[]},`r2`:null,`r3`:[{`fields`:1}]}");
        const SchemaOffer offer = SchemaOffer::decode(Test::json(data).root(), types);
        QTEST(offer.has(name), "answer");
    }
};

QTEST_GUILESS_MAIN(TestSchemaOffer)
#include "tst_schemaoffer.moc"
