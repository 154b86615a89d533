// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tagspage.h"

#include "models/rules/wording.h"
#include "views/tables/listtable.h"

#include <QHeaderView>
#include <QScrollBar>

namespace Runnerscope {

TagsPage::TagsPage(QWidget *parent) :
    ListPage(parent),
    m_table(new ListTable(m_model, tr("Tags"), {28, 12, 10, 10, 10, 40}))
{
    setObjectName(QStringLiteral("tagsPage"));
    arrange(*m_table, tr("No tags"), tr("None of the runners that the filter describes has a tag."));
    connect(m_table, &ListTable::filterWanted, this, &ListPage::filterWanted);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_scrolled = m_table->verticalScrollBar()->value();
        m_current = m_table->currentIndex().isValid() ? m_model.tag(m_table->currentIndex().row()).tag : QString();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TagsPage::returnToPlace);
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(TagColumn::Runners), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
}

void TagsPage::follow(const OrderedRowsPtr &rows)
{
    m_model.setRows(rows);
}

QAbstractItemView &TagsPage::list() const
{
    return *m_table;
}

void TagsPage::returnToPlace()
{
    const int row = m_model.rowOf(m_current);
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->verticalScrollBar()->setValue(m_scrolled);
    showList(m_model.rowCount() > 0);
    const QString tags = Wording::count(m_model.rowCount());
    setRemark(m_model.alikeCount() == 0
            ? tr("%1 tags. Ready are runners that are online and not paused.").arg(tags)
            : tr("%1 tags, %2 of them perhaps meant to be another. Ready are runners that are online and not paused.")
                  .arg(tags, Wording::count(m_model.alikeCount())));
}

} // namespace Runnerscope
