// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/window/actions.h"
#include "models/runnertablemodel.h"

#include <QMainWindow>

#include <optional>

namespace Runnerscope {

class MessageBar;
class NavigationPanel;
class ProgressLine;
class RunnersPage;
class TopBar;
class WindowSettings;

/// Arranges the views and joins them to the model. What is to be shown comes in by its functions, what the user wants
/// goes out by its signals; it knows no service.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(RunnerTableModel &model, QWidget *parent = nullptr);

    Actions &actions() { return m_actions; }
    RunnersPage &runnersPage() const { return *m_page; }
    TopBar &topBar() const { return *m_topBar; }

    void showProgress(const FleetProgress &progress);
    void showError(const FetchError &error);
    void dismissError();
    /// The whole fleet has been read just now, changed or not.
    void noteFleetRead();
    void forgetAge();

    void saveState(WindowSettings &settings) const;
    void restoreState(const WindowSettings &settings);

signals:
    void connectRequested();
    void demoRequested();
    void refreshRequested();
    /// Details of this runner are wanted, or of none any more.
    void runnerChosen(std::optional<Runnerscope::RunnerId> runner);

private:
    QWidget *arrange();
    void joinFilter();
    void joinActions();
    void setFilter(const RunnerFilter &filter);
    void clearFilter();
    void showFleet();
    void remedy();
    void showAbout();

    RunnerTableModel &m_model;
    Actions m_actions;
    NavigationPanel *m_navigation;
    TopBar *m_topBar;
    ProgressLine *m_progress;
    MessageBar *m_message;
    RunnersPage *m_page;
    std::optional<FetchError> m_error; ///< the one that the message bar shows
};

} // namespace Runnerscope
