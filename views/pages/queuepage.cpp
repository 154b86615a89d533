// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/queuepage.h"

#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"
#include "views/charts/queuecharts.h"
#include "views/panels/emptystate.h"
#include "views/tables/listtable.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <QFocusEvent>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;

struct SpanChoice
{
    std::chrono::hours length;
    const char *words;
};
constexpr SpanChoice spanChoices[] = {{3h, QT_TRANSLATE_NOOP("Runnerscope::QueuePage", "3 h")},
    {24h, QT_TRANSLATE_NOOP("Runnerscope::QueuePage", "Day")},
    {7 * 24h, QT_TRANSLATE_NOOP("Runnerscope::QueuePage", "Week")},
    {31 * 24h, QT_TRANSLATE_NOOP("Runnerscope::QueuePage", "Month")},
    {365 * 24h, QT_TRANSLATE_NOOP("Runnerscope::QueuePage", "Year")}};

QLabel *makeLine(FontRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    setFontRole(label, role);
    return label;
}

QToolButton *makeLink(const QString &text)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("emphasis", QStringLiteral("link"));
    button->hide();
    return button;
}

} // namespace

QueuePage::QueuePage(QWidget *parent) :
    QWidget(parent),
    m_kinds(new QComboBox),
    m_spans(new QButtonGroup(this)),
    m_own(makeLink({})),
    m_whose(makeLine(FontRole::Strong)),
    m_all(makeLink(tr("Show all jobs"))),
    m_charts(new QueueCharts),
    m_remark(makeLine(FontRole::Caption)),
    m_table(new ListTable(m_model, tr("Waiting times"), {44, 14, 14, 14, 14, 14, 14})),
    m_splitter(new QSplitter(Qt::Vertical)),
    m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("queuePage"));
    m_splitter->setHandleWidth(Metrics::hairline);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_charts);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_remark->setProperty("role", QStringLiteral("muted"));
    m_remark->setWordWrap(true);
    m_remark->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, Metrics::tiny);
    auto *parts = new QWidget;
    auto *inner = new QVBoxLayout(parts);
    inner->setContentsMargins({});
    inner->setSpacing(0);
    inner->addLayout(makeTitle());
    inner->addWidget(m_splitter, 1);
    inner->addWidget(m_remark);
    m_stack = new QStackedLayout;
    m_stack->addWidget(parts);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeChoices());
    layout->addLayout(m_stack, 1);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(WaitColumn::P95), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    joinParts();
    sayWhose();
    forget();
}

QLayout *QueuePage::makeChoices()
{
    m_kinds->setObjectName(QStringLiteral("queueKind"));
    m_kinds->setAccessibleName(tr("Tell jobs apart by"));
    m_kinds->addItems({tr("Total"), tr("By tag set"), tr("By group"), tr("By project"), tr("By runner")});
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Metrics::medium, Metrics::small, Metrics::medium, Metrics::small);
    line->setSpacing(Metrics::small);
    line->addWidget(m_kinds);
    line->addSpacing(Metrics::small);
    for (const SpanChoice &choice : spanChoices) {
        auto *button = new QToolButton;
        button->setText(tr(choice.words));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(tr("The last %1").arg(Wording::duration(choice.length)));
        button->setChecked(choice.length == m_span);
        m_spans->addButton(button, static_cast<int>(choice.length.count()));
        line->addWidget(button);
    }
    m_own->setToolTip(tr("Let this span go (Esc)"));
    line->addWidget(m_own);
    line->addStretch();
    return line;
}

QLayout *QueuePage::makeTitle()
{
    m_whose->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Metrics::medium, 0, Metrics::medium, Metrics::tiny);
    line->addWidget(m_whose, 1);
    line->addWidget(m_all);
    return line;
}

void QueuePage::joinParts()
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(200);
    connect(&m_settle, &QTimer::timeout, this, &QueuePage::askDepth);
    connect(m_kinds, &QComboBox::currentIndexChanged, this,
        [this](int index) { chooseKind(static_cast<FacetKind>(index)); });
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int hours) { chooseSpan(std::chrono::hours(hours)); });
    connect(m_own, &QToolButton::clicked, this, &QueuePage::letSpanGo);
    connect(m_all, &QToolButton::clicked, this, &QueuePage::showAll);
    connect(m_charts, &QueueCharts::spanTaken, this, &QueuePage::takeSpan);
    connect(m_charts, &QueueCharts::backWanted, this, &QueuePage::letSpanGo);
    connect(m_charts, &QueueCharts::resized, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_scrolled = m_table->verticalScrollBar()->value(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QueuePage::takeRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::chooseRow);
}

void QueuePage::setFleet(const FleetPtr &fleet)
{
    m_model.setFleet(fleet);
}

QueueQuestion QueuePage::question() const
{
    QueueQuestion question;
    question.facet = m_facet;
    question.span = m_picked ? m_picked->length() : m_span;
    if (m_picked)
        question.end = m_picked->to;
    return question;
}

