// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetthread.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace Runnerscope {

namespace {

using Threads = std::vector<std::shared_ptr<QThread>>;

/// Threads whose owner has left, and those that wait for them. Touched by the thread of the application only.
struct Endings
{
    Threads ending;
    Threads waiting;
    std::unique_ptr<QObject> teller; ///< its destruction tells who waits for the end; null while nobody does
};

Endings &endings()
{
    static Endings all;
    return all;
}

void startWaiting()
{
    Threads waiting;
    waiting.swap(endings().waiting);
    for (const auto &thread : waiting)
        thread->start();
}

void forget(const QThread *thread)
{
    Threads &ending = endings().ending;
    std::erase_if(ending, [thread](const auto &other) { return other.get() == thread; });
    if (!ending.empty())
        return;
    endings().teller.reset();
    startWaiting();
}

void waitForAll()
{
    for (const auto &thread : endings().ending)
        thread->wait();
    endings() = {};
}

} // namespace

void FleetThread::whenEnded(QObject *context, std::function<void()> done)
{
    auto &teller = endings().teller;
    if (!teller)
        teller = std::make_unique<QObject>();
    QObject::connect(teller.get(), &QObject::destroyed, context, std::move(done), Qt::QueuedConnection);
    if (endings().ending.empty())
        teller.reset();
}

FleetThread::FleetThread(std::unique_ptr<FleetService> service) :
    m_thread(std::make_shared<QThread>()),
    m_service(service.release())
{
    m_thread->setObjectName(QStringLiteral("fleet"));
    m_service->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_service, &QObject::deleteLater);
    if (endings().ending.empty())
        m_thread->start();
    else
        endings().waiting.push_back(m_thread);
}

FleetThread::~FleetThread()
{
    if (std::erase(endings().waiting, m_thread) > 0) {
        delete m_service; // its thread never ran
        return;
    }
    if (endings().ending.empty())
        qAddPostRoutine(waitForAll);
    endings().ending.push_back(m_thread);
    QObject::connect(
        m_thread.get(), &QThread::finished, qApp, [thread = m_thread.get()] { forget(thread); }, Qt::QueuedConnection);
    m_thread->quit();
}

} // namespace Runnerscope
