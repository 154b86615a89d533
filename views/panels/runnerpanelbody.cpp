// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/runnerpanelbody.h"

#include "models/rules/historywording.h"
#include "models/rules/ownerchain.h"
#include "models/rules/wording.h"
#include "views/panels/hostlist.h"
#include "views/panels/ownertrail.h"
#include "views/panels/projectlist.h"
#include "views/panels/runnerfacts.h"
#include "views/panels/runnerjobsview.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/chipbox.h"
#include "views/widgets/expander.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

QString serverFacts()
{
    return RunnerPanelBody::tr("server facts", "the origin of what a section says");
}

} // namespace

RunnerPanelBody::RunnerPanelBody(QWidget *parent) :
    QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::small, 0, Metrics::small, Metrics::large);
    layout->setSpacing(0);
    auto *trouble = new FactList;
    trouble->setContentsMargins(0, Metrics::small, 0, 0);
    m_trouble = trouble->addSentence(tr("Trouble"), true);
    m_trouble.show({});
    layout->addWidget(trouble);
    addOwner(*layout);
    addCreation(*layout);
    addConfiguration(*layout);
    addProjects(*layout);
    addHosts(*layout);
    addJobs(*layout);
    addHistory(*layout);
    layout->addStretch();
}

FactList *RunnerPanelBody::addSection(QVBoxLayout &layout, const QString &heading, const QString &origin)
{
    auto *label = new QLabel(heading);
    setFontRole(label, FontRole::Strong);
    auto *source = new QLabel(origin);
    source->setProperty("role", QStringLiteral("muted"));
    setFontRole(source, FontRole::Caption);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Metrics::small, Metrics::large, Metrics::small, Metrics::tiny + 2);
    line->addWidget(label, 1);
    line->addWidget(source, 0, Qt::AlignBottom);
    layout.addLayout(line);
    auto *facts = new FactList;
    layout.addWidget(facts);
    return facts;
}

void RunnerPanelBody::addOwner(QVBoxLayout &layout)
{
    FactList *facts = addSection(layout, tr("Owner"), serverFacts());
    m_trail = new OwnerTrail;
    facts->addWidget({}, m_trail);
    m_path = facts->addSentence(tr("Path of the owner"), true);
}

void RunnerPanelBody::addCreation(QVBoxLayout &layout)
{
    FactList *facts = addSection(layout, tr("Created in GitLab"), serverFacts());
    m_creator = facts->addSentence(tr("Created by"));
    m_method = facts->addFact(tr("Method", "how the runner was created"));
    m_created = facts->addFact(tr("When", "when the runner was created"));
}

void RunnerPanelBody::addConfiguration(QVBoxLayout &layout)
{
    FactList *facts = addSection(layout, tr("Configuration"), serverFacts());
    m_tags = new ChipBox(tr("Tags"));
    facts->addWidget({}, m_tags);
    m_noTags = facts->addSentence(tr("Tags"), true);
    m_untagged = facts->addFact(tr("Untagged jobs"));
    m_protected = facts->addFact(tr("Protected", "a setting of the runner"));
    m_locked = facts->addFact(tr("Locked", "a setting of the runner"));
    m_paused = facts->addFact(tr("Paused", "a setting of the runner"));
    m_timeout = facts->addFact(tr("Longest job"));
    m_expiry = facts->addFact(tr("Token", "the authentication token of the runner"));
    m_jobs = facts->addFact(tr("Jobs so far"));
    m_projects = facts->addFact(tr("Projects", "number of projects that the runner serves"));
    m_note = facts->addFact(tr("Maintenance note"));
    m_allowed = facts->addFact(tr("You may"));
    m_notAllowed = facts->addFact(tr("You may not"));
}

void RunnerPanelBody::addProjects(QVBoxLayout &layout)
{
    m_projectSection = new QWidget;
    auto *section = new QVBoxLayout(m_projectSection);
    section->setContentsMargins({});
    section->setSpacing(0);
    addSection(*section, tr("Projects"), serverFacts());
    m_projectList = new ProjectList;
    section->addWidget(m_projectList);
    layout.addWidget(m_projectSection);
}

void RunnerPanelBody::addJobs(QVBoxLayout &layout)
{
    m_jobsView = new RunnerJobsView;
    auto *expander = new Expander(tr("Recent jobs: the runner or a host?"), m_jobsView);
    expander->setObjectName(QStringLiteral("recentJobs"));
    layout.addSpacing(Metrics::small);
    layout.addWidget(expander);
}

void RunnerPanelBody::addHistory(QVBoxLayout &layout)
{
    FactList *facts = addSection(layout, tr("Changes seen"), tr("by this computer"));
    m_changes = facts->addSentence(tr("Changes seen"));
    m_watched = facts->addSentence(tr("Since when it is watched"), true);
}

