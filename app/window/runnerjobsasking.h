// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerjobs.h"

#include <QFutureWatcher>
#include <QObject>

namespace Runnerscope {

class RunnerJobsView;

/// Brings the answer for the jobs of a runner to its view. Only the newest question is answered.
class RunnerJobsAsking : public QObject
{
    Q_OBJECT

public:
    explicit RunnerJobsAsking(RunnerJobsView &view);

    void await(RunnerId runner, const QFuture<RunnerJobsAnswer> &answer);
    /// What is asked is of no interest any more, or will not be answered.
    void drop();

signals:
    void asked(Runnerscope::RunnerId runner);

private:
    void show();

    RunnerJobsView &m_view;
    RunnerId m_runner;
    bool m_open = false; ///< nothing answered the view yet, perhaps since there was nobody to be asked
    QFutureWatcher<RunnerJobsAnswer> m_watcher;
};

} // namespace Runnerscope
