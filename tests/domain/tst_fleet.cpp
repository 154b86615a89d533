// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/job.h"
#include "tests/support/fleettext.h"

#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <thread>

using namespace Runnerscope;

class TestFleet : public QObject
{
    Q_OBJECT

private slots:
    void findsRowsById()
    {
        const Fleet fleet = Test::fleet(u"7 seven\n12 twelve\n3 three");
        QCOMPARE(fleet.find({InstanceId{1}, 12})->runner->description, QStringLiteral("twelve"));
        QCOMPARE(fleet.indexOf({InstanceId{1}, 3}), std::optional<std::size_t>(0));
        QVERIFY(!fleet.find({InstanceId{1}, 8}));
        QVERIFY(!fleet.find({InstanceId{2}, 12})); // the same number elsewhere is another runner
    }

    void runnersCompareOwnersByValue()
    {
        Runner a = Test::runner(u"1 a group=acme/api by=anna");
        Runner b = Test::runner(u"1 a group=acme/api by=anna");
        QVERIFY(a.owner != b.owner);
        QVERIFY(a == b);
        b.owner = Test::runner(u"1 a group=acme/web").owner;
        QVERIFY(!(a == b));
        b = a;
        b.managers.push_back({});
        QVERIFY(!(a == b));
    }

    void jobsCompareProjectsAndUsersByValue()
    {
        Job a;
        a.id = {InstanceId{1}, 7};
        a.project = std::make_shared<JobProject>(JobProject{3, QStringLiteral("acme/web"), {}, {}, true, {}});
        a.user = std::make_shared<User>();
        Job b = a;
        b.project = std::make_shared<JobProject>(*a.project);
        b.user = std::make_shared<User>(*a.user);
        QVERIFY(a == b);
        b.project = std::make_shared<JobProject>(JobProject{3, QStringLiteral("acme/web"), {}, {}, false, {}});
        QVERIFY(!(a == b));
        b = a;
        b.user = nullptr;
        QVERIFY(!(a == b));
        b = a;
        b.tags.append(QStringLiteral("docker"));
        QVERIFY(!(a == b));
    }

    void lastOwnerDoesNotPayForDestruction()
    {
        struct Canary : Runner
        {
            explicit Canary(std::atomic<std::thread::id> &where) :
                died(where)
            {
            }
            ~Canary() { died = std::this_thread::get_id(); }
            std::atomic<std::thread::id> &died;
        };
        std::atomic<std::thread::id> where{};
        Fleet fleet;
        fleet.rows.push_back({std::make_shared<const Canary>(where), Test::now, RunnerStatus::Online});
        FleetPtr shared = shareFleet(std::move(fleet));
        shared.reset();
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(where.load() != std::thread::id());
        QVERIFY(where.load() != std::this_thread::get_id());
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
