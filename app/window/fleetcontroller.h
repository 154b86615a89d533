// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetthread.h"
#include "models/domain/instanceprofile.h"
#include "models/runnertablemodel.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Runnerscope {

class MainWindow;
class QueueAsking;
class RunnerJobsAsking;

/// Joins one fleet to the window: what the service says goes to model and window, what the user wants goes to the
/// service. Another fleet takes the place of the one before as soon as it has something to show.
class FleetController : public QObject
{
    Q_OBJECT

public:
    FleetController(RunnerTableModel &model, MainWindow &window, QObject *parent = nullptr);
    ~FleetController() override;

    /// What to show next: a service that has not been started, what is known of its fleet before it says anything, and
    /// the profile by which it is reached, where it has one.
    struct Opening
    {
        std::unique_ptr<FleetService> service;
        FleetSource source;
        std::optional<InstanceProfile> profile;
    };

    /// Starts a service. A fleet that is on screen stays, and goes on, until the new one has something to show; when
    /// that cannot be had, it stays for good.
    void open(Opening opening);
    /// Ends the service of the fleet on screen, which stays as it is: another one is to use the same files.
    void release();

    /// Asks the fleet on screen, as FleetService does. Cancelled from the beginning where there is none.
    QFuture<JobCardAnswer> readJob(const JobReference &job);
    QFuture<JobCancelOutcome> cancelJobs(const JobCancelling &jobs);

signals:
    /// Another fleet is on screen.
    void opened(const std::optional<Runnerscope::InstanceProfile> &profile);
    /// It could not be opened; the one before is still there. The window says so.
    void openFailed();
    /// Who the user is on the server of the fleet on screen.
    void accessChanged(const Runnerscope::Access &access);
    /// A walk over the fleet has ended, well or not.
    void walkEnded(const std::optional<Runnerscope::FetchError> &error);
    /// The details panel has what there is to know.
    void detailsShown();

private:
    /// A fleet that has not shown anything yet.
    struct Candidate
    {
        std::unique_ptr<FleetThread> thread;
        std::optional<InstanceProfile> profile;
        std::optional<StoreTrouble> trouble;
    };

    bool isAnythingShown() const;
    bool isShown(const std::optional<InstanceProfile> &profile) const;
    void takeFleet(const FleetPtr &fleet);
    void await(Opening opening);
    void adopt(Candidate candidate, const FleetPtr &fleet);
    void giveUp(const FetchError &error);
    void listen(FleetService &service);
    void applyPace();
    void finishWalk();
    void dropDetails();
    void chooseRunner(std::optional<RunnerId> runner);
    void requestDetails();
    void showDetails();
    void requestProjects(const ProjectsQuestion &question);
    void showProjects();

    RunnerTableModel &m_model;
    MainWindow &m_window;
    std::unique_ptr<FleetThread> m_thread;
    std::unique_ptr<QueueAsking> m_queue;
    std::unique_ptr<RunnerJobsAsking> m_jobs;
    std::optional<Candidate> m_candidate;
    std::unique_ptr<QObject>
        m_ears; ///< receives what m_thread says; what a former service still says dies with its ears
    std::unique_ptr<QObject> m_candidateEars;
    QFutureWatcher<RunnerAnswer> m_details;
    QFutureWatcher<ProjectsAnswer> m_projects;
    ProjectsQuestion m_projectsAsked;
    QTimer m_settle;
    std::optional<RunnerId> m_chosen;
    std::optional<InstanceProfile> m_profile; ///< of the fleet on screen
    bool m_kept = false; ///< no server has answered for the fleet on screen in this run of the program
    bool m_failed = false; ///< the service's last word was an error, and the window shows it
};

} // namespace Runnerscope
