// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "models/rules/jobs/runnerrecord.h"

#include <QAbstractTableModel>

namespace Runnerscope {

/// How jobs went on each host of a runner, the worst first, and below them on all of them. Other numbers reset it.
class HostRecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRecord(const RunnerRecord &record);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isSum(int row) const { return row == static_cast<int>(m_record.hosts.size()); }
    const HostRecord &host(int row) const;
    QString text(int row, HostRecordColumn column) const;

    RunnerRecord m_record;
};

} // namespace Runnerscope
