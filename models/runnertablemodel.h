// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkabletablemodel.h"
#include "models/idselection.h"
#include "models/roles.h"
#include "models/runnerordering.h"
#include "models/serverclock.h"

namespace Runnerscope {

/// The runners of a fleet, filtered and sorted, for a QTableView without proxy.
///
/// Fleets, filters and sort orders given to it are worked on off the GUI thread; the model then takes fleet and row
/// order together, in one layout change that moves persistent indexes with their runners. A fleet that differs from the
/// one before only in age causes no signal of the model; refreshed() tells views to repaint ages.
///
/// Runners are selected by the boxes of the check column.
class RunnerTableModel : public CheckableTableModel
{
    Q_OBJECT

public:
    explicit RunnerTableModel(QObject *parent = nullptr);

    void setFleet(FleetPtr fleet);
    /// One that cannot be answered is refused(), and the one before stays.
    void setFilter(const FilterExpression &filter);

    /// The fleet that is shown; null before the first one.
    const FleetPtr &fleet() const { return m_shown; }
    /// Whether the rows are those of the fleet, filter and order given last.
    bool isUpToDate() const { return m_shown == m_newest && !m_ordering.isBusy(); }
    const FilterExpression &filter() const { return m_filter; }
    /// Totals of the whole fleet that is shown, whatever the filter.
    FleetCounts counts() const { return m_rows ? m_rows->counts : FleetCounts(); }
    RunnerSort sortOrder() const { return m_sort; }
    /// How long ago a row was read; it grows by itself.
    std::chrono::seconds ageOf(ServerTime readAt) const { return m_clock.ageOf(readAt); }

    /// The row of the fleet behind a table row, which must be valid.
    const FleetRow &fleetRow(int row) const;
    /// The table row of a runner; -1 when it is filtered out or unknown.
    int rowOf(RunnerId id) const;

    const RunnerSelection &selection() const { return m_selection; }
    void setChecked(int first, int last, bool checked) override;
    void checkAll() override;
    void clearChecks() override;
    /// The rows as they stand; null before the first fleet.
    const OrderedRowsPtr &orderedRows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Returns at once; the rows follow when they are in order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// The filter given last asks too much of a text in the fleet; the rows are those of the filter before.
    void refused(const Runnerscope::FilterError &error);
    /// The fleet, its age, the filter or the order that is shown has changed. Follows every change of rows.
    void refreshed();

private:
    void requestRows();
    void takeRows(const OrderedRowsPtr &rows);
    void movePersistentIndexes(const std::vector<RunnerId> &ids, const QModelIndexList &from);
    bool isChecked(const FleetRow &row) const;
    std::vector<RunnerId> idsOfRows(int first, int last) const;
    CheckCounts countChecks() const override;
    std::vector<RunnerId> idsAt(const QModelIndexList &indexes) const;

    RunnerOrdering m_ordering;
    ServerClock m_clock;
    FleetPtr m_newest; ///< the fleet to show next; the same as m_shown when nothing is under way
    FleetPtr m_shown;
    OrderedRowsPtr m_rows;
    FilterExpression m_filter;
    RunnerSort m_sort;
    RunnerSelection m_selection;
};

} // namespace Runnerscope
