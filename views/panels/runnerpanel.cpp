// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/runnerpanel.h"

#include "models/rules/runnerlinks.h"
#include "models/rules/status.h"
#include "models/rules/wording.h"
#include "views/panels/emptystate.h"
#include "views/panels/projectlist.h"
#include "views/panels/runnerfacts.h"
#include "views/panels/runnerjobsview.h"
#include "views/panels/runnerpanelbody.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/statusmark.h"
#include "views/widgets/textblock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>

#include <memory>

namespace Runnerscope {

RunnerPanel::RunnerPanel(QWidget *parent) :
    QWidget(parent),
    m_pages(new QStackedLayout),
    m_name(new ElidedLabel),
    m_mark(new StatusMark),
    m_state(new TextBlock),
    m_kind(new TextBlock),
    m_contact(new TextBlock),
    m_age(new QLabel),
    m_links(new QToolButton),
    m_close(new QToolButton),
    m_scroll(new QScrollArea),
    m_body(new RunnerPanelBody)
{
    setObjectName(QStringLiteral("runnerPanel"));
    setMinimumWidth(Metrics::panelWidth * 3 / 4);
    m_close->setIcon(glyphIcon(Glyph::Close));
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(m_close->accessibleName());
    connect(m_close, &QToolButton::clicked, this, &RunnerPanel::closed);
    m_links->setObjectName(QStringLiteral("runnerLinks"));
    m_links->setText(tr("Go to ▾", "opens a menu"));
    m_links->setToolTip(tr("Pages of GitLab, runners of the groups above, and jobs"));
    m_links->setFocusPolicy(Qt::StrongFocus);
    m_links->setPopupMode(QToolButton::InstantPopup);
    m_links->setMenu(new QMenu(m_links));
    connect(m_links->menu(), &QMenu::aboutToShow, this, &RunnerPanel::fillLinks);
    setLayout(m_pages);
    m_pages->addWidget(makeHint());
    m_pages->addWidget(makeContent());
}

QWidget *RunnerPanel::makeHint()
{
    auto *hint = new EmptyState;
    hint->showWords(tr("No runner chosen"), tr("Choose a runner in the table to see all that is known of it."));
    return hint;
}

QWidget *RunnerPanel::makeContent()
{
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_scroll, 1);
    return content;
}

QWidget *RunnerPanel::makeHeader()
{
    setFontRole(m_name, FontRole::Title);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::small);
    line->addWidget(m_name, 1);
    line->addWidget(m_links);
    line->addWidget(m_close);

    auto *header = new QWidget;
    header->setAttribute(Qt::WA_StyledBackground);
    header->setProperty("hairline", QStringLiteral("bottom"));
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(Metrics::large, Metrics::small, Metrics::small, Metrics::medium);
    layout->setSpacing(Metrics::tiny);
    layout->addLayout(line);
    addStateLine(*layout);
    return header;
}

void RunnerPanel::addStateLine(QVBoxLayout &layout)
{
    m_state->setAccessibleName(tr("Status"));
    m_contact->setAccessibleName(tr("Contact"));
    m_kind->setAccessibleName(tr("Type and number"));
    m_kind->setMuted(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::small);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addWidget(m_state, 1);
    layout.addLayout(line);
    layout.addWidget(m_contact);
    layout.addWidget(m_kind);
    m_age->setTextFormat(Qt::PlainText);
    m_age->setProperty("role", QStringLiteral("muted"));
    m_age->setToolTip(tr("When the server was asked for this"));
    layout.addWidget(m_age);
}

