// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/navigationpanel.h"

#include "models/rules/coveragereach.h"
#include "models/rules/filter/filterchoices.h"
#include "models/rules/moment.h"
#include "models/rules/viewwording.h"
#include "models/rules/wording.h"
#include "views/delegates/plaintooltip.h"
#include "views/panels/instanceswitch.h"
#include "views/panels/navigationitem.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

QString facetFilter(RunnerStatus status)
{
    return QStringLiteral("status:") + choiceOf(FilterField::Status, static_cast<int>(status))->word;
}

QString facetFilter(RunnerType type)
{
    return QStringLiteral("type:") + choiceOf(FilterField::Type, static_cast<int>(type))->word;
}

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1);
}

QLabel *makeMark(const QString &text, const char *tone)
{
    auto *mark = new QLabel(text);
    setFontRole(mark, FontRole::Caption);
    mark->setProperty("role", QStringLiteral("mark"));
    mark->setProperty("tone", QString::fromLatin1(tone));
    mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    mark->hide();
    return mark;
}

void explainMark(QLabel &mark, const QStringList &sentences)
{
    mark.setToolTip(plainToolTip(sentences.join(u'\n')));
    mark.setAccessibleDescription(sentences.join(u' '));
}

QString changeTokenWords(const QString &userName, const QDateTime &until)
{
    if (!until.isValid())
        return NavigationPanel::tr("No token for changes is held.");
    return NavigationPanel::tr("A token for changes, of @%1, is held in memory until %2, longer if it is used.",
        "user name, a moment such as 14:02")
        .arg(Wording::oneLine(userName), Wording::moment(until, QDateTime::currentDateTime()));
}

} // namespace

NavigationPanel::NavigationPanel(QWidget *parent) :
    QWidget(parent),
    m_switch(new InstanceSwitch),
    m_productionMark(makeMark(tr("Production", "mark of an instance"), "danger")),
    m_readOnlyMark(makeMark(tr("Read-only", "mark of an instance"), "quiet")),
    m_demoMark(makeMark(tr("Simulated, no server"), "")),
    m_changeTokenMark(makeMark(tr("Token held", "mark of an instance: one for changes"), "quiet"))
{
    setObjectName(QStringLiteral("navigation"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("raised"));
    setProperty("hairline", QStringLiteral("right"));
    setFixedWidth(qMax(Metrics::navigationWidth, fontMetrics().averageCharWidth() * 27));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Metrics::hairline, Metrics::small);
    layout->setSpacing(0);
    layout->addWidget(makeSourceArea());
    addFacets(*layout);
    addViewArea(*layout);
    explainMark(*m_demoMark, {tr("An invented fleet that lives in this program only.")});
    setChangeToken({}, {});
    setFilter({});
}

QWidget *NavigationPanel::makeSourceArea()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(Metrics::small, Metrics::small, Metrics::small, Metrics::tiny);
    layout->setSpacing(Metrics::tiny);
    layout->addWidget(m_switch);
    layout->addLayout(makeMarks());
    return area;
}

QLayout *NavigationPanel::makeMarks()
{
    auto *marks = new QHBoxLayout;
    marks->setContentsMargins(Metrics::small, 0, Metrics::small, 0);
    marks->setSpacing(Metrics::tiny);
    for (QLabel *mark : {m_productionMark, m_readOnlyMark, m_demoMark, m_changeTokenMark})
        marks->addWidget(mark);
    marks->addStretch();
    return marks;
}

void NavigationPanel::addHeading(QVBoxLayout &layout, const QString &text)
{
    auto *heading = new QLabel(text);
    setFontRole(heading, FontRole::Caption);
    heading->setProperty("role", QStringLiteral("muted"));
    heading->setContentsMargins(Metrics::large, Metrics::large, Metrics::large, Metrics::tiny);
    layout.addWidget(heading);
}

NavigationItem *NavigationPanel::makeItem(const QString &text, const QString &filter)
{
    auto *item = new NavigationItem(text, filter);
    connect(item, &NavigationItem::clicked, this, [this, item] { choose(*item); });
    connect(item, &NavigationItem::stepRequested, this, [this, item](int lines) { step(*item, lines); });
    m_items.push_back(item);
    return item;
}

