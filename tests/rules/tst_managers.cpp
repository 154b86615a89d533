// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/managers.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

struct Host
{
    const char *version;
    std::chrono::seconds contact;
};

Runner runnerWith(std::initializer_list<Host> hosts)
{
    Runner runner = Test::runner(u"1 a contact=1m");
    for (const Host &host : hosts) {
        RunnerManager manager;
        manager.version = QString::fromLatin1(host.version);
        manager.createdAt = Test::now - 700h;
        manager.contactedAt = Test::now - host.contact;
        runner.managers.push_back(manager);
    }
    return runner;
}

} // namespace

class TestManagers : public QObject
{
    Q_OBJECT

private slots:
    void countsThoseOnline()
    {
        QCOMPARE(managersOnline(runnerWith({{"18.1.0", 1min}, {"18.1.0", 3h}, {"18.1.0", 5min}}), Test::now), 2);
        QCOMPARE(managersOnline(runnerWith({}), Test::now), 0);
    }

    void listsVersionsNewestFirst()
    {
        const Runner runner = runnerWith({{"18.9.0", 1min}, {"development version", 1min}, {"18.10.0", 3h}, {"", 3h},
            {"18.9.0", 3h}, {"18.10.0-rc1", 3h}});
        QCOMPARE(versionsOf(runner),
            (QStringList{QStringLiteral("18.10.0"), QStringLiteral("18.10.0-rc1"), QStringLiteral("18.9.0"),
                QStringLiteral("development version")}));
    }

    void judgesByTheOldestInContact()
    {
        QCOMPARE(effectiveVersion(runnerWith({{"18.9.0", 1min}, {"18.10.0", 5min}, {"17.0.0", 3h}}), Test::now),
            (EffectiveVersion{QStringLiteral("18.9.0"), true}));
        QCOMPARE(effectiveVersion(runnerWith({{"18.9.0", 1min}, {"18.9.0", 5min}}), Test::now),
            (EffectiveVersion{QStringLiteral("18.9.0"), false}));
    }

    void judgesByTheLastContactWhenAllAreSilent()
    {
        QCOMPARE(effectiveVersion(runnerWith({{"18.9.0", 50h}, {"18.10.0", 5h}}), Test::now),
            (EffectiveVersion{QStringLiteral("18.10.0"), false}));
    }

    void knowsNoVersionWithoutManagers()
    {
        QCOMPARE(effectiveVersion(runnerWith({}), Test::now), EffectiveVersion());
        QCOMPARE(effectiveVersion(runnerWith({{"", 1min}}), Test::now), EffectiveVersion());
    }
};

QTEST_GUILESS_MAIN(TestManagers)
#include "tst_managers.moc"
