// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newestwork.h"
#include "models/roles.h"
#include "models/rules/places/hostrows.h"
#include "models/runnerordering.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

/// The hosts (runner managers) of the runners in a table, one a row or grouped. Listed and sorted off the GUI thread;
/// another list resets the model.
class HostTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HostTableModel(QObject *parent = nullptr);

    /// The runners whose hosts are wanted.
    void setRows(const OrderedRowsPtr &rows);
    /// Nothing: each host a row.
    void setGrouping(std::optional<HostGrouping> grouping);
    std::optional<HostGrouping> grouping() const { return m_wanted.grouping; }
    HostCompleteness completeness() const { return m_list ? m_list->completeness : HostCompleteness(); }
    bool isUpToDate() const { return !m_work.isBusy(); }

    const RunnerManager &manager(int row) const;
    const FleetRow &fleetRow(int row) const;
    /// The row that stands for this manager itself; -1 when there is none.
    int rowOf(RunnerId runner, qint64 manager) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Request
    {
        OrderedRowsPtr rows;
        std::optional<HostGrouping> grouping;
        HostSortKey key = HostSortKey::SystemId;
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    struct List
    {
        Request request;
        std::vector<HostRow> hosts;
        HostCompleteness completeness;
    };
    using ListPtr = std::shared_ptr<const List>;

    static ListPtr listed(const Request &request);
    void request();
    void take(const ListPtr &list);
    const HostRow &host(int row) const { return m_list->hosts[static_cast<std::size_t>(row)]; }
    QString text(int row, HostColumn column) const;
    QString toolTip(int row, HostColumn column) const;
    QString filterOf(int row) const;

    NewestWork<Request, ListPtr> m_work;
    Request m_wanted;
    ListPtr m_list;
};

} // namespace Runnerscope
