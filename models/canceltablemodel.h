// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcancel.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace Runnerscope {

/// Jobs that are to be canceled, and what became of each.
class CancelTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a now: when the jobs were read, by the server's clock.
    explicit CancelTableModel(std::vector<JobPtr> jobs, ServerTime now, QObject *parent = nullptr);

    const std::vector<JobPtr> &jobs() const { return m_jobs; }
    void take(const JobCancelOutcome &outcome);
    int settled() const { return m_settled; }
    /// In the order of the jobs; NotTried where nothing is known yet.
    std::vector<JobCancelOutcome> outcomes() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, CancelColumn column) const;
    QString resultText(int row) const;

    const std::vector<JobPtr> m_jobs;
    const ServerTime m_now;
    std::vector<std::optional<JobCancelOutcome>> m_outcomes; ///< of the jobs
    std::vector<std::pair<JobId, int>> m_rows; ///< by id
    int m_settled = 0;
};

} // namespace Runnerscope
