// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/hostrows.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

RunnerManager host(qint64 number, const char *systemId, const char *address, std::chrono::seconds silent)
{
    RunnerManager manager;
    manager.number = number;
    manager.systemId = QString::fromUtf8(systemId);
    manager.ipAddress = QString::fromUtf8(address);
    manager.contactedAt = Test::now - silent;
    return manager;
}

Fleet fleetOf(const std::vector<std::vector<RunnerManager>> &managers)
{
    Fleet fleet;
    qint64 number = 0;
    for (const auto &ofRunner : managers) {
        Runner runner = Test::runner(QStringLiteral("%1 r%1").arg(++number));
        runner.managers = ofRunner;
        runner.managerCount = static_cast<int>(ofRunner.size());
        fleet.rows.push_back({std::make_shared<const Runner>(runner), Test::now, RunnerStatus::Online});
    }
    return fleet;
}

FilterMask all(const Fleet &fleet)
{
    return FilterMask(fleet.rows.size(), 1);
}

} // namespace

class TestHostRows : public QObject
{
    Q_OBJECT

    const Fleet m_fleet = fleetOf({
        {host(1, "s_a", "10.0.0.1", 1min), host(2, "s_b", "10.0.0.2", 5h)},
        {host(3, "s_a", "10.0.0.9", 3min), host(4, "<legacy>", "10.0.0.2", 1h)},
        {host(5, "<legacy>", "", 2min), host(6, "", "", 9h)},
    });

    QStringList numbers(std::vector<HostRow> hosts, HostSortKey key, Qt::SortOrder order = Qt::AscendingOrder) const
    {
        sortHosts(hosts, m_fleet, key, order);
        QStringList result;
        for (const HostRow &one : hosts)
            result.append(QString::number(managerOf(m_fleet, one.host).number));
        return result;
    }

private slots:
    void everyManagerOfTheMatchedRunnersIsARow()
    {
        QCOMPARE(hostRows(m_fleet, all(m_fleet), std::nullopt).size(), std::size_t(6));
        const auto some = hostRows(m_fleet, {0, 1, 0}, std::nullopt);
        QCOMPARE(numbers(some, HostSortKey::Runner), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
        QVERIFY(hostRows({}, {}, HostGrouping::Address).empty());
    }

    void groupsAreRowsOfTheirNewestHost()
    {
        const auto bySystem = hostRows(m_fleet, all(m_fleet), HostGrouping::SystemId);
        QCOMPARE(bySystem.size(), std::size_t(3)); // s_a, s_b, and those that tell nothing
        QCOMPARE(managerOf(m_fleet, bySystem.front().host).number, 1);
        QCOMPARE(bySystem.front().managers, 2);
        QCOMPARE(bySystem.front().runners, 2);
        QCOMPARE(bySystem.front().online, 2);
        QVERIFY(bySystem.front().isTold && !bySystem.back().isTold);

        const auto byAddress = hostRows(m_fleet, all(m_fleet), HostGrouping::Address);
        QCOMPARE(managerOf(m_fleet, byAddress.front().host).number, 4); // 10.0.0.2: the newer of the two
        QCOMPARE(byAddress.front().online, 1);
        QCOMPARE(byAddress.front().runners, 2);
    }

    void everyColumnSortsWithEmptyOnesLast_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("numbers");
        const auto row = [](const char *name, HostSortKey key, Qt::SortOrder order, const char *numbers) {
            QTest::newRow(name) << static_cast<int>(key) << static_cast<int>(order) << QString::fromUtf8(numbers);
        };
        row("address", HostSortKey::Address, Qt::AscendingOrder, "1 2 4 3 5 6");
        row("address, from the end", HostSortKey::Address, Qt::DescendingOrder, "3 2 4 1 5 6");
        row("contact, newest first", HostSortKey::LastContact, Qt::DescendingOrder, "1 5 3 4 2 6");
        row("runner, from the end", HostSortKey::Runner, Qt::DescendingOrder, "5 6 3 4 1 2");
        row("system id", HostSortKey::SystemId, Qt::DescendingOrder, "2 1 3 4 5 6");
        row("version", HostSortKey::Version, Qt::AscendingOrder, "1 2 3 4 5 6"); // nobody tells one
    }

    void everyColumnSortsWithEmptyOnesLast()
    {
        QFETCH(int, key);
        QFETCH(int, order);
        QFETCH(QString, numbers);
        QCOMPARE(this->numbers(hostRows(m_fleet, all(m_fleet), std::nullopt), static_cast<HostSortKey>(key),
                     static_cast<Qt::SortOrder>(order)),
            numbers.split(u' '));
    }
};

QTEST_GUILESS_MAIN(TestHostRows)
#include "tst_hostrows.moc"
