// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostrecordmodel.h"

#include "models/rules/jobs/runnerrecordwording.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"

#include <array>

namespace Runnerscope {

namespace {

/// Short enough for a narrow column; exact below a minute.
QString timeText(const std::optional<std::chrono::milliseconds> &time)
{
    if (!time)
        return {};
    return *time < std::chrono::minutes(1) ? Wording::wait(*time)
                                           : Wording::shortAge(std::chrono::floor<std::chrono::seconds>(*time));
}

} // namespace

void HostRecordModel::setRecord(const RunnerRecord &record)
{
    beginResetModel();
    m_record = record;
    endResetModel();
}

const HostRecord &HostRecordModel::host(int row) const
{
    return isSum(row) ? m_record.all : m_record.hosts[static_cast<std::size_t>(row)];
}

/// One host alone has no siblings to be compared with.
int HostRecordModel::rowCount(const QModelIndex &parent) const
{
    const auto hosts = static_cast<int>(m_record.hosts.size());
    return parent.isValid() ? 0 : hosts > 1 ? hosts + 1 : hosts;
}

int HostRecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(HostRecordColumn::Count);
}

QString HostRecordModel::text(int row, HostRecordColumn column) const
{
    const HostRecord &shown = host(row);
    switch (column) {
    case HostRecordColumn::Host:
        return isSum(row) ? tr("all hosts") : RunnerRecordWording::host(shown);
    case HostRecordColumn::Failed:
        return tr("%1/%2", "failed jobs, all jobs").arg(Wording::count(shown.failed), Wording::count(shown.finished));
    case HostRecordColumn::ByRunner:
        return shown.unexplained > 0 && shown.unexplained == shown.failed ? QString()
                                                                          : Wording::count(shown.failedByRunner);
    case HostRecordColumn::Waited:
        return timeText(shown.waited);
    case HostRecordColumn::Ran:
        return timeText(shown.ran);
    case HostRecordColumn::Count:
        break;
    }
    return {};
}

QVariant HostRecordModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto column = static_cast<HostRecordColumn>(index.column());
    const bool isName = column == HostRecordColumn::Host;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::AccessibleTextRole:
        return isName && !isSum(index.row()) ? RunnerRecordWording::sentence(host(index.row()))
                                             : text(index.row(), column);
    case Qt::ToolTipRole:
        return isSum(index.row()) ? QString() : RunnerRecordWording::sentence(host(index.row()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight));
    case MutedRole:
        return isSum(index.row()) || (isName && host(index.row()).manager == 0);
    case ElideModeRole:
        return isName ? QVariant(int(Qt::ElideMiddle)) : QVariant();
    default:
        return {};
    }
}

QVariant HostRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isName = section == static_cast<int>(HostRecordColumn::Host);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight));
    const std::array titles{tr("Host"), tr("Failed", "how many jobs"), tr("Fault", "failures of the runner itself"),
        tr("Waited", "for how long jobs did"), tr("Ran", "for how long jobs did")};
    const std::array tips{tr("The system id of the host."), tr("How many of the finished jobs failed."),
        tr("How many failed by a fault of the runner or its host, as GitLab says, and not of their script."),
        tr("Half of the jobs waited no longer for the runner."), tr("Half of the finished jobs ran no longer.")};
    const auto place = static_cast<std::size_t>(section);
    return role == Qt::DisplayRole ? QVariant(titles[place])
        : role == Qt::ToolTipRole  ? QVariant(tips[place])
                                   : QVariant();
}

} // namespace Runnerscope
