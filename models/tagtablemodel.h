// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestwork.h"
#include "models/roles.h"
#include "models/rules/places/taglist.h"
#include "models/runnerordering.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace Runnerscope {

/// The tags of the runners in a table. Counted, compared and sorted off the GUI thread; another list resets the model.
class TagTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TagTableModel(QObject *parent = nullptr);

    /// The runners whose tags are wanted.
    void setRows(const OrderedRowsPtr &rows);
    bool isUpToDate() const { return !m_work.isBusy(); }
    const TagUse &tag(int row) const { return m_list->tags[m_list->order[static_cast<std::size_t>(row)]]; }
    /// Tags that are probably meant to be the same.
    QStringList alike(int row) const;
    /// -1 when there is no such tag.
    int rowOf(const QString &tag) const;
    /// How many tags may be meant to be others.
    int alikeCount() const { return m_list ? m_list->alikeCount : 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Request
    {
        OrderedRowsPtr rows;
        TagColumn column = TagColumn::Runners;
        Qt::SortOrder order = Qt::DescendingOrder;
    };
    struct List
    {
        std::vector<TagUse> tags;
        std::vector<quint32> order; ///< table row → index into tags
        int alikeCount = 0; ///< of tags that may be meant to be others
    };
    using ListPtr = std::shared_ptr<const List>;

    static ListPtr listed(const Request &request);
    void request();
    void take(const ListPtr &list);
    QString text(int row, TagColumn column) const;

    NewestWork<Request, ListPtr> m_work;
    Request m_wanted;
    ListPtr m_list;
};

} // namespace Runnerscope
