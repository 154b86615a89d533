// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/jobspage.h"

#include "models/rules/jobs/joblistwording.h"
#include "models/rules/wording.h"
#include "views/panels/emptystate.h"
#include "views/panels/filterbox.h"
#include "views/panels/filterreading.h"
#include "views/panels/jobpanel.h"
#include "views/panels/selectionbar.h"
#include "views/panels/troubleline.h"
#include "views/tables/listtable.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace Runnerscope {

JobsPage::JobsPage(QWidget *parent) :
    QWidget(parent),
    m_explaining([](const Question &question) { return explainJob(*question.verdicts, question.job, question.now); },
        [this](const JobExplanation &explanation) { m_panel->showExplanation(explanation); }),
    m_filter(new FilterBox),
    m_count(new QLabel),
    m_table(new ListTable(m_model, tr("Jobs"), {14, 16, 26, 20, 10, 9, 44, 18, 10, 16, 16, 22, 16, 30})),
    m_empty(new EmptyState),
    m_troubles(new TroubleLine),
    m_remark(new QLabel),
    m_selected(new SelectionBar(SelectionBar::Of::Jobs)),
    m_splitter(new QSplitter(Qt::Horizontal)),
    m_panel(new JobPanel)
{
    setObjectName(QStringLiteral("jobsPage"));
    setUpFilter();
    joinSelection();
    m_splitter->addWidget(makeLeft());
    m_splitter->addWidget(m_panel);
    m_splitter->setHandleWidth(Metrics::hairline);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_panel->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(JobColumn::Waiting), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_scrolled = m_table->verticalScrollBar()->value(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobsPage::takeRows);
    // Not when the keyboard comes to the table: a row is current then that nobody picked.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            choose(rows.first().row());
    });
    connect(m_table, &ListTable::rowActivated, this, &JobsPage::choose);
    connect(m_table, &ListTable::filterWanted, this, &JobsPage::filterWanted);
    connect(m_troubles, &TroubleLine::jobsWanted, this, &JobsPage::setFilter);
    connect(m_troubles, &TroubleLine::runnersWanted, this, &JobsPage::filterWanted);
    connect(m_panel, &JobPanel::filterWanted, this, &JobsPage::filterWanted);
    connect(m_panel, &JobPanel::pageWanted, this, &JobsPage::pageWanted);
    connect(m_panel, &JobPanel::closed, this, &JobsPage::closePanel);
    setJobs(nullptr);
}

void JobsPage::setUpFilter()
{
    m_filter->focusProxy()->setObjectName(QStringLiteral("jobFilter"));
    m_filter->setPrompt(tr("Filter jobs"), tr("Filter by job, project, tag, runner, person, reason…"),
        tr("For example waiting:>10m  tag:docker  group:acme  why:all-paused"));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 80);
    connect(m_filter, &FilterBox::edited, this, &JobsPage::applyFilter);
    connect(m_filter, &FilterBox::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_filter, &FilterBox::suggestionsWanted, this, [this](const QString &text, qsizetype cursor) {
        if (m_model.verdicts())
            m_suggester.request(m_model.verdicts(), m_model.jobs()->readAt, text, cursor);
    });
    connect(&m_suggester, &FilterSuggester::suggested, m_filter, &FilterBox::offer);
    connect(&m_model, &JobTableModel::refused, m_filter, &FilterBox::showError);
}

void JobsPage::applyFilter()
{
    if (const auto filter = readFilter(*m_filter, FilterSubject::Jobs))
        m_model.setFilter(*filter);
}

QWidget *JobsPage::makeLeft()
{
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("role", QStringLiteral("muted"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setProperty("role", QStringLiteral("muted"));
    setFontRole(m_remark, FontRole::Caption);
    m_remark->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, Metrics::tiny);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Metrics::medium, Metrics::small, Metrics::medium, Metrics::small);
    top->setSpacing(Metrics::medium);
    m_count->setFixedHeight(m_filter->focusProxy()->sizeHint().height()); // in line with the field
    top->addWidget(m_filter, 4);
    top->addWidget(m_count, 0, Qt::AlignTop);
    top->addStretch(1);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *left = new QWidget;
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_troubles);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_remark);
    layout->addWidget(m_selected);
    return left;
}

