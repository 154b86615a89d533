// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/actions.h"
#include "models/domain/fetcherror.h"
#include "models/domain/joblist.h"
#include "models/runnertablemodel.h"

#include <QStackedWidget>

class QUrl;

namespace Runnerscope {

class JobsPage;
class NavigationPanel;
class QueuePage;
class RunnersPage;
class TopBar;

/// The pages of the window, one of which is seen: of runners, of jobs, of the queue. Actions, navigation and top bar,
/// which must outlive it, follow the one that is seen.
class WindowPages : public QStackedWidget
{
    Q_OBJECT

public:
    WindowPages(RunnerTableModel &model, Actions &actions, NavigationPanel &navigation, TopBar &topBar);

    RunnersPage &runners() const { return *m_runners; }
    JobsPage &jobs() const { return *m_jobs; }
    QueuePage &queue() const { return *m_queue; }

    void showRunners();
    void showJobs();
    void showQueue();

    /// Null: not known.
    void setJobs(const JobListPtr &jobs);
    void showJobsTrouble(const FetchError &error);
    /// The model has another fleet.
    void followFleet();
    /// To the field of the page that is seen; where it has none, to that of the runners.
    void focusFilter();

signals:
    /// Runners that meet a filter are wanted.
    void filterWanted(const QString &filter);
    /// A page of GitLab is.
    void pageWanted(const QUrl &page);

private:
    void joinRunners();
    void follow();
    bool isShown(const QWidget &page) const { return currentWidget() == &page; }

    RunnerTableModel &m_model;
    Actions &m_actions;
    NavigationPanel &m_navigation;
    TopBar &m_topBar;
    RunnersPage *m_runners;
    JobsPage *m_jobs;
    QueuePage *m_queue;
    JobListPtr m_list; ///< of jobs, as they were read last
};

} // namespace Runnerscope
