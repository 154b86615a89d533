// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/naivetable.h"

#include "models/rules/managers.h"
#include "models/rules/wording.h"

namespace Runnerscope::Bench {

class NaiveTable::Model : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void take(const FleetPtr &fleet, const FleetDelta &delta)
    {
        const bool sameRows = m_fleet && delta.added.empty() && delta.removed.empty();
        if (sameRows) {
            m_fleet = fleet;
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        const int before = rowCount();
        const int after = static_cast<int>(fleet->rows.size());
        if (after > before && delta.removed.empty()) {
            beginInsertRows({}, before, after - 1);
            m_fleet = fleet;
            endInsertRows();
            return;
        }
        beginResetModel();
        m_fleet = fleet;
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || !m_fleet ? 0 : static_cast<int>(m_fleet->rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 5; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const FleetRow &row = m_fleet->rows[static_cast<std::size_t>(index.row())];
        switch (index.column()) {
        case 0:
            return Wording::displayName(*row.runner);
        case 1:
            return Wording::status(row.status);
        case 2:
            return row.runner->owner ? row.runner->owner->fullPath : QString();
        case 3:
            return effectiveVersion(*row.runner, row.readAt).text;
        default:
            return row.runner->tags.join(u',');
        }
    }

private:
    FleetPtr m_fleet;
};

NaiveTable::NaiveTable(QWidget *parent) :
    QTableView(parent),
    m_model(new Model(this))
{
    m_proxy.setSourceModel(m_model);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(&m_proxy);
    setSortingEnabled(true);
    sortByColumn(0, Qt::AscendingOrder);
}

void NaiveTable::take(const FleetPtr &fleet, const FleetDelta &delta)
{
    m_model->take(fleet, delta);
}

} // namespace Runnerscope::Bench
