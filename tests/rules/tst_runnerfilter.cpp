// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerfilter.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

class TestRunnerFilter : public QObject
{
    Q_OBJECT

    const Fleet m_fleet = Test::fleet(u"1 build-9 contact=1m group=acme/api tags=docker,Linux by=anna version=18.1.0\n"
                                      u"2 build-18 contact=3h project=acme/web/shop paused version=17.4.2\n"
                                      u"3 Größe contact=20d bot=ci-bot\n"
                                      u"4 - created=1h");

    QList<qint64> idsFor(const RunnerFilter &filter) const
    {
        QList<qint64> ids;
        for (const quint32 row : matchingRows(m_fleet, SearchText(m_fleet), filter))
            ids.append(m_fleet.rows[row].runner->id.number);
        return ids;
    }

private slots:
    void text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("nothing") << "" << QList<qint64>{1, 2, 3, 4};
        QTest::newRow("blanks") << "  " << QList<qint64>{1, 2, 3, 4};
        QTest::newRow("name") << "build" << QList<qint64>{1, 2};
        QTest::newRow("every word") << "build docker" << QList<qint64>{1};
        QTest::newRow("letter case") << "BUILD linux" << QList<qint64>{1};
        QTest::newRow("letter case beyond ASCII") << "GRÖßE" << QList<qint64>{3};
        QTest::newRow("owner") << "acme/web" << QList<qint64>{2};
        QTest::newRow("creator") << "anna" << QList<qint64>{1};
        QTest::newRow("version") << "17.4" << QList<qint64>{2};
        QTest::newRow("system id") << "s_100" << QList<qint64>{1};
        QTest::newRow("token") << "sha4" << QList<qint64>{4};
        QTest::newRow("number") << "#3" << QList<qint64>{3};
        QTest::newRow("not across fields") << "dockerlinux" << QList<qint64>{};
        QTest::newRow("no match") << "gpu" << QList<qint64>{};
    }

    void text()
    {
        QFETCH(QString, text);
        QFETCH(QList<qint64>, ids);
        RunnerFilter filter;
        filter.text = text;
        QCOMPARE(idsFor(filter), ids);
    }

    void fields()
    {
        QCOMPARE(idsFor({{}, RunnerStatus::Offline, {}, false}), QList<qint64>{2});
        QCOMPARE(idsFor({{}, RunnerStatus::NeverContacted, {}, false}), QList<qint64>{4});
        QCOMPARE(idsFor({{}, {}, RunnerType::Instance, false}), (QList<qint64>{3, 4}));
        QCOMPARE(idsFor({{}, {}, {}, true}), QList<qint64>{2});
        QCOMPARE(idsFor({QStringLiteral("acme"), RunnerStatus::Online, RunnerType::Group, false}), QList<qint64>{1});
    }
};

QTEST_GUILESS_MAIN(TestRunnerFilter)
#include "tst_runnerfilter.moc"
