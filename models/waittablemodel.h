// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/queuehistory.h"
#include "models/newestwork.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace Runnerscope {

/// How long jobs waited, a row for each tag set, group, project or runner. Sorted off the GUI thread; other rows reset
/// the model.
class WaitTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit WaitTableModel(QObject *parent = nullptr);

    void setWaits(FacetKind kind, std::vector<FacetPercentiles> waits);
    /// Runners have their names from it. Null: from none.
    void setFleet(const FleetPtr &fleet);
    bool isUpToDate() const { return !m_work.isBusy(); }

    FacetKind kind() const { return m_kind; }
    const FacetPercentiles &waits(int row) const { return m_list->waits[m_list->order[static_cast<std::size_t>(row)]]; }
    /// In the order of the rows.
    std::vector<FacetPercentiles> ordered() const;
    /// For one line.
    QString name(int row) const;
    /// -1 when there is no such row.
    int rowOf(const QueueFacet &facet) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Waits = std::vector<FacetPercentiles>;
    struct Request
    {
        std::shared_ptr<const Waits> waits;
        FacetKind kind = FacetKind::All;
        WaitColumn column = WaitColumn::P95;
        Qt::SortOrder order = Qt::DescendingOrder;
        FleetPtr fleet;
    };
    struct List
    {
        FacetKind kind = FacetKind::All;
        Waits waits;
        QStringList names; ///< of waits
        std::vector<quint32> order; ///< table row → index into waits
    };
    using ListPtr = std::shared_ptr<const List>;

    static ListPtr listed(const Request &request);
    void request();
    void take(const ListPtr &list);
    QString text(int row, WaitColumn column) const;

    NewestWork<Request, ListPtr> m_work;
    Request m_wanted;
    ListPtr m_list;
    FacetKind m_kind = FacetKind::All;
};

} // namespace Runnerscope
