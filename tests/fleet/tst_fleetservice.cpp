// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetthread.h"

#include <QFutureWatcher>
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
    void doReadRunner(RunnerId, RunnerPromise promise) override
    {
        promises.push_back(std::move(promise));
        emit walkFinished();
    }
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
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TestFleetService)
#include "tst_fleetservice.moc"
