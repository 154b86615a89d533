// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/canceljobsflow.h"

#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "models/rules/jobs/cancelwording.h"
#include "models/runnertablemodel.h"
#include "views/delegates/plaintooltip.h"
#include "views/dialogs/canceljobsdialog.h"
#include "views/pages/jobspage.h"
#include "views/panels/jobpanel.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>
#include <utility>

namespace Runnerscope {

CancelJobsFlow::CancelJobsFlow(
    Tokens tokens, const RunnerTableModel &model, FleetController &controller, MainWindow &window) :
    QObject(&window),
    m_tokens(std::move(tokens)),
    m_model(model),
    m_controller(controller),
    m_window(window)
{
    QAction &action = window.actions()[Actions::Id::CancelJobs];
    page().addAction(action);
    connect(&action, &QAction::triggered, this, qOverload<>(&CancelJobsFlow::start));
    connect(&page().panel(), &JobPanel::cancelWanted, this, qOverload<JobId>(&CancelJobsFlow::start));
    connect(&page(), &JobsPage::choiceChanged, this, &CancelJobsFlow::update);
    connect(&window.pages(), &QStackedWidget::currentChanged, this, &CancelJobsFlow::update);
    connect(&controller, &FleetController::opened, this, [this](const std::optional<InstanceProfile> &profile) {
        m_profile = profile;
        m_access.reset();
        if (m_dialog && m_dialog->isAsking())
            m_dialog->reject(); // the same number is another job elsewhere
        update();
    });
    connect(&controller, &FleetController::accessChanged, this, [this](const Access &access) {
        m_access = access;
        update();
    });
    connect(&m_outcomes, &QFutureWatcherBase::resultReadyAt, this, &CancelJobsFlow::takeResult);
    connect(&m_outcomes, &QFutureWatcherBase::finished, this, &CancelJobsFlow::finish);
    update();
}

JobsPage &CancelJobsFlow::page() const
{
    return m_window.pages().jobs();
}

CancelMeans CancelJobsFlow::means() const
{
    CancelMeans means;
    const FleetPtr &fleet = m_model.fleet();
    means.kept = !fleet || fleet->source.cached;
    means.readOnly = m_profile && m_profile->readOnly;
    means.saved = m_profile.has_value();
    means.changeToken = m_tokens.isHeld();
    means.token = m_access ? m_access->token : std::nullopt;
    return means;
}

/// Greyed with the reason where nothing can be done about it here.
void CancelJobsFlow::update()
{
    QAction &action = m_window.actions()[Actions::Id::CancelJobs];
    const auto trouble = whyNotCancel(means());
    const bool hopeless = trouble && !lacksChangeToken(means());
    action.setEnabled(page().isVisibleTo(&m_window.pages()) && page().hasChoice() && !hopeless);
    action.setToolTip(
        trouble ? plainToolTip(trouble->sentence + u' ' + trouble->remedy) : tr("Shows first what it would do"));
}

bool CancelJobsFlow::mayAsk()
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return false;
    }
    const auto trouble = whyNotCancel(means());
    if (trouble)
        m_window.showNotice(*trouble);
    if (trouble && lacksChangeToken(means()))
        emit changeTokenWanted();
    return !trouble;
}

void CancelJobsFlow::start()
{
    if (page().hasChoice() && mayAsk())
        ask(page().chosenJobs(), page().model().checkCounts().gone);
}

void CancelJobsFlow::start(JobId job)
{
    const int row = page().model().rowOf(job);
    if (row >= 0 && mayAsk())
        ask({page().model().sharedJob(row)}, 0);
}

void CancelJobsFlow::ask(const std::vector<JobPtr> &jobs, qint64 gone)
{
    const JobListPtr list = page().model().jobs();
    if (!list)
        return;
    auto *dialog = new CancelJobsDialog(
        previewCancel(jobs, gone, list->readAt, m_profile && m_profile->production), list->readAt, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &CancelJobsDialog::confirmed, this, [this, dialog] { run(dialog->model().jobs()); });
    connect(dialog, &CancelJobsDialog::stopRequested, this, [this] { m_stop.request_stop(); });
    connect(dialog, &CancelJobsDialog::copyWanted, this, [this, dialog] { copyReport(dialog->model()); });
    dialog->show();
    m_dialog = dialog;
}

void CancelJobsFlow::run(const std::vector<JobPtr> &chosen)
{
    m_stop = {};
    JobCancelling jobs{chosen, {}, m_stop.get_token()};
    if (const auto token = m_tokens.use())
        jobs.changeToken = *token;
    m_outcomes.setFuture(m_controller.cancelJobs(jobs));
}

void CancelJobsFlow::takeResult(int index)
{
    if (m_dialog)
        m_dialog->take(m_outcomes.resultAt(index));
}

void CancelJobsFlow::finish()
{
    if (!m_dialog)
        return;
    m_dialog->finish();
    std::vector<JobId> done;
    for (const JobCancelOutcome &outcome : m_dialog->model().outcomes()) {
        if (CancelWording::isOver(outcome))
            done.push_back(outcome.job);
    }
    std::ranges::sort(done);
    page().model().deselect(done); // the others may be tried again
}

void CancelJobsFlow::copyReport(const CancelTableModel &model)
{
    QApplication::clipboard()->setText(CancelWording::reportMarkdown(model.jobs(), model.outcomes()));
    m_window.showDone(tr("Copied"));
}

} // namespace Runnerscope
