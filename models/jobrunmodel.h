// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerjobs.h"
#include "models/roles.h"

#include <QAbstractTableModel>

namespace Runnerscope {

/// The newest jobs of one runner. Others reset it.
class JobRunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Null: none.
    void setJobs(const TakenJobsPtr &jobs);
    /// By which the card of the job is found; empty where its project is not known.
    QString reference(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const JobRun &run(int row) const { return m_jobs->runs[static_cast<std::size_t>(row)]; }
    QString text(int row, JobRunColumn column) const;

    TakenJobsPtr m_jobs;
};

} // namespace Runnerscope