void RunnerPanel::fillLinks()
{
    QMenu &menu = *m_links->menu();
    menu.clear();
    if (!m_row)
        return;
    bool pages = false;
    for (const RunnerLink &link : runnerLinks(*m_row->runner, m_details ? &*m_details : nullptr, m_instance)) {
        if (pages && link.page.isEmpty())
            menu.addSeparator();
        pages = !link.page.isEmpty();
        QString text = link.text;
        QAction *action = menu.addAction(text.replace(u'&', QStringLiteral("&&")));
        if (pages)
            connect(action, &QAction::triggered, this, [this, page = link.page] { emit pageWanted(page); });
        else
            connect(action, &QAction::triggered, this, [this, filter = link.filter] { emit filterWanted(filter); });
    }
    menu.addSeparator();
    QAction *waiting = menu.addAction(tr("Waiting jobs that it could take"));
    waiting->setObjectName(QStringLiteral("waitingJobs"));
    connect(waiting, &QAction::triggered, this, [this] { emit waitingJobsWanted(m_row->runner->id); });
}

ProjectList &RunnerPanel::projects() const
{
    return m_body->projects();
}

RunnerJobsView &RunnerPanel::jobs() const
{
    return m_body->jobs();
}

std::optional<RunnerId> RunnerPanel::runner() const
{
    return m_row ? std::optional(m_row->runner->id) : std::nullopt;
}

void RunnerPanel::showRow(const FleetRow &row)
{
    const bool another = runner() != row.runner->id;
    m_row = row;
    if (another) {
        m_details.reset();
        m_body->showTrouble({});
        projects().clear();
        jobs().start(row.runner->id);
        m_scroll->verticalScrollBar()->setValue(0);
    }
    refresh();
}

void RunnerPanel::showDetails(const RunnerDetails &details)
{
    if (runner() != details.runner.id)
        return;
    const bool first = !m_details;
    m_details = details;
    if (first && details.runner.type == RunnerType::Project)
        projects().start(details.runner.id, details.runner.projectCount);
    m_body->showTrouble({});
    refresh();
}

void RunnerPanel::showDetailsTrouble(const ErrorWords &words)
{
    m_body->showTrouble(tr("No details: only what the list knows is shown. %1 %2", "what happened, what to do")
                            .arg(words.sentence, words.remedy));
}

void RunnerPanel::showNothing()
{
    m_row.reset();
    m_details.reset();
    m_readAt.reset();
    jobs().clear();
    m_pages->setCurrentIndex(0);
}

void RunnerPanel::refresh()
{
    FleetRow shown = *m_row;
    if (m_details && (m_details->readAt >= m_row->readAt || m_details->runner == *m_row->runner)) {
        shown.readAt = m_details->readAt;
        shown.runner = std::make_shared<const Runner>(m_details->runner);
        shown.status = statusOf(m_details->runner, m_details->readAt);
    } else if (m_details && !m_row->runner->managersComplete()) {
        Runner merged = *m_row->runner; // rows may know the first few hosts only
        merged.managers = m_details->runner.managers;
        shown.runner = std::make_shared<const Runner>(std::move(merged));
    }
    m_readAt = shown.readAt;
    showHead(*shown.runner, shown);
    m_body->showRunner(*shown.runner, shown.readAt);
    m_body->showExtras(m_details ? &*m_details : nullptr);
    m_pages->setCurrentIndex(1);
}

void RunnerPanel::showHead(const Runner &runner, const FleetRow &row)
{
    m_name->setText(Wording::oneLine(Wording::displayName(runner)));
    m_mark->setStatus(row.status, runner.paused);
    m_state->showText(RunnerFacts::state(row));
    m_contact->showText(RunnerFacts::contact(runner, row.readAt));
    m_contact->setPlainToolTip(runner.contactedAt ? Wording::exactTime(*runner.contactedAt) : QString());
    m_kind->showText(RunnerFacts::kind(runner));
}

void RunnerPanel::showAge(std::chrono::seconds age)
{
    m_age->setText(tr("Read %1 ago", "such as 12 seconds").arg(Wording::longAge(age)));
}

QSize RunnerPanel::sizeHint() const
{
    return {Metrics::panelWidth, 480};
}

void RunnerPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Runnerscope