void JobsPage::joinSelection()
{
    m_table->setCheckable(m_model, static_cast<int>(JobColumn::Check), static_cast<int>(JobColumn::Name));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table, &ListTable::dismissed, this, &JobsPage::dismiss);
    connect(&m_model, &JobTableModel::selectionChanged, this, [this] {
        m_selected->setCounts(m_model.checkCounts());
        emit choiceChanged();
    });
    connect(m_selected, &SelectionBar::selectAllRequested, &m_model, &JobTableModel::checkAll);
    connect(m_selected, &SelectionBar::clearRequested, this, [this] {
        m_model.clearChecks();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void JobsPage::addAction(QAction &action)
{
    m_table->addAction(&action);
    m_selected->addAction(action);
}

bool JobsPage::hasChoice() const
{
    return m_model.checkCounts().all() > 0 || (m_current && m_model.rowOf(*m_current) >= 0);
}

std::vector<JobPtr> JobsPage::chosenJobs() const
{
    if (m_model.checkCounts().all() > 0)
        return m_model.selectedJobs();
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    if (row < 0)
        return {};
    return {m_model.sharedJob(row)};
}

/// What was opened last is closed first.
void JobsPage::dismiss()
{
    if (m_panel->isVisibleTo(this))
        closePanel();
    else
        m_model.clearChecks();
}

void JobsPage::setFleet(const FleetPtr &fleet)
{
    m_model.setFleet(fleet);
}

void JobsPage::setJobs(const JobListPtr &jobs)
{
    m_trouble.reset();
    m_model.setJobs(jobs);
    if (!jobs)
        takeRows();
}

void JobsPage::showTrouble(const ErrorWords &words)
{
    m_trouble = words;
    takeRows();
}

void JobsPage::focusFilter()
{
    m_filter->focusField();
}

void JobsPage::setFilter(const QString &filter)
{
    m_filter->setText(filter);
    applyFilter();
}

void JobsPage::focusInEvent(QFocusEvent *event)
{
    m_table->setFocus(event->reason());
}

/// The job that was chosen stays chosen while it is in the list.
void JobsPage::takeRows()
{
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->verticalScrollBar()->setValue(m_scrolled);
    showCurrent();
    sayHowMany();
    m_troubles->showTroubles(m_model.troubles());
    const bool any = m_model.rowCount() > 0;
    if (!any)
        sayWhyEmpty();
    m_stack->setCurrentIndex(any ? 0 : 1);
    emit choiceChanged();
    emit refreshed();
}

void JobsPage::choose(int row)
{
    m_current = m_model.job(row).id;
    m_panel->show();
    showCurrent();
    emit choiceChanged();
}

void JobsPage::showCurrent()
{
    const int row = m_current && m_panel->isVisibleTo(this) ? m_model.rowOf(*m_current) : -1;
    if (row < 0)
        return;
    const ServerTime now = m_model.jobs()->readAt;
    m_panel->showJob(*m_model.verdicts(), m_model.jobAt(row), now);
    if (m_model.job(row).status == JobStatus::Pending)
        m_explaining.request({m_model.verdicts(), m_model.jobAt(row), now});
}

void JobsPage::closePanel()
{
    forgetChoice();
    m_table->setFocus(Qt::OtherFocusReason);
}

void JobsPage::forgetChoice()
{
    m_panel->hide();
    m_panel->showNothing();
    m_current.reset();
    m_table->clearSelection();
    m_model.clearChecks();
    emit choiceChanged();
}

void JobsPage::sayHowMany()
{
    const JobListPtr jobs = m_model.jobs();
    const bool known = jobs && !isRefused(*jobs);
    QString words = known
        ? tr("%1 wait, %2 run").arg(JobListWording::count(*jobs, true), JobListWording::count(*jobs, false))
        : QString();
    if (known && !m_model.filter().isEmpty())
        words = tr("%1 match · %2", "how many jobs match, how many there are")
                    .arg(Wording::count(m_model.rowCount()), words);
    m_count->setText(words);
    m_remark->setText(remark());
    m_remark->setVisible(!m_remark->text().isEmpty());
}

QString JobsPage::remark() const
{
    const JobListPtr jobs = m_model.jobs();
    if (!jobs || isRefused(*jobs))
        return {};
    if (m_trouble)
        return tr("As of %1. %2 %3", "a moment, what went wrong, what helps")
            .arg(Wording::exactTime(jobs->readAt), m_trouble->sentence, m_trouble->remedy);
    return JobListWording::reach(*jobs);
}

void JobsPage::sayWhyEmpty()
{
    const JobListPtr jobs = m_model.jobs();
    if (!jobs && m_trouble)
        m_empty->showWords(tr("The jobs could not be read"), m_trouble->sentence + u' ' + m_trouble->remedy);
    else if (!jobs)
        m_empty->showWords(tr("Reading the jobs"), tr("Jobs that wait and run appear as soon as they are read."));
    else if (isRefused(*jobs))
        m_empty->showWords(tr("The queue cannot be seen"), JobListWording::refusal(*jobs));
    else if (!m_model.filter().isEmpty())
        m_empty->showWords(tr("No job matches"), tr("No job that waits or runs meets the filter."));
    else
        m_empty->showWords(tr("Nothing waits, nothing runs"), JobListWording::nothing(*jobs));
}

} // namespace Runnerscope
