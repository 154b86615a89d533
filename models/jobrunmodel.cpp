// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrunmodel.h"

#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/runnerrecordwording.h"
#include "models/rules/wording.h"

#include <array>

namespace Runnerscope {

void JobRunModel::setJobs(const TakenJobsPtr &jobs)
{
    beginResetModel();
    m_jobs = jobs;
    endResetModel();
}

QString JobRunModel::reference(int row) const
{
    const Job &job = *run(row).job;
    return job.project ? QString(job.project->fullPath + u'#' + QString::number(job.id.number)) : QString();
}

int JobRunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_jobs ? 0 : static_cast<int>(m_jobs->runs.size());
}

int JobRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(JobRunColumn::Count);
}

QString JobRunModel::text(int row, JobRunColumn column) const
{
    const Job &job = *run(row).job;
    switch (column) {
    case JobRunColumn::Job:
        return JobCardWording::title(job);
    case JobRunColumn::Status:
        return JobCardWording::status(job.status);
    case JobRunColumn::Started:
        return job.startedAt ? Wording::shortAge(ageAt(*job.startedAt, m_jobs->readAt)) : QString();
    case JobRunColumn::Count:
        break;
    }
    return {};
}

QVariant JobRunModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto column = static_cast<JobRunColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == JobRunColumn::Job ? RunnerRecordWording::job(run(index.row()), m_jobs->readAt)
                                           : text(index.row(), column);
    case Qt::ToolTipRole:
        return RunnerRecordWording::job(run(index.row()), m_jobs->readAt);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == JobRunColumn::Started ? Qt::AlignRight : Qt::AlignLeft));
    case MutedRole:
        return reference(index.row()).isEmpty();
    case ElideModeRole:
        return column == JobRunColumn::Job ? QVariant(int(Qt::ElideMiddle)) : QVariant();
    default:
        return {};
    }
}

QVariant JobRunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isAge = section == static_cast<int>(JobRunColumn::Started);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isAge ? Qt::AlignRight : Qt::AlignLeft));
    const std::array titles{tr("Job"), tr("Status"), tr("Started", "how long ago a job did")};
    return role == Qt::DisplayRole ? QVariant(titles[static_cast<std::size_t>(section)]) : QVariant();
}

} // namespace Runnerscope