void QueuePage::askDepth()
{
    if (!isVisible())
        return;
    QueueQuestion depth = question();
    depth.mostPoints = m_charts->mostPoints();
    emit asked(depth);
}

/// The chart comes first: it is there sooner.
void QueuePage::ask()
{
    if (!isVisible())
        return;
    m_sinceAsked.start();
    askDepth();
    QueueQuestion waits = question();
    waits.facet = {};
    waits.by = m_kind;
    emit asked(waits);
}

void QueuePage::renew()
{
    constexpr std::chrono::milliseconds soonest = 8s;
    const bool isSoon = m_sinceAsked.isValid() && !m_sinceAsked.hasExpired(soonest.count());
    if (!m_picked && !isSoon) // what has gone by does not change
        ask();
}

void QueuePage::forget()
{
    m_picked.reset();
    m_period = {};
    m_own->hide();
    m_facet = {};
    m_model.setWaits(m_kind, {});
    sayWhose();
    m_empty->showWords(tr("Reading what is kept"), tr("The history of the queue appears as soon as it is read."));
    setParts(false);
}

void QueuePage::setParts(bool shown)
{
    m_stack->setCurrentIndex(shown ? 0 : 1);
}

void QueuePage::showHistory(const QueueQuestion &asked, const QueueHistory &history)
{
    if (asked.by) {
        if (*asked.by == m_kind)
            m_model.setWaits(m_kind, history.waits);
        return;
    }
    if (asked.facet != m_facet)
        return;
    m_period = history.period;
    const bool any = !history.points.empty() || history.mostRunning || m_facet.kind != FacetKind::All;
    if (!any) {
        m_empty->showWords(tr("Nobody has looked at the queue yet"),
            tr("While this window is open and its user may see jobs, the queue is noted every few seconds, and charts "
               "and waiting times fill. The history stays on this computer."));
    }
    setParts(any);
    m_charts->show(history, m_whose->text(), m_facet.kind != FacetKind::Runner);
    m_remark->setText(Wording::observation(history.points, history.period) + u' '
        + tr("Waiting times are those of jobs that started in it and were seen."));
    m_own->setText(
        m_picked ? tr("%1 ✕", "a span of time that can be let go").arg(Wording::period(*m_picked)) : QString());
    m_own->setAccessibleName(m_picked ? tr("Let the span go: %1").arg(Wording::period(*m_picked)) : QString());
    m_own->setVisible(m_picked.has_value());
}

void QueuePage::showNotKept()
{
    m_empty->showWords(tr("No history of the queue is kept"),
        tr("It is kept on this computer from the moment the server has said whose token this is; then looks at the "
           "jobs are noted while the window is open."));
    setParts(false);
}

void QueuePage::showTrouble(const ErrorWords &words)
{
    m_empty->showWords(words.sentence, words.remedy);
    setParts(false);
}

void QueuePage::chooseKind(FacetKind kind)
{
    const QSignalBlocker quiet(m_kinds);
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    m_kind = kind;
    m_facet = {};
    sayWhose();
    ask();
}

void QueuePage::chooseSpan(std::chrono::milliseconds span)
{
    m_span = span;
    if (auto *button = m_spans->button(static_cast<int>(span / 1h)))
        button->setChecked(true);
    letSpanGo();
    ask();
}

void QueuePage::takeSpan(const Period &span)
{
    m_picked = span;
    emit spanChosen(m_picked);
    ask();
}

void QueuePage::letSpanGo()
{
    if (!m_picked)
        return;
    m_picked.reset();
    m_own->hide();
    emit spanChosen(m_picked);
    ask();
}

void QueuePage::chooseRow()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_taking || !index.isValid() || m_model.waits(index.row()).facet == m_facet)
        return;
    m_facet = m_model.waits(index.row()).facet;
    m_facetName = m_model.name(index.row());
    sayWhose();
    askDepth();
}

void QueuePage::showAll()
{
    m_facet = {};
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_table->setFocus(Qt::OtherFocusReason);
    sayWhose();
    askDepth();
}

void QueuePage::sayWhose()
{
    const QString words = Wording::queueFacet(m_facet, m_facetName);
    m_whose->setText(words.left(1).toUpper() + words.mid(1));
    m_all->setVisible(m_facet.kind != FacetKind::All);
}

/// The row that was chosen stays chosen while it is there.
void QueuePage::takeRows()
{
    m_taking = true;
    const int row = m_facet.kind == FacetKind::All ? -1 : m_model.rowOf(m_facet);
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->verticalScrollBar()->setValue(m_scrolled);
    m_taking = false;
}

void QueuePage::focusInEvent(QFocusEvent *event)
{
    m_kinds->setFocus(event->reason());
}

void QueuePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

} // namespace Runnerscope
