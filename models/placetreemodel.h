// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestwork.h"
#include "models/roles.h"
#include "models/rules/places/placetree.h"
#include "models/runnerordering.h"

#include <QAbstractItemModel>

#include <memory>

namespace Runnerscope {

/// The groups and projects that own the runners in a table. Counted off the GUI thread; a tree of other places resets
/// the model, one with other numbers only does not.
class PlaceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit PlaceTreeModel(QObject *parent = nullptr);

    /// The runners whose owners are wanted.
    void setRows(const OrderedRowsPtr &rows);
    bool isUpToDate() const { return !m_work.isBusy(); }
    const PlaceNode &place(const QModelIndex &index) const;
    /// Not valid when there is no such place.
    QModelIndex indexOf(const QString &fullPath) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// The places are the same, their numbers may be others, at any depth.
    void renumbered();

private:
    using TreePtr = std::shared_ptr<const PlaceTree>;
    struct Counted
    {
        TreePtr tree;
        bool samePlaces = false; ///< as in the tree counted before
    };

    void take(const Counted &counted);
    const PlaceNode &node(quint32 number) const { return m_tree->nodes[number]; }
    QModelIndex indexOf(quint32 number) const;
    QString text(const PlaceNode &place, PlaceColumn column) const;

    NewestWork<OrderedRowsPtr, Counted> m_work;
    OrderedRowsPtr m_wanted;
    TreePtr m_tree;
};

} // namespace Runnerscope
