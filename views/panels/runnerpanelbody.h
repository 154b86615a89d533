// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/runnerdetails.h"
#include "models/managertablemodel.h"
#include "views/panels/factlist.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Runnerscope {

class ChipBox;
class HostList;
class OwnerTrail;
class ProjectList;
class RunnerJobsView;

/// What is known of one runner, in sections.
class RunnerPanelBody : public QWidget
{
    Q_OBJECT

public:
    explicit RunnerPanelBody(QWidget *parent = nullptr);

    void showRunner(const Runner &runner, ServerTime readAt);
    /// What only details bring; null while there are none.
    void showExtras(const RunnerDetails *details);
    void showTrouble(const QString &sentence);
    ProjectList &projects() const { return *m_projectList; }
    RunnerJobsView &jobs() const { return *m_jobsView; }

private:
    /// \a origin tells facts of the server from what others say.
    FactList *addSection(QVBoxLayout &layout, const QString &heading, const QString &origin);
    void addOwner(QVBoxLayout &layout);
    void addCreation(QVBoxLayout &layout);
    void addConfiguration(QVBoxLayout &layout);
    void addProjects(QVBoxLayout &layout);
    void addHosts(QVBoxLayout &layout);
    void addJobs(QVBoxLayout &layout);
    void addHistory(QVBoxLayout &layout);
    void showHistory(const RunnerDetails *details);
    void showOwner(const Runner &runner);
    void showCreation(const Runner &runner, ServerTime readAt);
    void showConfiguration(const Runner &runner, ServerTime readAt);

    ManagerTableModel m_hosts;
    FactList::Fact m_trouble;
    OwnerTrail *m_trail = nullptr;
    FactList::Fact m_path;
    FactList::Fact m_creator;
    FactList::Fact m_method;
    FactList::Fact m_created;
    ChipBox *m_tags = nullptr;
    FactList::Fact m_noTags;
    FactList::Fact m_untagged;
    FactList::Fact m_protected;
    FactList::Fact m_locked;
    FactList::Fact m_paused;
    FactList::Fact m_timeout;
    FactList::Fact m_expiry;
    FactList::Fact m_jobs;
    FactList::Fact m_projects;
    FactList::Fact m_note;
    FactList::Fact m_allowed;
    FactList::Fact m_notAllowed;
    FactList::Fact m_hostCount;
    HostList *m_hostList = nullptr;
    QWidget *m_projectSection = nullptr;
    ProjectList *m_projectList = nullptr;
    RunnerJobsView *m_jobsView = nullptr;
    FactList::Fact m_changes;
    FactList::Fact m_watched;
};

} // namespace Runnerscope
