// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/jobpanel.h"

#include "models/jobcells.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/weblink.h"
#include "models/rules/wording.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/textblock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

QToolButton *makeLink(const QString &text)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setProperty("emphasis", QStringLiteral("link"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString stateOf(const Job &job, ServerTime now)
{
    const auto waited = waitedFor(job, now);
    const auto runs = ranFor(job, now);
    if (job.status == JobStatus::Pending)
        return waited ? JobPanel::tr("Waiting for %1").arg(Wording::longAge(*waited)) : JobPanel::tr("Waiting");
    if (runs && waited)
        return JobPanel::tr("Running for %1, after a wait of %2")
            .arg(Wording::longAge(*runs), Wording::longAge(*waited));
    return runs ? JobPanel::tr("Running for %1").arg(Wording::longAge(*runs)) : jobStatusWord(job.status);
}

QString exact(OptionalTime time)
{
    return time ? Wording::exactTime(*time) : QString();
}

QString runnerLine(const RunnerOfJob &runner)
{
    const QString state = Wording::state(runner.status, runner.paused);
    const QString name = JobPanel::tr("%1 – %2", "name of a runner, online").arg(runner.name, state);
    return runner.words.isEmpty() ? name : QString(name + u"\n\u2003" + runner.words); // indented below its name
}

/// One below the other, and how many are not named.
QString runnerLines(const std::vector<RunnerOfJob> &runners, qint64 count)
{
    QStringList lines;
    for (const RunnerOfJob &runner : runners)
        lines.append(runnerLine(runner));
    const qint64 more = count - static_cast<qint64>(runners.size());
    if (more > 0)
        lines.append(JobPanel::tr("and %1 more").arg(Wording::count(more)));
    return lines.join(u'\n');
}

QLayout *lineOf(std::initializer_list<QWidget *> links)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::medium);
    for (QWidget *link : links)
        line->addWidget(link);
    line->addStretch();
    return line;
}

} // namespace