NavigationItem *NavigationPanel::addFacet(
    QVBoxLayout &layout, const QString &text, const QString &filter, CountOf count)
{
    NavigationItem *item = makeItem(text, filter);
    layout.addWidget(item);
    m_facets.push_back({item, std::move(count), std::nullopt});
    return item;
}

void NavigationPanel::addFacets(QVBoxLayout &layout)
{
    layout.addSpacing(Metrics::small);
    addFacet(layout, tr("All runners"), {}, &FleetCounts::total);
    m_jobs = makeItem(tr("Jobs"), {});
    m_jobs->setObjectName(QStringLiteral("jobs"));
    m_jobs->setToolTip(tr("Jobs that wait for a runner, and those that run. The number is that of the waiting ones."));
    layout.addWidget(m_jobs);
    m_queue = makeItem(tr("Queue"), {});
    m_queue->setObjectName(QStringLiteral("queue"));
    m_queue->setToolTip(tr("How many jobs waited and ran over time, and how long they waited."));
    layout.addWidget(m_queue);
    addHeading(layout, tr("Status"));
    for (const auto status :
        {RunnerStatus::Online, RunnerStatus::Offline, RunnerStatus::Stale, RunnerStatus::NeverContacted})
        addFacet(layout, capitalised(Wording::status(status)), facetFilter(status),
            [status](const FleetCounts &counts) { return counts.of(status); })
            ->setStatus(status);
    addFacet(layout, tr("Paused", "runners that get no jobs"), QStringLiteral("is:paused"), &FleetCounts::paused)
        ->setBarsShown(true);
    addHeading(layout, tr("Type"));
    for (const auto type : {RunnerType::Instance, RunnerType::Group, RunnerType::Project}) {
        addFacet(layout, capitalised(Wording::type(type)), facetFilter(type),
            [type](const FleetCounts &counts) { return counts.of(type); });
        m_facets.back().type = type;
    }
}

void NavigationPanel::addViewArea(QVBoxLayout &layout)
{
    addHeading(layout, tr("Saved", "views"));
    auto *views = new QWidget;
    m_viewArea = new QVBoxLayout(views);
    m_viewArea->setContentsMargins({});
    m_viewArea->setSpacing(0);
    m_noViews = new QLabel(tr("A filter that is saved stands here with its number."));
    m_noViews->setTextFormat(Qt::PlainText);
    m_noViews->setWordWrap(true);
    m_noViews->setProperty("role", QStringLiteral("muted"));
    setFontRole(m_noViews, FontRole::Caption);
    m_noViews->setContentsMargins(Metrics::large, 0, Metrics::large, Metrics::tiny);
    m_viewArea->addWidget(m_noViews);
    auto *scroll = new QScrollArea;
    scroll->setWidget(views);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    views->setAutoFillBackground(false);
    m_viewArea->addStretch();
    layout.addWidget(scroll, 1);
    auto *save = new QToolButton;
    save->setObjectName(QStringLiteral("saveView"));
    save->setText(tr("Save this view…"));
    save->setToolTip(tr("Keep the filter under a name (Ctrl+S)"));
    save->setProperty("emphasis", QStringLiteral("link"));
    save->setFocusPolicy(Qt::StrongFocus);
    connect(save, &QToolButton::clicked, this, &NavigationPanel::saveViewRequested);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, 0);
    line->addWidget(save);
    line->addStretch();
    layout.addLayout(line);
}

void NavigationPanel::addView(const SavedViewEntry &entry)
{
    NavigationItem *item = makeItem(Wording::oneLine(entry.view.name), entry.view.filter.trimmed());
    item->setObjectName(QStringLiteral("view-") + entry.view.id);
    item->setEnabled(!entry.trouble);
    const ErrorWords words = entry.trouble ? explain(*entry.trouble) : ErrorWords();
    item->setToolTip(plainToolTip(entry.trouble ? words.sentence + u' ' + words.remedy : entry.view.filter));
    item->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(item, &QWidget::customContextMenuRequested, this, [this, item, id = entry.view.id](const QPoint &place) {
        emit viewMenuRequested(id, item->mapToGlobal(place));
    });
    m_viewArea->insertWidget(m_viewArea->count() - 1, item);
    m_views.push_back(item);
    m_viewIds.append(entry.view.id);
}

