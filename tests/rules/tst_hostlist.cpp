// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placeswording.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

struct Host
{
    const char *systemId;
    const char *address = "";
    std::chrono::seconds contact = 1min;
};

/// A runner for each list of hosts, all of them read.
Fleet fleetWith(const std::vector<std::vector<Host>> &runners)
{
    Fleet fleet;
    for (std::size_t i = 0; i < runners.size(); ++i) {
        auto runner = std::make_shared<Runner>();
        runner->id = {InstanceId{1}, static_cast<qint64>(i) + 1};
        for (const Host &host : runners[i]) {
            RunnerManager manager;
            manager.systemId = QString::fromUtf8(host.systemId);
            manager.ipAddress = QString::fromUtf8(host.address);
            manager.contactedAt = Test::now - host.contact;
            runner->managers.push_back(manager);
        }
        runner->managerCount = static_cast<int>(runner->managers.size());
        fleet.rows.push_back({runner, Test::now, RunnerStatus::Online});
    }
    return fleet;
}

FilterMask all(const Fleet &fleet)
{
    return maskOfAll(fleet.rows.size());
}

/// Says that the server counts this many managers of a runner.
void setCount(Fleet &fleet, std::size_t row, int managers)
{
    auto runner = std::make_shared<Runner>(*fleet.rows[row].runner);
    runner->managerCount = managers;
    fleet.rows[row].runner = runner;
}

