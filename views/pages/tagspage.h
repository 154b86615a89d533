// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tagtablemodel.h"
#include "views/pages/listpage.h"

namespace Runnerscope {

class ListTable;

/// Every tag of the runners in the table: who offers it, how many of them can take jobs, which tags look alike.
class TagsPage : public ListPage
{
    Q_OBJECT

public:
    explicit TagsPage(QWidget *parent = nullptr);

    void follow(const OrderedRowsPtr &rows) override;
    QAbstractItemView &list() const override;
    TagTableModel &model() { return m_model; }

private:
    void returnToPlace();

    TagTableModel m_model;
    ListTable *m_table;
    QString m_current;
    int m_scrolled = 0;
};

} // namespace Runnerscope