JobPanel::JobPanel(QWidget *parent) :
    QWidget(parent),
    m_name(new ElidedLabel),
    m_state(new TextBlock),
    m_openPage(makeLink(tr("Open in GitLab"))),
    m_showRunners(makeLink(tr("Show its runner"))),
    m_card(makeLink(tr("Job card"))),
    m_cancel(makeLink(tr("Cancel…"))),
    m_close(new QToolButton)
{
    setObjectName(QStringLiteral("jobPanel"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    auto *scroll = new QScrollArea;
    scroll->setWidget(makeBody());
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &JobPanel::closed);
    connect(m_openPage, &QToolButton::clicked, this, [this] { emit pageWanted(m_page); });
    connect(m_card, &QToolButton::clicked, this, [this] { emit cardWanted(*m_job); });
    connect(m_cancel, &QToolButton::clicked, this, [this] { emit cancelWanted(*m_job); });
    connect(m_showRunners, &QToolButton::clicked, this, [this] { emit filterWanted(m_filter); });
}

QWidget *JobPanel::makeHeader()
{
    setFontRole(m_name, FontRole::Title);
    m_state->setAccessibleName(tr("Status"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::small);
    line->addWidget(m_name, 1);
    line->addWidget(m_close);
    auto *links = new QVBoxLayout; // one line is too narrow for four of them
    links->setSpacing(0);
    links->addLayout(lineOf({m_openPage, m_showRunners}));
    links->addLayout(lineOf({m_card, m_cancel}));
    auto *header = new QWidget;
    header->setAttribute(Qt::WA_StyledBackground);
    header->setProperty("hairline", QStringLiteral("bottom"));
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(Metrics::large, Metrics::small, Metrics::small, Metrics::small);
    layout->setSpacing(Metrics::tiny);
    layout->addLayout(line);
    layout->addWidget(m_state);
    layout->addLayout(links);
    return header;
}

FactList *JobPanel::addSection(QVBoxLayout &layout, const QString &heading)
{
    auto *label = new QLabel(heading);
    setFontRole(label, FontRole::Strong);
    label->setContentsMargins(Metrics::small, Metrics::large, Metrics::small, Metrics::tiny + 2);
    layout.addWidget(label);
    auto *facts = new FactList;
    layout.addWidget(facts);
    return facts;
}

JobPanel::Runners JobPanel::addRunners(QVBoxLayout &layout, const QString &heading)
{
    Runners runners;
    runners.section = new QWidget;
    auto *section = new QVBoxLayout(runners.section);
    section->setContentsMargins({});
    section->setSpacing(0);
    runners.lines = addSection(*section, heading)->addSentence(heading);
    layout.addWidget(runners.section);
    return runners;
}

void JobPanel::Runners::show(const std::vector<RunnerOfJob> &runners, qint64 count)
{
    section->setVisible(count > 0);
    lines.show(runnerLines(runners, count));
}

QWidget *JobPanel::makeWhySection()
{
    auto *section = new QWidget;
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    FactList *why = addSection(*layout, tr("Why it waits"));
    m_why = why->addSentence(tr("Why it waits"));
    m_deadline = why->addSentence(tr("Until when it can wait"));
    m_place = why->addSentence(tr("Place in the queue"));
    m_remarks = why->addSentence(tr("Remarks"), true);
    m_serverOnly = why->addSentence(tr("What only the server knows"), true);
    return section;
}

QWidget *JobPanel::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(Metrics::small, 0, Metrics::small, Metrics::large);
    layout->setSpacing(0);
    m_whySection = makeWhySection();
    layout->addWidget(m_whySection);
    m_candidates = addRunners(*layout, tr("Runners that may take it"));
    m_nearMisses = addRunners(*layout, tr("Runners that nearly could"));
    FactList *runner = addSection(*layout, tr("Runner"));
    m_runner = runner->addFact(tr("Runner"));
    m_registrar = runner->addFact(tr("Registered by"));
    m_owner = runner->addFact(tr("Belongs to"));
    FactList *facts = addSection(*layout, tr("Job"));
    m_project = facts->addFact(tr("Project"));
    m_stage = facts->addFact(tr("Stage"));
    m_ref = facts->addFact(tr("Branch or tag"));
    m_tags = facts->addFact(tr("Needs the tags"));
    m_startedBy = facts->addFact(tr("Started by"));
    m_queued = facts->addFact(tr("Queued"));
    m_started = facts->addFact(tr("Started", "a job"));
    layout->addStretch();
    return body;
}

void JobPanel::showFacts(const Job &job, ServerTime now)
{
    m_name->setText(JobCardWording::title(job));
    m_state->showText(stateOf(job, now) + u'\n' + tr("Job #%1").arg(job.id.number));
    m_project.show(job.project ? Wording::oneLine(job.project->fullPath) : tr("not readable with this token"));
    m_stage.show(Wording::oneLine(job.stage));
    m_ref.show(Wording::oneLine(job.ref));
    m_tags.show(job.tags.isEmpty() ? tr("none") : Wording::oneLine(job.tags.join(QStringLiteral(", "))));
    m_startedBy.show(job.user
            ? tr("%1 (@%2)").arg(Wording::oneLine(job.user->name), Wording::oneLine(job.user->username))
            : QString());
    m_queued.show(exact(job.queuedAt));
    m_started.show(exact(job.startedAt));
}

void JobPanel::showRunner(const JobVerdicts &verdicts, const Job &job)
{
    const FleetRow *row = job.runner ? verdicts.fleet().find(*job.runner) : nullptr;
    m_filter = job.runner ? QStringLiteral("id:%1").arg(job.runner->number) : QString();
    m_showRunners->setVisible(job.runner.has_value());
    m_cancel->setVisible(job.status != JobStatus::Canceling && job.cancelable != false);
    if (!row) {
        m_runner.show(job.runner ? tr("#%1, which is not in the list of runners").arg(job.runner->number)
                                 : tr("none took it yet"));
        m_registrar.show({});
        m_owner.show({});
        return;
    }
    const Runner &runner = *row->runner;
    m_runner.show(tr("%1 (#%2), %3", "name, number, state of a runner")
                      .arg(Wording::oneLine(Wording::displayName(runner)))
                      .arg(runner.id.number)
                      .arg(Wording::state(row->status, runner.paused)));
    m_registrar.show(Wording::oneLine(Wording::creatorSentence(runner)));
    m_owner.show(runner.owner                     ? Wording::oneLine(runner.owner->fullPath)
            : runner.type == RunnerType::Instance ? tr("Instance runners belong to no group.")
                                                  : tr("not readable with this token"));
}

void JobPanel::showJob(const JobVerdicts &verdicts, std::size_t number, ServerTime now)
{
    const Job &job = *verdicts.input().jobs[number];
    const bool isAnother = m_job != job.id;
    m_job = job.id;
    showFacts(job, now);
    showRunner(verdicts, job);
    const bool waits = job.status == JobStatus::Pending;
    m_whySection->setVisible(waits);
    m_why.show(JobWording::sentence(verdicts, number));
    m_serverOnly.show(JobWording::knownToServerOnly());
    if (isAnother)
        showExplanation({job.id, {}, {}, {}, {}, {}, 0, 0});
    const QString base = m_instance.endsWith(u'/') ? m_instance.chopped(1) : m_instance;
    const auto page =
        job.webPath.isEmpty() ? std::nullopt : webLink(QUrl(base).resolved(QUrl(job.webPath)).toString(), m_instance);
    m_page = page.value_or(QUrl());
    m_openPage->setVisible(page.has_value());
}

void JobPanel::showExplanation(const JobExplanation &explanation)
{
    if (explanation.job != m_job)
        return;
    m_deadline.show(explanation.deadline);
    m_place.show(explanation.queuePlace);
    m_remarks.show(explanation.remarks.join(u'\n'));
    m_candidates.show(explanation.candidates, explanation.candidateCount);
    m_nearMisses.show(explanation.nearMisses, explanation.nearMissCount);
}

void JobPanel::showNothing()
{
    m_job.reset();
}

QSize JobPanel::sizeHint() const
{
    return {Metrics::panelWidth, QWidget::sizeHint().height()};
}

void JobPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Runnerscope
