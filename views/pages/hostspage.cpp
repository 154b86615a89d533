// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/hostspage.h"

#include "models/rules/places/placeswording.h"
#include "views/tables/listtable.h"
#include "views/theme/metrics.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>

#include <array>

namespace Runnerscope {

namespace {

constexpr std::array groupings{
    std::optional<HostGrouping>(), std::optional(HostGrouping::Address), std::optional(HostGrouping::SystemId)};

} // namespace

HostsPage::HostsPage(QWidget *parent) :
    ListPage(parent),
    m_table(new ListTable(m_model, tr("Hosts"), {12, 18, 15, 9, 13, 16, 9, 11, 16, 24, 8, 11})),
    m_grouping(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("hostsPage"));
    arrange(*m_table, tr("No hosts"), tr("No host has made contact for the runners that the filter describes."));
    addGroupings();
    connect(m_table, &ListTable::filterWanted, this, &ListPage::filterWanted);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &HostsPage::rememberPlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HostsPage::returnToPlace);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(HostColumn::SystemId), Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    chooseGrouping(std::nullopt);
}

void HostsPage::addGroupings()
{
    topLine().setContentsMargins(Metrics::small, Metrics::tiny, Metrics::small, Metrics::tiny);
    const std::array texts{tr("Each host"), tr("By address"), tr("By system id")};
    for (int id = 0; id < static_cast<int>(groupings.size()); ++id) {
        auto *button = new QToolButton;
        button->setText(texts[static_cast<std::size_t>(id)]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_grouping->addButton(button, id);
        topLine().addWidget(button);
    }
    topLine().addStretch();
    m_grouping->button(0)->setChecked(true);
    connect(m_grouping, &QButtonGroup::idClicked, this,
        [this](int id) { chooseGrouping(groupings[static_cast<std::size_t>(id)]); });
}

void HostsPage::follow(const OrderedRowsPtr &rows)
{
    m_model.setRows(rows);
}

QAbstractItemView &HostsPage::list() const
{
    return *m_table;
}

/// Grouped, the hosts that many runners share come first: they are why one groups.
void HostsPage::chooseGrouping(std::optional<HostGrouping> grouping)
{
    const bool grouped = grouping.has_value();
    for (const HostColumn column : {HostColumn::Managers, HostColumn::Runners})
        m_table->setColumnHidden(static_cast<int>(column), !grouped);
    m_model.setGrouping(grouping);
    if (grouped)
        m_table->sortByColumn(static_cast<int>(HostColumn::Runners), Qt::DescendingOrder);
    else
        m_table->sortByColumn(static_cast<int>(HostColumn::SystemId), Qt::AscendingOrder);
}

void HostsPage::rememberPlace()
{
    m_scrolled = m_table->verticalScrollBar()->value();
    m_current.reset();
    if (m_table->currentIndex().isValid()) {
        const int row = m_table->currentIndex().row();
        m_current = {m_model.fleetRow(row).runner->id, m_model.manager(row).number};
    }
}

void HostsPage::returnToPlace()
{
    const int row = m_current ? m_model.rowOf(m_current->first, m_current->second) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->verticalScrollBar()->setValue(m_scrolled);
    showList(m_model.rowCount() > 0);
    setRemark(PlacesWording::completeness(m_model.completeness()));
}

} // namespace Runnerscope
