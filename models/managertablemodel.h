// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnermanager.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace Runnerscope {

/// The managers (hosts) of one runner, in the order they are given.
class ManagerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ManagerTableModel(QObject *parent = nullptr);

    /// Statuses and ages are judged at \a readAt. The same managers again cause no signal; the same hosts with other
    /// values cause one dataChanged; anything else resets the model.
    void setManagers(std::vector<RunnerManager> managers, ServerTime readAt);
    const RunnerManager &manager(int row) const { return m_managers[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool sameHosts(const std::vector<RunnerManager> &managers) const;

    std::vector<RunnerManager> m_managers;
    ServerTime m_readAt{};
};

} // namespace Runnerscope
