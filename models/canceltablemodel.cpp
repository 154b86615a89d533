// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/canceltablemodel.h"

#include "models/jobcells.h"
#include "models/rules/jobs/cancelwording.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

CancelTableModel::CancelTableModel(std::vector<JobPtr> jobs, ServerTime now, QObject *parent) :
    QAbstractTableModel(parent),
    m_jobs(std::move(jobs)),
    m_now(now),
    m_outcomes(m_jobs.size())
{
    for (std::size_t row = 0; row < m_jobs.size(); ++row)
        m_rows.emplace_back(m_jobs[row]->id, static_cast<int>(row));
    std::ranges::sort(m_rows);
}

void CancelTableModel::take(const JobCancelOutcome &outcome)
{
    const auto found = std::ranges::lower_bound(m_rows, outcome.job, {}, &std::pair<JobId, int>::first);
    if (found == m_rows.end() || found->first != outcome.job)
        return;
    auto &place = m_outcomes[static_cast<std::size_t>(found->second)];
    m_settled += place ? 0 : 1;
    place = outcome;
    const QModelIndex cell = index(found->second, static_cast<int>(CancelColumn::Result));
    emit dataChanged(cell, cell);
}

std::vector<JobCancelOutcome> CancelTableModel::outcomes() const
{
    std::vector<JobCancelOutcome> all;
    for (std::size_t row = 0; row < m_jobs.size(); ++row)
        all.push_back(m_outcomes[row].value_or(JobCancelOutcome{m_jobs[row]->id}));
    return all;
}

int CancelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int CancelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(CancelColumn::Count);
}

QString CancelTableModel::resultText(int row) const
{
    const auto &outcome = m_outcomes[static_cast<std::size_t>(row)];
    return outcome ? CancelWording::fate(*outcome) : QString();
}

QString CancelTableModel::text(int row, CancelColumn column) const
{
    const Job &job = *m_jobs[static_cast<std::size_t>(row)];
    switch (column) {
    case CancelColumn::Name:
        return Wording::oneLine(job.name);
    case CancelColumn::Project:
        return job.project ? Wording::oneLine(job.project->fullPath) : tr("not readable", "the project of a job");
    case CancelColumn::State:
        return jobStateText(job, m_now);
    case CancelColumn::StartedBy:
        return job.user ? Wording::oneLine(job.user->username) : QString();
    case CancelColumn::Result:
        return resultText(row);
    case CancelColumn::Count:
        break;
    }
    return {};
}

QVariant CancelTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto column = static_cast<CancelColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(index.row(), column);
    case ElideModeRole:
        return static_cast<int>(column == CancelColumn::Project ? Qt::ElideMiddle : Qt::ElideRight);
    default:
        return {};
    }
}

QVariant CancelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const std::array titles{tr("Job"), tr("Project"), tr("Result"), tr("State"), tr("Started by")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return titles[static_cast<std::size_t>(section)];
}

} // namespace Runnerscope
