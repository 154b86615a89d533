// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Runnerscope {

/// Work that is done on the global thread pool, one piece at a time; of several pieces that wait only the newest is
/// done. Lives on the thread that asks for it. What is under way when it goes comes to its end unheard.
template <typename Request, typename Result>
class NewestWork
{
public:
    /// On the pool; one piece at a time, so that it may keep what it prepares.
    using Work = std::function<Result(const Request &)>;
    /// On the thread that asked.
    using Done = std::function<void(const Result &)>;

    NewestWork(Work work, Done done) :
        m_work(std::move(work)),
        m_done(std::move(done))
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { finish(); });
    }

    void request(Request request)
    {
        if (m_busy)
            m_waiting = std::move(request);
        else
            start(std::move(request));
    }
    bool isBusy() const { return m_busy; }

private:
    void start(Request request)
    {
        m_busy = true;
        auto promise = std::make_shared<QPromise<Result>>();
        m_watcher.setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, request = std::move(request), work = m_work] {
            promise->start();
            promise->addResult(work(request));
            promise->finish();
        });
    }

    void finish()
    {
        const Result result = m_watcher.result();
        m_busy = false;
        if (m_waiting)
            start(*std::exchange(m_waiting, std::nullopt));
        m_done(result);
    }

    Work m_work;
    Done m_done;
    QFutureWatcher<Result> m_watcher;
    std::optional<Request> m_waiting;
    bool m_busy = false;
};

} // namespace Runnerscope
