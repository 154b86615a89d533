// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowpages.h"

#include "models/rules/errorwording.h"
#include "views/pages/jobspage.h"
#include "views/pages/queuepage.h"
#include "views/pages/runnerspage.h"
#include "views/panels/filterbox.h"
#include "views/panels/jobpanel.h"
#include "views/panels/navigationpanel.h"
#include "views/panels/runnerpanel.h"
#include "views/panels/topbar.h"

namespace Runnerscope {

WindowPages::WindowPages(RunnerTableModel &model, Actions &actions, NavigationPanel &navigation, TopBar &topBar) :
    m_model(model),
    m_actions(actions),
    m_navigation(navigation),
    m_topBar(topBar),
    m_runners(new RunnersPage(model)),
    m_jobs(new JobsPage),
    m_queue(new QueuePage)
{
    using Id = Actions::Id;
    for (QWidget *page :
        {static_cast<QWidget *>(m_runners), static_cast<QWidget *>(m_jobs), static_cast<QWidget *>(m_queue)})
        addWidget(page);
    joinRunners();
    connect(&m_navigation, &NavigationPanel::jobsChosen, this, &WindowPages::showJobs);
    connect(&m_actions[Id::ShowJobs], &QAction::triggered, this, &WindowPages::showJobs);
    connect(m_jobs, &JobsPage::filterWanted, this, &WindowPages::filterWanted);
    connect(m_jobs, &JobsPage::pageWanted, this, &WindowPages::pageWanted);
    connect(&m_navigation, &NavigationPanel::queueChosen, this, &WindowPages::showQueue);
    connect(&m_actions[Id::ShowQueue], &QAction::triggered, this, &WindowPages::showQueue);
    connect(&m_actions[Id::FocusFilter], &QAction::triggered, this, &WindowPages::focusFilter);
}

void WindowPages::joinRunners()
{
    using Id = Actions::Id;
    using View = RunnersPage::View;
    for (const auto &[id, view] : {std::pair(Id::ShowRunners, View::Runners), std::pair(Id::ShowHosts, View::Hosts),
             std::pair(Id::ShowTags, View::Tags), std::pair(Id::ShowGroups, View::Groups)})
        connect(&m_actions[id], &QAction::triggered, m_runners, [this, view = view] {
            showRunners();
            m_runners->showView(view);
        });
    connect(m_runners, &RunnersPage::viewChanged, this, &WindowPages::follow);
    connect(m_runners, &RunnersPage::filterWanted, this, &WindowPages::filterWanted);
    connect(&m_runners->panel(), &RunnerPanel::filterWanted, this, &WindowPages::filterWanted);
    connect(&m_runners->panel(), &RunnerPanel::waitingJobsWanted, this, [this](RunnerId runner) {
        m_jobs->setFilter(QStringLiteral("could:%1").arg(runner.number));
        showJobs();
    });
    connect(&m_runners->panel(), &RunnerPanel::pageWanted, this, &WindowPages::pageWanted);
}

void WindowPages::showRunners()
{
    if (isShown(*m_runners))
        return;
    setCurrentWidget(m_runners);
    follow();
    m_runners->setFocus(Qt::OtherFocusReason);
}

void WindowPages::showJobs()
{
    setCurrentWidget(m_jobs);
    follow();
    m_jobs->setFleet(m_model.fleet());
    if (m_list)
        m_jobs->setJobs(m_list);
    m_jobs->setFocus(Qt::OtherFocusReason);
}

void WindowPages::showQueue()
{
    m_queue->setFleet(m_model.fleet());
    setCurrentWidget(m_queue);
    follow();
    m_queue->setFocus(Qt::OtherFocusReason);
}

/// What is about rows of runners rests while something else is seen: it would copy and select what is out of sight.
void WindowPages::follow()
{
    using Id = Actions::Id;
    using Page = NavigationPanel::Page;
    const bool runners = isShown(*m_runners);
    m_topBar.setFilterShown(runners);
    m_navigation.setPage(runners ? Page::Runners : isShown(*m_jobs) ? Page::Jobs : Page::Queue);
    m_actions[Id::SaveView].setEnabled(runners);
    const bool rows = runners && m_runners->view() == RunnersPage::View::Runners;
    for (const Id id : {Id::CopyText, Id::CopyMarkdown, Id::CopyCsv, Id::SelectAll, Id::SelectNone, Id::Export})
        m_actions[id].setEnabled(rows);
}

void WindowPages::setJobs(const JobListPtr &jobs)
{
    m_list = jobs;
    if (isShown(*m_jobs) || !jobs) // nobody judges jobs that nobody looks at
        m_jobs->setJobs(jobs);
    jobs ? m_queue->renew() : m_queue->forget();
    m_navigation.setWaitingJobs(jobs ? waitingCount(*jobs) : std::nullopt);
}

void WindowPages::showJobsTrouble(const FetchError &error)
{
    m_jobs->showTrouble(explain(error, Retry::ByItself));
}

void WindowPages::followFleet()
{
    const QString &webUrl = m_model.fleet()->source.webUrl;
    m_runners->panel().setInstance(webUrl);
    m_jobs->panel().setInstance(webUrl);
    if (isShown(*m_jobs))
        m_jobs->setFleet(m_model.fleet());
    m_queue->setFleet(m_model.fleet());
}

void WindowPages::focusFilter()
{
    if (isShown(*m_jobs)) {
        m_jobs->focusFilter();
    } else {
        showRunners();
        m_topBar.filterBox().focusField();
    }
}

} // namespace Runnerscope
