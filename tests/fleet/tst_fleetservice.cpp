// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetthread.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

namespace {

/// Answers when it is told to.
class SlowService : public FleetService
{
public:
    QThread *workedOn = nullptr;
    std::vector<RunnerPromise> promises;

    void answerAll()
    {
        QMetaObject::invokeMethod(this, [this] {
            for (const RunnerPromise &promise : promises)
                answer(promise, std::optional<RunnerDetails>());
            promises.clear();
        });
    }

protected:
    void doStart() override
    {
        workedOn = QThread::currentThread();
        emit walkFinished();
    }
    void doRefresh() override { emit walkFinished(); }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { answer(promise, ProjectsPage()); }
    void doReadJob(const JobReference &, JobPromise promise) override { answer(promise, JobNotFound::NotThere); }
    void doReadRunner(RunnerId, RunnerPromise promise) override
    {
        promises.push_back(std::move(promise));
        emit walkFinished();
    }
};

/// Does not come back from its start until it may.
class BlockedService : public SlowService
{
public:
    BlockedService(QSemaphore &busy, QSemaphore &goOn) :
        m_busy(busy),
        m_goOn(goOn)
    {
    }

protected:
    void doStart() override
    {
        m_busy.release();
        m_goOn.acquire();
    }

private:
    QSemaphore &m_busy;
    QSemaphore &m_goOn;
};

} // namespace

class TestFleetService : public QObject
{
    Q_OBJECT

private slots:
    void worksOnItsOwnThread()
    {
        auto owned = std::make_unique<SlowService>();
        SlowService &service = *owned;
        QSignalSpy finished(&service, &FleetService::walkFinished);
        const FleetThread thread(std::move(owned));
        service.start();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(service.workedOn != QThread::currentThread());
    }

    void worksAtOnceOnItsCallersThread()
    {
        SlowService service;
        QSignalSpy finished(&service, &FleetService::walkFinished);
        service.start();
        QCOMPARE(finished.count(), 1);
    }

    void answersExactlyOnce()
    {
        auto owned = std::make_unique<SlowService>();
        SlowService &service = *owned;
        const FleetThread thread(std::move(owned));
        QFutureWatcher<RunnerAnswer> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(service.readRunner({InstanceId{1}, 1}));
        service.answerAll();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(watcher.future().resultCount(), 1);
    }

    void endOfTheServiceEndsItsAnswers()
    {
        QFuture<RunnerAnswer> future;
        {
            auto owned = std::make_unique<SlowService>();
            SlowService &service = *owned;
            const FleetThread thread(std::move(owned));
            QSignalSpy asked(&service, &FleetService::walkFinished);
            future = service.readRunner({InstanceId{1}, 1});
            QTRY_COMPARE(asked.count(), 1);
        }
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }

    void nobodyWaitsForTheEndOfAFleet()
    {
        QSemaphore busy;
        QSemaphore goOn;
        auto former = std::make_unique<BlockedService>(busy, goOn);
        auto latter = std::make_unique<SlowService>();
        FleetService &blocked = *former;
        QSignalSpy begun(latter.get(), &FleetService::walkFinished);
        auto formerThread = std::make_unique<FleetThread>(std::move(former));
        blocked.start();
        QTRY_COMPARE(busy.available(), 1);
        formerThread.reset(); // returns although the service is busy

        const FleetThread latterThread(std::move(latter));
        latterThread.service().start();
        QCoreApplication::processEvents();
        QCOMPARE(begun.count(), 0); // two fleets never work on the same files
        goOn.release();
        QTRY_COMPARE(begun.count(), 1);
    }

    void tellsWhenAllHaveEnded()
    {
        QSemaphore busy;
        QSemaphore goOn;
        auto former = std::make_unique<BlockedService>(busy, goOn);
        const QPointer<FleetService> blocked(former.get());
        auto formerThread = std::make_unique<FleetThread>(std::move(former));
        blocked->start();
        QTRY_COMPARE(busy.available(), 1);
        formerThread.reset();
        int told = 0;
        bool wasThere = true;
        FleetThread::whenEnded(this, [&] {
            ++told;
            wasThere = !blocked.isNull();
        });
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
        goOn.release();
        QTRY_COMPARE(told, 1);
        QVERIFY(!wasThere);
        FleetThread::whenEnded(this, [&told] { ++told; }); // with nothing to wait for
        QCOMPARE(told, 1);
        QTRY_COMPARE(told, 2);
    }

    void aFleetThatNeverBeganJustGoes()
    {
        QSemaphore busy;
        QSemaphore goOn;
        auto former = std::make_unique<BlockedService>(busy, goOn);
        const QPointer<FleetService> blocked(former.get());
        auto formerThread = std::make_unique<FleetThread>(std::move(former));
        blocked->start();
        QTRY_COMPARE(busy.available(), 1);
        formerThread.reset();
        auto latter = std::make_unique<SlowService>();
        QPointer<FleetService> watched(latter.get());
        QFuture<RunnerAnswer> future;
        {
            const FleetThread latterThread(std::move(latter));
            future = latterThread.service().readRunner({InstanceId{1}, 1});
        }
        QVERIFY(!watched);
        QVERIFY(future.isCanceled());
        goOn.release();
        QTRY_VERIFY(!blocked); // before the semaphores it waits for
    }
};

QTEST_GUILESS_MAIN(TestFleetService)
#include "tst_fleetservice.moc"
