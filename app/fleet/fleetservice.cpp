// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetservice.h"

#include <utility>

namespace Runnerscope {

FleetService::FleetService(QObject *parent) :
    QObject(parent)
{
}

void FleetService::start()
{
    QMetaObject::invokeMethod(this, [this] { doStart(); });
}

void FleetService::refresh()
{
    QMetaObject::invokeMethod(this, [this] { doRefresh(); });
}

QFuture<RunnerAnswer> FleetService::readRunner(RunnerId id)
{
    auto promise = std::make_shared<QPromise<RunnerAnswer>>();
    promise->start();
    QFuture<RunnerAnswer> future = promise->future();
    QMetaObject::invokeMethod(this, [this, id, promise = std::move(promise)] { doReadRunner(id, promise); });
    return future;
}

void FleetService::answer(const RunnerPromise &promise, RunnerAnswer answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

} // namespace Runnerscope
