// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runnerjobsasking.h"

#include "models/rules/errorwording.h"
#include "views/panels/runnerjobsview.h"

#include <utility>

namespace Runnerscope {

RunnerJobsAsking::RunnerJobsAsking(RunnerJobsView &view) :
    m_view(view)
{
    connect(&view, &RunnerJobsView::wanted, this, [this](RunnerId runner) {
        m_runner = runner;
        m_open = true;
        emit asked(runner);
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RunnerJobsAsking::show);
}

void RunnerJobsAsking::await(RunnerId runner, const QFuture<RunnerJobsAnswer> &answer)
{
    m_watcher.cancel();
    m_runner = runner;
    m_watcher.setFuture(answer);
}

void RunnerJobsAsking::drop()
{
    m_watcher.cancel();
    m_watcher.setFuture({});
    if (std::exchange(m_open, false))
        m_view.restart(m_runner);
}

void RunnerJobsAsking::show()
{
    if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
        return;
    m_open = false;
    const RunnerJobsAnswer answer = m_watcher.result();
    if (const auto *error = std::get_if<FetchError>(&answer))
        m_view.showTrouble(m_runner, explain(*error, Retry::Never));
    else
        m_view.showJobs(std::get<TakenJobsPtr>(answer));
}

} // namespace Runnerscope
