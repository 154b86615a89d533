// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/runnerjobsview.h"

#include "models/rules/jobs/runnerrecordwording.h"
#include "views/charts/recordchart.h"
#include "views/tables/listtable.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

namespace {

/// Somebody who walks through the runners with the arrow keys does not ask for the jobs of each.
constexpr std::chrono::milliseconds settlePause{300};
constexpr int mostRowsShown = 8;

void fitHeight(ListTable &table)
{
    const int rows = std::min(table.model()->rowCount(), mostRowsShown);
    table.setFixedHeight(
        table.horizontalHeader()->sizeHint().height() + rows * table.verticalHeader()->defaultSectionSize());
    table.setVisible(rows > 0);
}

} // namespace

RunnerJobsView::RunnerJobsView(QWidget *parent) :
    QWidget(parent),
    m_verdict(new TextBlock),
    m_remarks(new TextBlock),
    m_hosts(nullptr),
    m_courseTitle(new TextBlock),
    m_course(new RecordChart),
    m_jobs(nullptr),
    m_again(new QToolButton)
{
    m_verdict->setAccessibleName(tr("The runner or a host"));
    m_remarks->setAccessibleName(tr("Remarks on the jobs"));
    m_remarks->setMuted(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::small, 0, Metrics::small, 0);
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_verdict);
    layout->addWidget(m_remarks);
    m_hosts = addTable(m_record, tr("Jobs by host"), {10, 6, 5, 7, 6});
    connect(m_hosts->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { showCourse(current.row()); });
    m_courseTitle->setAccessibleName(tr("Whose jobs are shown over time"));
    m_courseTitle->setMuted(true);
    layout->addWidget(m_courseTitle);
    layout->addWidget(m_course);
    m_jobs = addTable(m_runs, tr("Recent jobs"), {20, 11, 7});
    connect(m_jobs, &ListTable::rowActivated, this, [this](int row) {
        if (const QString reference = m_runs.reference(row); !reference.isEmpty())
            emit jobWanted(reference);
    });
    m_again->setObjectName(QStringLiteral("readJobsAgain"));
    m_again->setText(tr("Read again"));
    m_again->setProperty("emphasis", QStringLiteral("link"));
    m_again->setFocusPolicy(Qt::StrongFocus);
    connect(m_again, &QToolButton::clicked, this, &RunnerJobsView::ask);
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlePause);
    connect(&m_settle, &QTimer::timeout, this, &RunnerJobsView::ask);
    clear();
}

ListTable *RunnerJobsView::addTable(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths)
{
    auto *table = new ListTable(model, name, widths);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the order is that of the model
    table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout()->addWidget(table);
    return table;
}

void RunnerJobsView::clear()
{
    m_runner.reset();
    m_asked = false;
    m_settle.stop();
    fill(nullptr, {});
    say({}, {});
}

void RunnerJobsView::start(RunnerId runner)
{
    clear();
    m_runner = runner;
    say(tr("Reading the jobs…"), {});
    if (isVisible())
        m_settle.start();
}

void RunnerJobsView::restart(RunnerId runner)
{
    if (m_runner == runner)
        start(runner);
}

void RunnerJobsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_runner && !m_asked)
        ask();
}

void RunnerJobsView::ask()
{
    if (!m_runner || !isVisible())
        return;
    m_settle.stop();
    m_asked = true;
    emit wanted(*m_runner);
}

void RunnerJobsView::showJobs(const TakenJobsPtr &jobs)
{
    if (m_runner != jobs->runner)
        return;
    if (jobs->refused) {
        fill(nullptr, {});
        say(tr("You may not see the jobs of this runner."),
            tr("Maintainers of its group or project and administrators see them."));
        return;
    }
    const RunnerRecord record = recordOf(*jobs);
    fill(jobs, record);
    say(RunnerRecordWording::verdict(record), RunnerRecordWording::remarks(record, *jobs).join(u'\n'));
}

void RunnerJobsView::showTrouble(RunnerId runner, const ErrorWords &words)
{
    if (m_runner == runner)
        say(tr("The jobs could not be read."), words.sentence + u' ' + words.remedy);
}

void RunnerJobsView::fill(const TakenJobsPtr &jobs, const RunnerRecord &record)
{
    m_found = record;
    m_record.setRecord(record);
    m_runs.setJobs(jobs);
    fitHeight(*m_hosts);
    fitHeight(*m_jobs);
    const bool suspect = record.suspects > 0;
    m_hosts->setCurrentIndex(m_record.index(suspect ? 0 : m_record.rowCount() - 1, 0));
    if (m_record.rowCount() == 0)
        showCourse(0);
}

/// Of a row of the table of hosts; those of one host alone are those of all.
void RunnerJobsView::showCourse(int host)
{
    const bool all = host < 0 || host >= static_cast<int>(m_found.courses.size()) || m_found.courses.size() == 1;
    const auto place = static_cast<std::size_t>(host);
    m_course->setCourse(all ? HostCourse{m_found.spans, {}} : m_found.courses[place]);
    m_courseTitle->showText(
        all ? RunnerRecordWording::courseTitle() : RunnerRecordWording::courseTitle(m_found.hosts[place]));
    m_courseTitle->setVisible(m_course->isVisibleTo(this));
}

void RunnerJobsView::say(const QString &verdict, const QString &remarks)
{
    m_verdict->showText(verdict);
    m_remarks->showText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    m_again->setVisible(m_asked);
}

} // namespace Runnerscope
