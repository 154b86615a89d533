// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"
#include "models/domain/access.h"
#include "models/domain/instanceprofile.h"
#include "models/domain/jobcancel.h"
#include "models/rules/jobs/cancelpreview.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace Runnerscope {

class CancelJobsDialog;
class CancelTableModel;
class FleetController;
class JobsPage;
class MainWindow;
class RunnerTableModel;

/// Cancels the selected jobs, else the one that is chosen: shows first what that would do, then what became of each.
/// One run at a time.
class CancelJobsFlow : public QObject
{
    Q_OBJECT

public:
    /// The token for changes of the instance on screen.
    struct Tokens
    {
        std::function<bool()> isHeld;
        std::function<std::optional<Secret>()> use; ///< it is about to be used
    };

    /// The others outlive the flow, whose parent is \a window.
    CancelJobsFlow(Tokens tokens, const RunnerTableModel &model, FleetController &controller, MainWindow &window);

    /// The jobs that are chosen on the Jobs page.
    void start();
    /// This one.
    void start(JobId job);
    /// What decides has changed, such as the token that is held.
    void update();

signals:
    /// The token that is there may only read.
    void changeTokenWanted();

private:
    CancelMeans means() const;
    void ask(const std::vector<JobPtr> &jobs, qint64 gone);
    bool mayAsk();
    void run(const std::vector<JobPtr> &chosen);
    void takeResult(int index);
    void finish();
    void copyReport(const CancelTableModel &model);
    JobsPage &page() const;

    Tokens m_tokens;
    const RunnerTableModel &m_model;
    FleetController &m_controller;
    MainWindow &m_window;
    std::optional<InstanceProfile> m_profile;
    std::optional<Access> m_access;
    QPointer<CancelJobsDialog> m_dialog;
    QFutureWatcher<JobCancelOutcome> m_outcomes;
    std::stop_source m_stop;
};

} // namespace Runnerscope
