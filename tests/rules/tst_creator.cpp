// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/creator.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

Q_DECLARE_METATYPE(Runnerscope::CreationMethod)
Q_DECLARE_METATYPE(Runnerscope::CreatorKind)

class TestCreator : public QObject
{
    Q_OBJECT

private slots:
    void fiveCases_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<CreationMethod>("method");
        QTest::addColumn<CreatorKind>("kind");
        QTest::newRow("person") << "1 a by=anna" << CreationMethod::AuthenticatedUser << CreatorKind::Person;
        QTest::newRow("person, method unknown") << "1 a by=anna" << CreationMethod::Unknown << CreatorKind::Person;
        QTest::newRow("bot") << "1 a bot=project_7_bot" << CreationMethod::AuthenticatedUser << CreatorKind::Bot;
        QTest::newRow("deleted") << "1 a" << CreationMethod::AuthenticatedUser << CreatorKind::Deleted;
        QTest::newRow("token") << "1 a" << CreationMethod::RegistrationToken << CreatorKind::RegistrationToken;
        QTest::newRow("not readable") << "1 a" << CreationMethod::Unknown << CreatorKind::NotReadable;
    }

    void fiveCases()
    {
        QFETCH(QString, line);
        QFETCH(CreationMethod, method);
        QFETCH(CreatorKind, kind);
        Runner runner = Test::runner(line);
        runner.creationMethod = method;
        QCOMPARE(creatorKindOf(runner), kind);
    }
};

QTEST_GUILESS_MAIN(TestCreator)
#include "tst_creator.moc"
