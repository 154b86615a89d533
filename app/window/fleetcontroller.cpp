// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleetcontroller.h"

#include "app/window/mainwindow.h"
#include "app/window/queueasking.h"
#include "app/window/runnerjobsasking.h"
#include "models/rules/errorwording.h"
#include "models/rules/storewording.h"
#include "views/pages/jobspage.h"
#include "views/pages/runnerspage.h"
#include "views/panels/projectlist.h"
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
    m_window(window),
    m_queue(std::make_unique<QueueAsking>(window.pages().queue())),
    m_jobs(std::make_unique<RunnerJobsAsking>(window.runnersPage().panel().jobs()))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &FleetController::requestDetails);
    connect(&m_details, &QFutureWatcherBase::finished, this, &FleetController::showDetails);
    connect(&m_projects, &QFutureWatcherBase::finished, this, &FleetController::showProjects);
    connect(&m_window.runnersPage().panel().projects(), &ProjectList::wanted, this, &FleetController::requestProjects);
    connect(m_queue.get(), &QueueAsking::asked, this, [this](const QueueQuestion &question) {
        if (m_thread)
            m_queue->await(question, m_thread->service().readQueue(question));
    });
    connect(m_jobs.get(), &RunnerJobsAsking::asked, this, [this](RunnerId runner) {
        if (m_thread)
            m_jobs->await(runner, m_thread->service().readRunnerJobs(runner));
    });
    connect(&m_window, &MainWindow::runnerChosen, this, &FleetController::chooseRunner);
    connect(&m_window, &MainWindow::refreshRequested, this, [this] {
        if (m_thread)
            m_thread->service().refresh();
    });
    connect(&m_window, &MainWindow::paceChanged, this, &FleetController::applyPace);
    connect(&m_window.runnersPage().table(), &RunnerTableView::visibleRunnersChanged, this,
        [this](const std::vector<RunnerId> &runners) {
            if (m_thread)
                m_thread->service().setVisibleRunners(runners);
        });
}

FleetController::~FleetController() = default;

void FleetController::open(Opening opening)
{
    m_candidateEars.reset();
    m_candidate.reset();
    if (isAnythingShown()) {
        await(std::move(opening));
        return;
    }
    Fleet nothingYet;
    nothingYet.source = opening.source;
    m_window.showOpening({});
    adopt({std::make_unique<FleetThread>(std::move(opening.service)), opening.profile, {}},
        shareFleet(std::move(nothingYet)));
    m_window.showProgress({FleetProgress::Phase::Loading, 0, std::nullopt});
    m_thread->service().start();
}

bool FleetController::isAnythingShown() const
{
    const FleetPtr &fleet = m_model.fleet();
    return fleet && (!fleet->rows.empty() || fleet->coverage.kind == Coverage::Kind::Whole);
}

void FleetController::await(Opening opening)
{
    m_window.showOpening(opening.profile ? opening.profile->name : opening.source.label);
    m_candidate = Candidate{std::make_unique<FleetThread>(std::move(opening.service)), opening.profile, {}};
    m_candidateEars = std::make_unique<QObject>();
    QObject *ears = m_candidateEars.get();
    FleetService &service = m_candidate->thread->service();
    connect(&service, &FleetService::snapshotChanged, ears,
        [this](const FleetPtr &fleet) { adopt(*std::exchange(m_candidate, std::nullopt), fleet); });
    connect(&service, &FleetService::failed, ears, [this](const FetchError &error) { giveUp(error); });
    connect(&service, &FleetService::storeTroubled, ears,
        [this](const StoreTrouble &trouble) { m_candidate->trouble = trouble; });
    service.start();
}

/// The candidate's first word was an error.
void FleetController::giveUp(const FetchError &error)
{
    Candidate candidate = *std::exchange(m_candidate, std::nullopt);
    if (m_thread) {
        m_candidateEars.release()->deleteLater(); // they hear this just now
        m_window.showOpening({});
        m_window.showOpeningError(error, candidate.profile);
        emit openFailed();
    } else { // released: nothing else would ever refresh what is on screen
        adopt(std::move(candidate), m_model.fleet());
        m_failed = true;
        m_window.showError(error);
        emit walkEnded(error);
    }
}

void FleetController::release()
{
    m_ears.reset();
    dropDetails();
    m_thread.reset();
}

QFuture<JobCardAnswer> FleetController::readJob(const JobReference &job)
{
    return m_thread ? m_thread->service().readJob(job) : QFuture<JobCardAnswer>();
}

