// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runnertext.h"
#include "models/rules/ownerchain.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

RunnerDetails details(QStringView line)
{
    RunnerDetails result;
    result.runner = Test::runner(line);
    if (result.runner.owner)
        result.ownerChain = chainFromPath(*result.runner.owner);
    result.readAt = Test::now;
    return result;
}

} // namespace

class TestRunnerText : public QObject
{
    Q_OBJECT

private slots:
    void saysWhoOwnsAndWhoCreated()
    {
        RunnerDetails runner =
            details(u"42 build-18 contact=3d paused locked project=acme/payments/api tags=docker,linux "
                    u"version=18.1.0 by=anna jobs=1001");
        runner.permissions = RunnerPermissions{true, false, false, false};
        runner.runner.maintenanceNote = QStringLiteral("Ask first.");
        const QString text = Cli::runnerText(runner, 100);
        for (const char *part : {"#42 build-18", "offline · no contact for 3 days · paused", "locked to its projects",
                 "acme › payments › api (acme/payments/api)", "anna (@anna), active", "docker linux", "Ask first.",
                 "read\n", "0 of 1 online", "18.1.0"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void saysWhatIsNotKnown()
    {
        const QString text = Cli::runnerText(details(u"42 build-18 project=acme"), 100);
        QVERIFY(text.contains(QStringLiteral("not known")));
        QVERIFY(text.contains(QStringLiteral("0 of 0 online")));
        QVERIFY(!text.contains(QStringLiteral("SYSTEM ID")));
    }

    void hostileTextsDoNothing()
    {
        const QString evil = QStringLiteral("x\u001b]0;owned\u0007\u009b2J\u202ey\r\nrunnerscopectl: fine");
        RunnerDetails runner = details(u"42 a contact=1m group=acme version=1.2.3 by=anna");
        runner.runner.description = runner.runner.maintenanceNote = runner.webUrl = evil;
        runner.runner.tags = {evil};
        runner.ownerChain = {{evil, evil, evil}};
        runner.runner.creator = std::make_shared<User>(User{1, evil, evil, evil, UserState::Active, UserKind::Person});
        for (QString *field : {&runner.runner.managers[0].systemId, &runner.runner.managers[0].version,
                 &runner.runner.managers[0].revision, &runner.runner.managers[0].platform,
                 &runner.runner.managers[0].executor, &runner.runner.managers[0].ipAddress})
            *field = evil;
        const QString text = Cli::runnerText(runner, 100);
        for (const QChar c : text)
            QVERIFY(c == u'\n' || c.isPrint());
        QVERIFY(!text.contains(QChar(0x202e)));
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(!line.startsWith(QStringLiteral("runnerscopectl:")), qUtf8Printable(line));
    }
};

QTEST_GUILESS_MAIN(TestRunnerText)
#include "tst_runnertext.moc"
