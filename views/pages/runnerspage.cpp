// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/runnerspage.h"

#include "models/rules/coveragewording.h"
#include "models/runnertablemodel.h"
#include "views/pages/groupspage.h"
#include "views/pages/hostspage.h"
#include "views/pages/tagspage.h"
#include "views/panels/coverageline.h"
#include "views/panels/emptystate.h"
#include "views/panels/runnerpanel.h"
#include "views/panels/selectionbar.h"
#include "views/tables/runnertableview.h"
#include "views/theme/metrics.h"

#include <QApplication>
#include <QDataStream>
#include <QFocusEvent>
#include <QIODevice>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr quint32 pageStateMark = 0x52535031; ///< "RSP1"; changes with the meaning of the saved state

} // namespace

RunnersPage::RunnersPage(RunnerTableModel &model, QWidget *parent) :
    QWidget(parent),
    m_model(model),
    m_splitter(new QSplitter(Qt::Horizontal)),
    m_tabs(new QTabBar),
    m_views(new QStackedWidget),
    m_stack(new QStackedWidget),
    m_table(new RunnerTableView(model)),
    m_columnLayouts(*m_table),
    m_empty(new EmptyState),
    m_coverage(new CoverageLine),
    m_selected(new SelectionBar(SelectionBar::Of::Runners)),
    m_panel(new RunnerPanel)
{
    setObjectName(QStringLiteral("runnersPage"));
    m_empty->setObjectName(QStringLiteral("noRows"));
    arrange();
    connect(m_table, &RunnerTableView::currentRunnerChanged, this, &RunnersPage::choose);
    connect(m_table, &RunnerTableView::activatedRunner, this, [this] { openPanel(); });
    connect(m_table, &RunnerTableView::dismissed, this, &RunnersPage::dismiss);
    joinSelection();
    connect(m_panel, &RunnerPanel::closed, this, &RunnersPage::closePanel);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_panelWidth = m_panel->width(); });
    connect(m_empty, &EmptyState::buttonClicked, this, &RunnersPage::clearFilterRequested);
    connect(&m_model, &RunnerTableModel::refreshed, this, &RunnersPage::followFleet);
    m_second.setInterval(std::chrono::seconds(1)); // the unit in which young rows age
    connect(&m_second, &QTimer::timeout, this, &RunnersPage::updateAge);
    m_second.start();
    updateEmptyState();
}

void RunnersPage::arrange()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *runners = new QWidget;
    auto *below = new QVBoxLayout(runners);
    below->setContentsMargins({});
    below->setSpacing(0);
    below->addWidget(m_stack, 1);
    below->addWidget(m_selected);
    m_views->addWidget(runners);
    addViews();
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_views, 1);
    column->addWidget(m_coverage);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_panel);
    m_splitter->setHandleWidth(Metrics::hairline);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_panel->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setTabOrder(m_tabs, m_table);
}

void RunnersPage::addViews()
{
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const QString &title : {tr("Runners"), tr("Hosts"), tr("Tags"), tr("Groups")})
        m_tabs->addTab(title);
    for (ListPage *page : {static_cast<ListPage *>(new HostsPage), static_cast<ListPage *>(new TagsPage),
             static_cast<ListPage *>(new GroupsPage)}) {
        m_views->addWidget(page);
        connect(page, &ListPage::filterWanted, this, [this](const QString &filter) {
            showView(View::Runners);
            emit filterWanted(filter);
            m_table->setFocus(Qt::OtherFocusReason);
        });
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_views->setCurrentIndex(index);
        if (index != 0)
            m_panel->hide(); // it is about a row of the table
        followView();
        emit viewChanged();
    });
}

void RunnersPage::showView(View view)
{
    m_tabs->setCurrentIndex(static_cast<int>(view));
    setFocus(Qt::OtherFocusReason);
}

/// Not by a focus proxy, which would hide the tabs from the Tab key.
void RunnersPage::focusInEvent(QFocusEvent *event)
{
    QWidget *shown = view() == View::Runners ? m_stack->currentWidget() : m_views->currentWidget();
    shown->setFocus(event->reason());
}

RunnersPage::View RunnersPage::view() const
{
    return static_cast<View>(m_tabs->currentIndex());
}

/// A view that nobody sees is not worked on.
void RunnersPage::followView()
{
    if (auto *page = qobject_cast<ListPage *>(m_views->currentWidget()); page && m_model.orderedRows())
        page->follow(m_model.orderedRows());
}

