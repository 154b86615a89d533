// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleetcontroller.h"

#include "app/window/mainwindow.h"
#include "models/rules/errorwording.h"
#include "views/pages/runnerspage.h"
#include "views/panels/runnerpanel.h"
#include "views/tables/runnertableview.h"

#include <utility>

namespace Runnerscope {

namespace {

/// Somebody who walks through the rows with the arrow keys does not ask for the details of each.
constexpr std::chrono::milliseconds settleTime{150};

} // namespace

FleetController::FleetController(RunnerTableModel &model, MainWindow &window, QObject *parent) :
    QObject(parent),
    m_model(model),
    m_window(window)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &FleetController::requestDetails);
    connect(&m_details, &QFutureWatcherBase::finished, this, &FleetController::showDetails);
    connect(&m_window, &MainWindow::runnerChosen, this, &FleetController::chooseRunner);
    connect(&m_window, &MainWindow::refreshRequested, this, [this] {
        if (m_thread)
            m_thread->service().refresh();
    });
}

FleetController::~FleetController() = default;

void FleetController::open(std::unique_ptr<FleetService> service, const FleetSource &source)
{
    Fleet nothingYet;
    nothingYet.source = source;
    adopt(std::make_unique<FleetThread>(std::move(service)), shareFleet(std::move(nothingYet)));
    m_window.showProgress({FleetProgress::Phase::Loading, 0, std::nullopt});
    m_thread->service().start();
}

void FleetController::adopt(std::unique_ptr<FleetThread> thread, const FleetPtr &fleet)
{
    m_ears = std::make_unique<QObject>();
    m_window.runnersPage().table().clearSelection(); // the same number is another runner elsewhere
    dropDetails();
    m_chosen.reset();
    m_failed = false;
    m_thread = std::move(thread);
    m_window.dismissError();
    m_window.forgetAge();
    m_window.showProgress({});
    m_model.setFleet(fleet);
    listen(m_thread->service());
    m_thread->service().repeatNewest(); // it may have said more before anybody listened
}

void FleetController::listen(FleetService &service)
{
    QObject *ears = m_ears.get();
    connect(&service, &FleetService::snapshotChanged, ears, [this](const FleetPtr &fleet) {
        m_model.setFleet(fleet);
        if (std::exchange(m_failed, false))
            m_window.dismissError();
    });
    connect(&service, &FleetService::progressChanged, ears,
        [this](const FleetProgress &progress) { m_window.showProgress(progress); });
    connect(&service, &FleetService::failed, ears, [this](const FetchError &error) {
        m_failed = true;
        m_window.showError(error);
        emit walkEnded(error);
    });
    connect(&service, &FleetService::walkFinished, ears, [this] { finishWalk(); });
}

void FleetController::finishWalk()
{
    m_window.noteFleetRead();
    requestDetails();
    emit walkEnded(std::nullopt);
}

void FleetController::dropDetails()
{
    m_details.cancel();
    m_details.setFuture({});
}

void FleetController::chooseRunner(std::optional<RunnerId> runner)
{
    m_chosen = runner;
    dropDetails();
    if (runner)
        m_settle.start();
    else
        m_settle.stop();
}

void FleetController::requestDetails()
{
    if (!m_chosen || !m_thread)
        return;
    m_details.cancel();
    m_details.setFuture(m_thread->service().readRunner(*m_chosen));
}

void FleetController::showDetails()
{
    if (m_details.isCanceled() || m_details.future().resultCount() == 0)
        return;
    RunnerPanel &panel = m_window.runnersPage().panel();
    const RunnerAnswer answer = m_details.result();
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        panel.showDetailsTrouble(explain(*error, Retry::ByItself));
    } else if (const auto &details = std::get<std::optional<RunnerDetails>>(answer)) {
        panel.showDetails(*details);
    } else {
        FetchError gone;
        gone.kind = FetchError::Kind::NotFound;
        gone.host = m_model.fleet()->source.label;
        panel.showDetailsTrouble(explain(gone, Retry::ByItself));
    }
    emit detailsShown();
}

} // namespace Runnerscope