QFuture<JobCancelOutcome> FleetController::cancelJobs(const JobCancelling &jobs)
{
    return m_thread ? m_thread->service().cancelJobs(jobs) : QFuture<JobCancelOutcome>();
}

void FleetController::adopt(Candidate candidate, const FleetPtr &fleet)
{
    if (m_candidateEars)
        m_candidateEars.release()->deleteLater(); // they hear this just now
    m_ears = std::make_unique<QObject>();
    dropDetails();
    if (!isShown(candidate.profile)) { // the same number is another runner or job elsewhere
        m_window.runnersPage().table().clearSelection();
        m_window.pages().jobs().forgetChoice();
        m_chosen.reset();
    }
    m_profile = candidate.profile;
    m_failed = false;
    m_thread = std::move(candidate.thread);
    m_window.showOpening({});
    m_window.dismissError();
    m_window.dismissRemark();
    m_window.showAccess(std::nullopt);
    m_window.forgetAge();
    m_window.pages().setJobs(nullptr);
    m_window.showProgress({});
    takeFleet(fleet);
    m_window.setInstance(candidate.profile);
    if (candidate.trouble)
        m_window.showRemark(explain(*candidate.trouble));
    listen(m_thread->service());
    applyPace();
    m_thread->service().setJobsWatched(true);
    m_thread->service().repeatNewest(); // it may have said more before anybody listened
    requestDetails();
    emit opened(candidate.profile);
}

bool FleetController::isShown(const std::optional<InstanceProfile> &profile) const
{
    return profile && m_profile && profile->key == m_profile->key;
}

void FleetController::takeFleet(const FleetPtr &fleet)
{
    m_kept = fleet->source.cached;
    m_model.setFleet(fleet);
}

void FleetController::applyPace()
{
    if (!m_thread)
        return;
    const FleetPace chosen = m_window.chosenPace();
    const bool slower = chosen == FleetPace::Usual && !m_window.isWatched();
    m_thread->service().setPace(slower ? FleetPace::Slow : chosen);
}

void FleetController::listen(FleetService &service)
{
    QObject *ears = m_ears.get();
    connect(&service, &FleetService::snapshotChanged, ears, [this](const FleetPtr &fleet) {
        takeFleet(fleet);
        if (std::exchange(m_failed, false))
            m_window.dismissError();
    });
    connect(
        &service, &FleetService::jobsChanged, ears, [this](const JobListPtr &jobs) { m_window.pages().setJobs(jobs); });
    connect(&service, &FleetService::jobsFailed, ears,
        [this](const FetchError &error) { m_window.pages().showJobsTrouble(error); });
    connect(&service, &FleetService::progressChanged, ears,
        [this](const FleetProgress &progress) { m_window.showProgress(progress); });
    connect(&service, &FleetService::failed, ears, [this](const FetchError &error) {
        m_failed = true;
        m_window.showError(error);
        emit walkEnded(error);
    });
    connect(&service, &FleetService::accessChanged, ears, [this](const Access &access) {
        m_window.showAccess(access);
        emit accessChanged(access);
    });
    connect(&service, &FleetService::storeTroubled, ears,
        [this](const StoreTrouble &trouble) { m_window.showRemark(explain(trouble)); });
    connect(&service, &FleetService::walkFinished, ears, [this] { finishWalk(); });
}

void FleetController::finishWalk()
{
    if (!m_kept)
        m_window.noteFleetRead();
    requestDetails();
    emit walkEnded(std::nullopt);
}

void FleetController::dropDetails()
{
    m_details.cancel();
    m_details.setFuture({});
    m_projects.cancel();
    m_projects.setFuture({});
    m_queue->drop();
    m_jobs->drop();
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

void FleetController::requestProjects(const ProjectsQuestion &question)
{
    if (!m_thread)
        return;
    m_projects.cancel();
    m_projectsAsked = question;
    m_projects.setFuture(m_thread->service().readProjects(question));
}

void FleetController::showProjects()
{
    if (m_projects.isCanceled() || m_projects.future().resultCount() == 0)
        return;
    ProjectList &list = m_window.runnersPage().panel().projects();
    const ProjectsAnswer answer = m_projects.result();
    if (const auto *error = std::get_if<FetchError>(&answer))
        list.showTrouble(m_projectsAsked, explain(*error, Retry::Never));
    else
        list.showPage(m_projectsAsked, std::get<ProjectsPage>(answer));
}

} // namespace Runnerscope
