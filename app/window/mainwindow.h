// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/window/actions.h"
#include "app/window/activity.h"
#include "app/window/pacechoice.h"
#include "app/window/windowpages.h"
#include "models/domain/instanceprofile.h"
#include "models/filtersuggester.h"
#include "models/rules/errorwording.h"
#include "models/runnertablemodel.h"
#include "views/panels/topbar.h"

#include <QDateTime>
#include <QMainWindow>

#include <optional>
#include <vector>

namespace Runnerscope {

class MessageBar;
class Messages;
class NavigationPanel;
class ProgressLine;
class RunnersPage;
class WindowSettings;

/// Arranges the views and joins them to the model. What is to be shown comes in by its functions, what the user wants
/// goes out by its signals; it knows no service.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(RunnerTableModel &model, QWidget *parent = nullptr);

    Actions &actions() { return m_actions; }
    NavigationPanel &navigation() const { return *m_navigation; }
    /// As it stands in the field.
    QString filter() const;
    /// As if the user had typed it.
    void setFilter(const QString &text);
    RunnersPage &runnersPage() const { return *m_page; }
    WindowPages &pages() const { return *m_pages; }
    TopBar &topBar() const { return *m_topBar; }

    /// The saved instances, for the switch.
    void setInstances(const std::vector<InstanceProfile> &instances);
    /// The instance whose fleet is shown; none for the demo and for one that is not saved.
    void setInstance(const std::optional<InstanceProfile> &profile);
    /// Whose token for changes of that instance is held, and until when; an invalid time: none is.
    void setChangeToken(const QString &userName, const QDateTime &until);
    /// Another fleet is being opened; the one on screen stays until it answers. An empty name: no more.
    void showOpening(const QString &name);

    void showProgress(const FleetProgress &progress);
    void showError(const FetchError &error);
    /// The instance that was to be opened could not be; the fleet on screen is another.
    void showOpeningError(const FetchError &error, const std::optional<InstanceProfile> &profile);
    void dismissError();
    /// Something about the fleet on screen that the program works on without; errors and notices come first.
    void showRemark(const ErrorWords &words);
    void dismissRemark();
    /// Something that is about no fleet; stays until the user closes it.
    void showNotice(const ErrorWords &words);
    /// What the user wanted has been done; said for a moment.
    void showDone(const QString &sentence);
    void showAccess(const std::optional<Access> &access);
    /// The whole fleet has been read just now, changed or not.
    void noteFleetRead();
    void forgetAge();
    FleetPace chosenPace() const { return m_pace.pace(); }
    /// Whether there is anything to see of the window.
    bool isWatched() const;

    void saveState(WindowSettings &settings) const;
    void restoreState(const WindowSettings &settings);

signals:
    void connectRequested();
    void demoRequested();
    void instanceRequested(const QString &key);
    void editInstancesRequested();
    void forgetChangeTokenRequested();
    void editInstanceRequested(const QString &key);
    /// chosenPace() or isWatched() may have changed.
    void paceChanged();
    void refreshRequested();
    /// Details of this runner are wanted, or of none any more.
    void runnerChosen(std::optional<Runnerscope::RunnerId> runner);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *arrange();
    QLayout *arrangeRight();
    void joinSwitch();
    void joinFilter();
    void joinActions();
    /// Takes a text in the filter language; one that is no filter is explained, and what was found before stays.
    void applyFilter(const QString &text);
    void addFilter(const QString &text);
    void clearFilter();
    void showFleet();
    void showTitle();
    void joinMessages();
    bool isErrorAboutShown() const;
    void showAge();
    void joinSelection();

    RunnerTableModel &m_model;
    FilterSuggester m_suggester;
    Actions m_actions;
    PaceChoice m_pace;
    NavigationPanel *m_navigation;
    TopBar *m_topBar;
    ProgressLine *m_progress;
    MessageBar *m_message;
    Messages *m_messages;
    WindowPages *m_pages;
    RunnersPage *m_page; ///< of m_pages
    QWidget *m_band; ///< above everything while a production instance is shown
    std::vector<InstanceProfile> m_instances;
    std::optional<InstanceProfile> m_instance;
    Activity m_activity;
    TopBar::DataAge m_age;
};

} // namespace Runnerscope
