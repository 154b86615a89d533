// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placetreemodel.h"
#include "views/pages/listpage.h"

#include <QStringList>

namespace Runnerscope {

class PlaceTreeView;

/// The groups and projects that own the runners in the table, as a tree, with totals of everything below.
class GroupsPage : public ListPage
{
    Q_OBJECT

public:
    explicit GroupsPage(QWidget *parent = nullptr);

    void follow(const OrderedRowsPtr &rows) override;
    QAbstractItemView &list() const override;
    PlaceTreeModel &model() { return m_model; }

private:
    void rememberPlace();
    void rememberExpanded(const QModelIndex &parent);
    void returnToPlace();

    PlaceTreeModel m_model;
    PlaceTreeView *m_tree;
    QString m_current;
    QStringList m_expanded;
    int m_scrolled = 0;
    bool m_begun = false; ///< a first tree was shown
};

} // namespace Runnerscope