void RunnerPanelBody::addHosts(QVBoxLayout &layout)
{
    FactList *facts = addSection(layout, tr("Hosts"), tr("facts and claims", "of the server, of the runner"));
    m_hostCount = facts->addSentence(tr("Number of hosts"), true);
    m_hostList = new HostList(m_hosts);
    layout.addSpacing(Metrics::tiny);
    layout.addWidget(m_hostList);
    layout.addSpacing(Metrics::small);
    auto *remarks = new FactList;
    remarks->addSentence(tr("Where this comes from"), true)
        .show(tr("In italics: what the runner says of itself. All else is a fact of the server. GitLab does not record "
                 "who started a host."));
    layout.addWidget(remarks);
}

void RunnerPanelBody::showRunner(const Runner &runner, ServerTime readAt)
{
    showOwner(runner);
    showCreation(runner, readAt);
    showConfiguration(runner, readAt);
    m_projectSection->setVisible(runner.type == RunnerType::Project);
    m_hostCount.show(RunnerFacts::hosts(runner, readAt));
    m_hosts.setManagers(runner.managers, readAt);
}

void RunnerPanelBody::showOwner(const Runner &runner)
{
    if (runner.owner)
        m_trail->setChain(chainFromPath(*runner.owner));
    else if (runner.type == RunnerType::Instance)
        m_trail->setSentence(tr("Instance runners belong to no group."));
    else
        m_trail->setSentence(tr("Not readable with this token."));
    m_path.show(runner.owner ? Wording::oneLine(runner.owner->fullPath) : QString());
}

void RunnerPanelBody::showCreation(const Runner &runner, ServerTime readAt)
{
    m_creator.show(Wording::oneLine(Wording::creatorSentence(runner)));
    m_method.show(RunnerFacts::creationMethod(runner.creationMethod));
    if (runner.createdAt)
        m_created.show(tr("%1 ago", "such as 41 days").arg(Wording::longAge(ageAt(*runner.createdAt, readAt))),
            Wording::exactTime(*runner.createdAt));
    else
        m_created.show(tr("not known"));
}

void RunnerPanelBody::showConfiguration(const Runner &runner, ServerTime readAt)
{
    const bool ofProjects = runner.type == RunnerType::Project;
    m_tags->setTexts(runner.tags);
    m_tags->setVisible(!runner.tags.isEmpty());
    m_noTags.show(runner.tags.isEmpty() ? tr("No tags") : QString());
    m_untagged.show(RunnerFacts::untagged(runner));
    m_protected.show(RunnerFacts::protection(runner.accessLevel));
    m_locked.show(ofProjects ? RunnerFacts::locked(runner) : QString());
    m_expiry.show(RunnerFacts::tokenExpiry(runner, readAt),
        runner.tokenExpiresAt ? Wording::exactTime(*runner.tokenExpiresAt) : QString());
    m_paused.show(RunnerFacts::paused(runner));
    m_timeout.show(RunnerFacts::timeout(runner.maximumTimeout));
    m_jobs.show(runner.jobCount ? Wording::jobCount(*runner.jobCount) : QString());
    m_projects.show(runner.projectCount ? Wording::count(*runner.projectCount) : QString());
    m_note.show(RunnerFacts::note(runner.maintenanceNote));
}

void RunnerPanelBody::showExtras(const RunnerDetails *details)
{
    const bool permissionsKnown = details && details->permissions.has_value();
    m_allowed.show(permissionsKnown ? RunnerFacts::allowed(*details->permissions) : QString());
    m_notAllowed.show(permissionsKnown ? RunnerFacts::notAllowed(*details->permissions) : QString());
    showHistory(details);
    if (details && !details->ownerChain.empty())
        m_trail->setChain(details->ownerChain);
}

void RunnerPanelBody::showHistory(const RunnerDetails *details)
{
    constexpr int most = 20;
    if (!details || !details->history) {
        m_changes.show({});
        m_watched.show(tr("Nothing is recorded of this fleet on this computer."));
        return;
    }
    QStringList texts;
    QStringList exact;
    for (const HistoryLine &line : historyLines(*details->history, details->runner, details->readAt, most)) {
        texts.append(line.text);
        exact.append(line.exact);
    }
    m_changes.show(texts.join(u'\n'), exact.join(u'\n'));
    const OptionalTime since = watchedSince(*details->history);
    const QString seen = since ? Wording::exactTime(*since) : tr("just now");
    m_watched.show(texts.isEmpty() ? tr("None since %1, when this computer first saw it.").arg(seen)
                                   : tr("This computer has watched it since %1.").arg(seen));
}

void RunnerPanelBody::showTrouble(const QString &sentence)
{
    m_trouble.show(sentence);
}

} // namespace Runnerscope
