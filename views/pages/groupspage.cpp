// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/groupspage.h"

#include "views/tables/placetreeview.h"

#include <QScrollBar>

#include <utility>

namespace Runnerscope {

namespace {

constexpr int fewAtTheTop = 8; ///< so many are opened at first

} // namespace

GroupsPage::GroupsPage(QWidget *parent) :
    ListPage(parent),
    m_tree(new PlaceTreeView(m_model))
{
    setObjectName(QStringLiteral("groupsPage"));
    arrange(*m_tree, tr("No groups"), tr("The filter describes no runner."));
    setRemark(tr("The numbers of a group include everything below it. Return or a double click shows its runners."));
    connect(m_tree, &PlaceTreeView::filterWanted, this, &ListPage::filterWanted);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &GroupsPage::rememberPlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &GroupsPage::returnToPlace);
    connect(&m_model, &PlaceTreeModel::renumbered, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void GroupsPage::follow(const OrderedRowsPtr &rows)
{
    m_model.setRows(rows);
}

QAbstractItemView &GroupsPage::list() const
{
    return *m_tree;
}

void GroupsPage::rememberPlace()
{
    m_scrolled = m_tree->verticalScrollBar()->value();
    m_current = m_tree->currentIndex().isValid() ? m_model.place(m_tree->currentIndex()).fullPath : QString();
    m_expanded.clear();
    rememberExpanded({});
}

/// Below closed places nobody has looked lately.
void GroupsPage::rememberExpanded(const QModelIndex &parent)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (!m_tree->isExpanded(index))
            continue;
        m_expanded.append(m_model.place(index).fullPath);
        rememberExpanded(index);
    }
}

void GroupsPage::returnToPlace()
{
    const bool first = !std::exchange(m_begun, true);
    if (first && m_model.rowCount() <= fewAtTheTop)
        m_tree->expandToDepth(0);
    for (const QString &path : std::as_const(m_expanded))
        m_tree->expand(m_model.indexOf(path));
    if (const QModelIndex current = m_model.indexOf(m_current); current.isValid())
        m_tree->setCurrentIndex(current);
    m_tree->verticalScrollBar()->setValue(m_scrolled);
    showList(m_model.rowCount() > 0);
}

} // namespace Runnerscope
