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
    const TagRow &tag(int row) const { return (*m_tags)[static_cast<std::size_t>(row)]; }
    /// -1 when there is no such tag.
    int rowOf(const QString &tag) const;
    /// How many tags may be meant to be others.
    int similarCount() const { return m_similarCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Request
    {
        OrderedRowsPtr rows;
        TagSortKey key = TagSortKey::Runners;
        Qt::SortOrder order = Qt::DescendingOrder;
    };
    using TagsPtr = std::shared_ptr<const std::vector<TagRow>>;

    static TagsPtr listed(const Request &request);
    void request();
    void take(const TagsPtr &tags);
    QString text(int row, TagColumn column) const;

    NewestWork<Request, TagsPtr> m_work;
    Request m_wanted;
    TagsPtr m_tags;
    int m_similarCount = 0;
};

} // namespace Runnerscope