void RunnersPage::joinSelection()
{
    connect(
        &m_model, &RunnerTableModel::selectionChanged, this, [this] { m_selected->setCounts(m_model.checkCounts()); });
    connect(m_selected, &SelectionBar::selectAllRequested, &m_model, &RunnerTableModel::checkAll);
    connect(m_selected, &SelectionBar::clearRequested, this, [this] {
        m_model.clearChecks();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

/// What was opened last is closed first.
void RunnersPage::dismiss()
{
    if (isPanelOpen())
        closePanel();
    else
        m_model.clearChecks();
}

void RunnersPage::choose(std::optional<RunnerId> runner)
{
    const int row = runner ? m_model.rowOf(*runner) : -1;
    if (row >= 0) {
        m_panel->showRow(m_model.fleetRow(row));
        updateAge();
        openPanel();
    } else {
        m_panel->showNothing();
    }
    emit runnerChosen(runner);
}

void RunnersPage::openPanel()
{
    if (isPanelOpen())
        return;
    m_panel->show();
    const int usual = std::min(width() * 36 / 100, Metrics::panelWidth);
    const int wanted = m_panelWidth > 0 ? std::min(m_panelWidth, width() * 2 / 3) : usual;
    const int panel = std::max(wanted, m_panel->minimumWidth());
    m_splitter->setSizes({width() - panel, panel});
}

void RunnersPage::setAccess(const std::optional<Access> &access)
{
    m_access = access;
    followFleet();
}

void RunnersPage::updateAge()
{
    const OptionalTime readAt = m_panel->readAt();
    if (readAt && isVisible())
        m_panel->showAge(m_model.ageOf(*readAt));
}

void RunnersPage::followFleet()
{
    followView();
    updateEmptyState();
    if (m_model.fleet()) {
        m_coverage->setMissesSaid(m_model.fleet()->rows.empty());
        m_coverage->setCoverage(m_model.fleet()->coverage, m_access);
    }
    const auto current = m_table->currentRunner();
    if (current && current == m_panel->runner())
        m_panel->showRow(m_model.fleetRow(m_model.rowOf(*current)));
    updateAge();
}

void RunnersPage::closePanel()
{
    m_panel->hide();
    m_table->clearSelection();
    m_table->setFocus(Qt::OtherFocusReason);
}

bool RunnersPage::isPanelOpen() const
{
    return !m_panel->isHidden();
}

void RunnersPage::setLoading(bool loading)
{
    m_loading = loading;
    updateEmptyState();
}

void RunnersPage::updateEmptyState()
{
    const bool anyRows = m_model.rowCount() > 0;
    if (!anyRows)
        sayWhyEmpty();
    showInPlace(anyRows ? static_cast<QWidget *>(m_table) : m_empty);
}

/// The focus stays in its place when what stands there changes.
void RunnersPage::showInPlace(QWidget *shown)
{
    QWidget *before = m_stack->currentWidget();
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && (focused == before || before->isAncestorOf(focused));
    m_stack->setCurrentWidget(shown);
    if (hadFocus && shown != before)
        shown->setFocus(Qt::OtherFocusReason);
}

void RunnersPage::sayWhyEmpty()
{
    const bool anyRead = m_model.fleet() && !m_model.fleet()->rows.empty();
    if (anyRead && !m_model.filter().isEmpty())
        m_empty->showWords(tr("No runner matches"), tr("There is no runner in the fleet that the filter describes."),
            tr("Clear the filter"));
    else if (m_loading)
        m_empty->showWords(tr("Reading the fleet"), tr("Runners appear as soon as the first of them are read."));
    else if (!m_model.fleet() || m_model.fleet()->coverage.kind == Coverage::Kind::Partial)
        m_empty->showWords(tr("Nothing could be read"), tr("The message above says why, and what can be done."));
    else
        m_empty->showWords(tr("No runners"), CoverageWording::whyEmpty(m_model.fleet()->coverage, m_access));
}

QByteArray RunnersPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << pageStateMark << m_panelWidth << m_columnLayouts.own();
    return state;
}

bool RunnersPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 mark = 0;
    int panelWidth = 0;
    QByteArray tableState;
    stream >> mark >> panelWidth >> tableState;
    if (stream.status() != QDataStream::Ok || mark != pageStateMark || !m_columnLayouts.restoreOwn(tableState))
        return false;
    m_panelWidth = std::max(0, panelWidth);
    return true;
}

} // namespace Runnerscope
