// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/managertablemodel.h"

#include "models/rules/status.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

namespace {

QString age(OptionalTime time, ServerTime now)
{
    return time ? Wording::shortAge(ageAt(*time, now)) : QString();
}

QString text(const RunnerManager &manager, ManagerColumn column, ServerTime now)
{
    switch (column) {
    case ManagerColumn::Status:
        return Wording::status(statusOf(manager, now));
    case ManagerColumn::SystemId:
        return Wording::oneLine(manager.systemId);
    case ManagerColumn::Version:
        return Wording::oneLine(manager.version);
    case ManagerColumn::Platform:
        return Wording::oneLine(Wording::platform(manager));
    case ManagerColumn::Executor:
        return Wording::oneLine(manager.executor);
    case ManagerColumn::IpAddress:
        return Wording::oneLine(manager.ipAddress);
    case ManagerColumn::LastContact:
        return age(manager.contactedAt, now);
    case ManagerColumn::KnownSince:
        return age(manager.createdAt, now);
    case ManagerColumn::Count:
        break;
    }
    return {};
}

/// Ages are looked at, times are copied.
QString exactText(const RunnerManager &manager, ManagerColumn column, ServerTime now)
{
    const auto exact = [](OptionalTime time) { return time ? Wording::exactTime(*time) : QString(); };
    if (column == ManagerColumn::LastContact)
        return exact(manager.contactedAt);
    if (column == ManagerColumn::KnownSince)
        return exact(manager.createdAt);
    return text(manager, column, now);
}

QString sentence(const RunnerManager &manager, ServerTime now)
{
    return ManagerTableModel::tr("Host %1, %2, says it is version %3, %4")
        .arg(Wording::oneLine(manager.systemId), Wording::status(statusOf(manager, now)),
            manager.version.isEmpty() ? ManagerTableModel::tr("unknown", "version") : Wording::oneLine(manager.version),
            Wording::contact(manager.contactedAt, now));
}

} // namespace

ManagerTableModel::ManagerTableModel(QObject *parent) :
    QAbstractTableModel(parent)
{
}

bool ManagerTableModel::sameHosts(const std::vector<RunnerManager> &managers) const
{
    return std::ranges::equal(managers, m_managers, {}, &RunnerManager::number, &RunnerManager::number);
}

void ManagerTableModel::setManagers(std::vector<RunnerManager> managers, ServerTime readAt)
{
    if (managers == m_managers && readAt == m_readAt)
        return;
    if (!sameHosts(managers)) {
        beginResetModel();
        m_managers = std::move(managers);
        m_readAt = readAt;
        endResetModel();
        return;
    }
    m_managers = std::move(managers);
    m_readAt = readAt;
    if (!m_managers.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ManagerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_managers.size());
}

int ManagerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ManagerColumn::Count);
}

QVariant ManagerTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const RunnerManager &host = manager(index.row());
    const auto column = static_cast<ManagerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(host, column, m_readAt);
    case Qt::ToolTipRole:
        return exactText(host, column, m_readAt);
    case Qt::AccessibleTextRole:
        return column == ManagerColumn::Status ? sentence(host, m_readAt) : text(host, column, m_readAt);
    case StatusRole:
        return column == ManagerColumn::Status ? QVariant(static_cast<int>(statusOf(host, m_readAt))) : QVariant();
    case PausedRole:
        return column == ManagerColumn::Status ? QVariant(false) : QVariant();
    case ElideModeRole:
        return static_cast<int>(column == ManagerColumn::SystemId ? Qt::ElideMiddle : Qt::ElideRight);
    default:
        return {};
    }
}

QVariant ManagerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<ManagerColumn>(section)) {
    case ManagerColumn::Status:
        return tr("Status");
    case ManagerColumn::SystemId:
        return tr("System id");
    case ManagerColumn::Version:
        return tr("Version");
    case ManagerColumn::Platform:
        return tr("Platform");
    case ManagerColumn::Executor:
        return tr("Executor");
    case ManagerColumn::IpAddress:
        return tr("Address");
    case ManagerColumn::LastContact:
        return tr("Contact");
    case ManagerColumn::KnownSince:
        return tr("Known for");
    case ManagerColumn::Count:
        break;
    }
    return {};
}

} // namespace Runnerscope
