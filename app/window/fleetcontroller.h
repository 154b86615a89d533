// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetthread.h"
#include "models/runnertablemodel.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Runnerscope {

class MainWindow;

/// Joins one fleet to the window: what the service says goes to model and window, what the user wants goes to the
/// service. Another fleet takes the place of the one before.
class FleetController : public QObject
{
    Q_OBJECT

public:
    FleetController(RunnerTableModel &model, MainWindow &window, QObject *parent = nullptr);
    ~FleetController() override;

    /// Starts the service and shows its fleet, in place of the one shown so far.
    void open(std::unique_ptr<FleetService> service, const FleetSource &source);
    /// Takes over a service that has started already, in place of the one before.
    void adopt(std::unique_ptr<FleetThread> thread, const FleetPtr &fleet);

signals:
    /// A walk over the fleet has ended, well or not.
    void walkEnded(const std::optional<Runnerscope::FetchError> &error);
    /// The details panel has what there is to know.
    void detailsShown();

private:
    void listen(FleetService &service);
    void finishWalk();
    void dropDetails();
    void chooseRunner(std::optional<RunnerId> runner);
    void requestDetails();
    void showDetails();

    RunnerTableModel &m_model;
    MainWindow &m_window;
    std::unique_ptr<FleetThread> m_thread;
    std::unique_ptr<QObject>
        m_ears; ///< receives what m_thread says; what a former service still says dies with its ears
    QFutureWatcher<RunnerAnswer> m_details;
    QTimer m_settle;
    std::optional<RunnerId> m_chosen;
    bool m_failed = false; ///< the service's last word was an error, and the window shows it
};

} // namespace Runnerscope
