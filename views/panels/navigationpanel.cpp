// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/navigationpanel.h"

#include "models/rules/wording.h"
#include "views/panels/navigationitem.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/elidedlabel.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

namespace {

RunnerFilter facetOf(RunnerStatus status)
{
    RunnerFilter facet;
    facet.status = status;
    return facet;
}

RunnerFilter facetOf(RunnerType type)
{
    RunnerFilter facet;
    facet.type = type;
    return facet;
}

RunnerFilter pausedFacet()
{
    RunnerFilter facet;
    facet.pausedOnly = true;
    return facet;
}

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1);
}

qint64 countOf(const RunnerFilter &facet, const FleetCounts &counts)
{
    if (facet.status)
        return counts.of(*facet.status);
    if (facet.type)
        return counts.of(*facet.type);
    return facet.pausedOnly ? counts.paused : counts.total;
}

bool isPartOf(const RunnerFilter &facet, const RunnerFilter &filter)
{
    if (facet.status)
        return facet.status == filter.status;
    if (facet.type)
        return facet.type == filter.type;
    if (facet.pausedOnly)
        return filter.pausedOnly;
    return !filter.status && !filter.type && !filter.pausedOnly;
}

} // namespace

NavigationPanel::NavigationPanel(QWidget *parent) :
    QWidget(parent),
    m_label(new ElidedLabel),
    m_detail(new QLabel),
    m_demoMark(new QLabel(tr("Simulated, no server")))
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
    layout->addStretch();
    setFilter({});
}

QWidget *NavigationPanel::makeSourceArea()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(Metrics::large, Metrics::medium, Metrics::large, Metrics::small);
    layout->setSpacing(2);
    setFontRole(m_label, FontRole::Strong);
    setFontRole(m_detail, FontRole::Caption);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setProperty("role", QStringLiteral("muted"));
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFontRole(m_demoMark, FontRole::Caption);
    m_demoMark->setProperty("role", QStringLiteral("mark"));
    m_demoMark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_demoMark->setToolTip(tr("An invented fleet that lives in this program only."));
    m_demoMark->hide();
    layout->addWidget(m_label);
    layout->addWidget(m_detail);
    layout->addSpacing(2);
    layout->addWidget(m_demoMark);
    return area;
}

void NavigationPanel::addHeading(QVBoxLayout &layout, const QString &text)
{
    auto *heading = new QLabel(text);
    setFontRole(heading, FontRole::Caption);
    heading->setProperty("role", QStringLiteral("muted"));
    heading->setContentsMargins(Metrics::large, Metrics::large, Metrics::large, Metrics::tiny);
    layout.addWidget(heading);
}

NavigationItem *NavigationPanel::addItem(QVBoxLayout &layout, const QString &text, const RunnerFilter &facet)
{
    auto *item = new NavigationItem(text, facet);
    connect(item, &NavigationItem::clicked, this, [this, item] { choose(*item); });
    connect(item, &NavigationItem::stepRequested, this, [this, item](int lines) { step(*item, lines); });
    layout.addWidget(item);
    m_items.push_back(item);
    return item;
}

void NavigationPanel::addFacets(QVBoxLayout &layout)
{
    layout.addSpacing(Metrics::small);
    addItem(layout, tr("All runners"), {});
    addHeading(layout, tr("Status"));
    for (const auto status :
        {RunnerStatus::Online, RunnerStatus::Offline, RunnerStatus::Stale, RunnerStatus::NeverContacted})
        addItem(layout, capitalised(Wording::status(status)), facetOf(status));
    addItem(layout, tr("Paused", "runners that get no jobs"), pausedFacet())->setBarsShown(true);
    addHeading(layout, tr("Type"));
    for (const auto type : {RunnerType::Instance, RunnerType::Group, RunnerType::Project})
        addItem(layout, capitalised(Wording::type(type)), facetOf(type));
}

void NavigationPanel::setSource(const FleetSource &source)
{
    const QString label = Wording::oneLine(source.label);
    const QString version = Wording::oneLine(source.serverVersion).left(40);
    m_label->setText(label);
    m_detail->setText(version.isEmpty() ? QString() : tr("GitLab %1", "version of the server").arg(version));
    m_detail->setVisible(!version.isEmpty());
    m_demoMark->setVisible(source.demo);
}

void NavigationPanel::setCounts(const std::optional<FleetCounts> &counts)
{
    for (NavigationItem *item : m_items)
        item->setCount(counts ? std::optional(countOf(item->facet(), *counts)) : std::nullopt);
}

void NavigationPanel::setFilter(const RunnerFilter &filter)
{
    for (NavigationItem *item : m_items)
        item->setChecked(isPartOf(item->facet(), filter));
    moveTabStop();
}

void NavigationPanel::choose(const NavigationItem &item)
{
    setFilter(item.facet());
    emit facetChosen(item.facet());
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
    for (NavigationItem *item : m_items)
        item->setFocusPolicy(checked != m_items.end() && item == *checked ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace Runnerscope