/// "s_1: 1/0 2/0" for a group with a host of each of the first two runners.
QStringList written(const HostGroups &groups)
{
    QStringList lines;
    for (const HostGroup &group : groups.groups) {
        QString line = group.key + u':';
        for (const HostRef host : groups.of(group))
            line += QStringLiteral(" %1/%2").arg(host.row).arg(host.manager);
        lines.append(line);
    }
    return lines;
}

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestHostList : public QObject
{
    Q_OBJECT

private slots:
    void listsTheHostsOfTheRunnersThatMatch()
    {
        const Fleet fleet = fleetWith({{{"s_1"}, {"s_2"}}, {}, {{"s_3"}}});
        const std::vector<HostRef> every{{0, 0}, {0, 1}, {2, 0}};
        QCOMPARE(hostsOf(fleet, all(fleet)), every);
        QCOMPARE(hostsOf(fleet, {0, 1, 1}), (std::vector<HostRef>{{2, 0}}));
        QCOMPARE(managerOf(fleet, {0, 1}).systemId, QStringLiteral("s_2"));
    }

    void groups_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("expected");
        QTest::newRow("system id") << int(HostGrouping::SystemId) << "s_2: 0/1 1/0 2/0\ns_9: 0/0 0/2\ns_10: 2/1";
        QTest::newRow("address") << int(HostGrouping::Address) << "10.0.0.1: 0/0 2/0\n10.0.0.3: 1/0\n: 0/1 0/2 2/1";
    }

    void groups()
    {
        QFETCH(int, grouping);
        QFETCH(QString, expected);
        const Fleet fleet = fleetWith({{{"s_9", "10.0.0.1"}, {"s_2"}, {"s_9", " "}}, {{"s_2", "10.0.0.3"}},
            {{"s_2", "10.0.0.1"}, {"s_10", "\t"}}});
        const HostGroups groups = groupHosts(fleet, all(fleet), static_cast<HostGrouping>(grouping));
        QCOMPARE(written(groups), expected.split(u'\n'));
    }

    void aGroupTellsRunnersAndContact()
    {
        const Fleet fleet = fleetWith({{{"s_1", "", 3h}, {"s_1", "", 5min}}, {{"s_1", "", 119min}}});
        const HostGroups groups = groupHosts(fleet, all(fleet), HostGrouping::SystemId);
        QCOMPARE(groups.groups.size(), std::size_t(1));
        QCOMPARE(groups.groups.front().count, 3U);
        QCOMPARE(groups.groups.front().runners, 2);
        QCOMPARE(groups.groups.front().online, 2);
        QCOMPARE(groups.groups.front().newestContact, OptionalTime(Test::now - 5min));
    }

    void whoToldNothingIsNoCommonHost()
    {
        const Fleet fleet = fleetWith({{{"<legacy>"}, {""}}, {{"<legacy>"}}, {{"s_1"}}, {{"  "}}});
        const HostGroups groups = groupHosts(fleet, all(fleet), HostGrouping::SystemId);
        QCOMPARE(written(groups), lines("s_1: 2/0\n: 0/0 0/1 1/0 3/0")); // last, though it is the largest
        QVERIFY(!groups.groups.back().isTold());
        const QString words = PlacesWording::group(groups.groups.back(), HostGrouping::SystemId);
        QCOMPARE(words, QStringLiteral("No system id told"));
        QVERIFY(PlacesWording::group(groups.groups.back(), HostGrouping::Address) != words);
    }

    void hostileKeysStayApartAndOnOneLine()
    {
        const Fleet fleet = fleetWith({{{"a\nb"}}, {{"a b"}}, {{"A B"}}, {{"<LEGACY>"}}, {{"\u202egnp.exe"}}});
        const HostGroups groups = groupHosts(fleet, all(fleet), HostGrouping::SystemId);
        QCOMPARE(groups.groups.size(), std::size_t(5));
        for (const HostGroup &group : groups.groups) {
            const QString words = PlacesWording::group(group, HostGrouping::SystemId);
            QVERIFY(!words.contains(u'\n') && !words.contains(QChar(0x202e)));
        }
    }

    void completeness_data()
    {
        QTest::addColumn<int>("counted"); // managers of the second runner, of which two are listed
        QTest::addColumn<int>("alsoCounted"); // of the third, of which one is
        QTest::addColumn<QString>("sentence");
        QTest::newRow("whole") << 2 << 1 << "Listed: 4 hosts.";
        QTest::newRow("one runner") << 7 << 1 << "Listed: 4 of 9 hosts; 1 runner has more hosts than have been read.";
        QTest::newRow("two") << 3 << 3 << "Listed: 4 of 7 hosts; 2 runners have more hosts than have been read.";
        QTest::newRow("counted before another came") << 1 << 1 << "Listed: 4 hosts.";
        QTest::newRow("nonsense") << -5 << 1 << "Listed: 4 hosts.";
    }

    void completeness()
    {
        QFETCH(int, counted);
        QFETCH(int, alsoCounted);
        QFETCH(QString, sentence);
        Fleet fleet = fleetWith({{{"s_1"}}, {{"s_2"}, {"s_3"}}, {{"s_4"}}});
        setCount(fleet, 1, counted);
        setCount(fleet, 2, alsoCounted);
        const HostCompleteness whole = hostCompleteness(fleet, all(fleet));
        QCOMPARE(PlacesWording::completeness(whole), sentence);
        QVERIFY(hostCompleteness(fleet, {1, 0, 0}).isComplete());
    }

    void emptyFleet()
    {
        const Fleet fleet;
        QVERIFY(hostsOf(fleet, {}).empty());
        QVERIFY(groupHosts(fleet, {}, HostGrouping::Address).groups.empty());
        QVERIFY(hostCompleteness(fleet, {}) == HostCompleteness());
    }

    void everyHostIsInOneGroup()
    {
        std::mt19937 random(7);
        const Fleet fleet = Test::randomFleet(random, 3000);
        FilterMask rows = all(fleet);
        for (quint8 &row : rows)
            row = Test::oneIn(2, random) ? 1 : 0;
        for (const HostGrouping grouping : {HostGrouping::SystemId, HostGrouping::Address}) {
            const HostGroups groups = groupHosts(fleet, rows, grouping);
            quint32 next = 0;
            for (const HostGroup &group : groups.groups) {
                QCOMPARE(group.first, next);
                next += group.count;
                QSet<quint32> runners;
                for (const HostRef host : groups.of(group)) {
                    QCOMPARE(hostKey(managerOf(fleet, host), grouping), group.key);
                    runners.insert(host.row);
                }
                QCOMPARE(group.runners, runners.size());
            }
            std::vector<HostRef> grouped = groups.hosts;
            std::ranges::sort(grouped);
            QCOMPARE(grouped, hostsOf(fleet, rows));
        }
    }
};

QTEST_GUILESS_MAIN(TestHostList)
#include "tst_hostlist.moc"