void NavigationPanel::setViews(const std::vector<SavedViewEntry> &views)
{
    m_items.resize(m_items.size() - m_views.size());
    for (NavigationItem *item : m_views)
        delete item;
    m_views.clear();
    m_viewIds.clear();
    for (const SavedViewEntry &entry : views)
        addView(entry);
    m_noViews->setVisible(views.empty());
    setFilter(m_filter);
}

void NavigationPanel::setViewCounts(const std::vector<std::optional<qint64>> &counts)
{
    for (std::size_t i = 0; i < std::min(counts.size(), m_views.size()); ++i)
        m_views[i]->setCount(counts[i]);
}

void NavigationPanel::setSource(const FleetSource &source, const std::optional<InstanceProfile> &profile)
{
    const QString name = profile ? profile->name : source.label;
    const QString version = source.serverVersion.left(40);
    m_switch->setLabel(name, version.isEmpty() ? QString() : tr("GitLab %1", "version of the server").arg(version));
    m_productionMark->setVisible(profile && profile->production);
    m_readOnlyMark->setVisible(profile && profile->readOnly);
    m_demoMark->setVisible(source.demo);
}

void NavigationPanel::setChangeToken(const QString &userName, const QDateTime &until)
{
    const QString words = changeTokenWords(userName, until);
    explainMark(*m_productionMark, {tr("An instance that people depend on: every change asks once more."), words});
    explainMark(*m_readOnlyMark,
        {tr("Nothing on the server can be changed from here. That is a setting of this instance: choose Edit… in the "
            "menu above."),
            words});
    explainMark(*m_changeTokenMark, {words, tr("Forget Token for Changes in the menu Fleet drops it at once.")});
    m_changeTokenMark->setVisible(until.isValid());
}

void NavigationPanel::setCounts(const std::optional<FleetCounts> &counts, const Coverage &coverage)
{
    for (const Facet &facet : m_facets) {
        const qint64 count = counts ? facet.count(*counts) : 0;
        const bool known = counts && (count > 0 || !facet.type || tellsNone(coverage, *facet.type));
        facet.item->setCount(known ? std::optional(count) : std::nullopt);
    }
}

void NavigationPanel::setFilter(const QString &filter)
{
    m_filter = filter;
    for (NavigationItem *item : m_items)
        item->setChecked(isChecked(*item));
    moveTabStop();
}

bool NavigationPanel::isChecked(const NavigationItem &item) const
{
    if (&item == m_jobs)
        return m_page == Page::Jobs;
    if (&item == m_queue)
        return m_page == Page::Queue;
    return m_page == Page::Runners && item.filter() == m_filter.trimmed();
}

void NavigationPanel::setPage(Page page)
{
    m_page = page;
    setFilter(m_filter);
}

void NavigationPanel::setWaitingJobs(std::optional<qint64> count)
{
    m_jobs->setCount(count);
}

void NavigationPanel::choose(NavigationItem &item)
{
    if (&item == m_jobs || &item == m_queue) {
        setFilter(m_filter); // the click alone marks nothing
        emit(&item == m_jobs ? jobsChosen() : queueChosen());
        return;
    }
    const QString filter = item.filter();
    if (QApplication::keyboardModifiers().testFlag(Qt::ControlModifier) && !filter.isEmpty()) {
        item.setChecked(false); // unless it turns out to be the whole filter
        emit filterAdded(filter);
    } else {
        setFilter(filter);
        emit filterChosen(filter);
        emit viewChosen(viewOf(item));
    }
}

QString NavigationPanel::viewOf(const NavigationItem &item) const
{
    return m_viewIds.value(std::ranges::find(m_views, &item) - m_views.begin());
}

void NavigationPanel::step(const NavigationItem &from, int lines)
{
    const auto here = std::ranges::find(m_items, &from) - m_items.begin();
    const auto last = static_cast<std::ptrdiff_t>(m_items.size()) - 1;
    m_items[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + lines, 0, last))]->setFocus(
        Qt::OtherFocusReason);
}

void NavigationPanel::moveTabStop()
{
    const auto checked = std::ranges::find_if(m_items, &NavigationItem::isChecked);
    const NavigationItem *stop = checked != m_items.end() ? *checked : m_items.front();
    for (NavigationItem *item : m_items)
        item->setFocusPolicy(item == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace Runnerscope
