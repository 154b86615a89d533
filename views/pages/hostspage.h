// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerid.h"
#include "models/hosttablemodel.h"
#include "views/pages/listpage.h"

#include <optional>
#include <utility>

class QButtonGroup;

namespace Runnerscope {

class ListTable;

/// Every host of the runners in the table, one a row or grouped by address or system id.
class HostsPage : public ListPage
{
    Q_OBJECT

public:
    explicit HostsPage(QWidget *parent = nullptr);

    void follow(const OrderedRowsPtr &rows) override;
    QAbstractItemView &list() const override;
    HostTableModel &model() { return m_model; }

private:
    void addGroupings();
    void chooseGrouping(std::optional<HostGrouping> grouping);
    void rememberPlace();
    void returnToPlace();

    HostTableModel m_model;
    ListTable *m_table;
    QButtonGroup *m_grouping; ///< ids are places in groupings
    std::optional<std::pair<RunnerId, qint64>> m_current; ///< the host of the current row
    int m_scrolled = 0;
};

} // namespace Runnerscope
