// SPDX-License-Identifier: GPL-3.0-or-later
//
// runnerscopectl queue, of the demo fleet and of what a real program has kept.
#include "tests/cli/process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Runnerscope::Test;

class TestRunnerscopectlQueue : public QObject
{
    Q_OBJECT

    static CommandResult queue(const char *options)
    {
        const QString line = QStringLiteral("queue ") + QString::fromLatin1(options);
        return runnerscopectl(line.split(u' ', Qt::SkipEmptyParts), {});
    }

private slots:
    void waitsAreToldByKind_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"tag", "group", "project", "runner"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void waitsAreToldByKind()
    {
        QFETCH(QString, kind);
        const QByteArray options = "--demo --since 3h -ojson --by " + kind.toLatin1();
        const CommandResult result = queue(options.constData());
        QVERIFY2(result.code == 0, result.err.constData());
        const QJsonObject root = QJsonDocument::fromJson(result.out).object();
        QVERIFY(!root.isEmpty());
        QCOMPARE(root.value(QLatin1String("by")).toString(), kind);
        QVERIFY(result.out.contains("\"p95\""));
    }

    void aTableHasALineForEach()
    {
        const CommandResult all = queue("--demo");
        const CommandResult groups = queue("--demo --by group");
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.count('\n') >= 2);
        QVERIFY(groups.out.count('\n') > all.out.count('\n'));
        QVERIFY(queue("--demo --by group -ocsv").out.count(',') > 5);
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::newRow("kind") << QByteArray("--demo --by moon");
        QTest::newRow("time") << QByteArray("--demo --since soon");
        QTest::newRow("another verb's") << QByteArray("--demo --why");
    }

    void mistakesAreExplained()
    {
        QFETCH(QByteArray, options);
        const CommandResult result = queue(options.constData());
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty() && !result.err.isEmpty());
    }

    void whatWasNeverSeenIsNoEmptyQueue()
    {
        const CommandResult result =
            runnerscopectl({QStringLiteral("queue")}, {QStringLiteral("https://gitlab.example.com"), "glpat-x"});
        QCOMPARE(result.code, 3);
        QVERIFY(result.out.isEmpty() && !result.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerscopectlQueue)
#include "tst_runnerscopectlqueue.moc"
