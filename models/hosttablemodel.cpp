// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosttablemodel.h"

#include "models/rules/filter/filterlexer.h"
#include "models/rules/status.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

QString valueText(const QString &value)
{
    return needsQuotes(value) ? quoted(value) : value;
}

QString ageText(OptionalTime time, ServerTime now)
{
    return time ? Wording::shortAge(ageAt(*time, now)) : QString();
}

bool isNumeric(HostColumn column)
{
    return column == HostColumn::LastContact || column == HostColumn::KnownSince || column == HostColumn::Managers
        || column == HostColumn::Runners;
}

constexpr std::array keys{HostSortKey::Status, HostSortKey::SystemId, HostSortKey::Address, HostSortKey::Version,
    HostSortKey::Platform, HostSortKey::Executor, HostSortKey::LastContact, HostSortKey::KnownSince,
    HostSortKey::Runner, HostSortKey::Owner, HostSortKey::Managers, HostSortKey::Runners};

static_assert(keys.size() == static_cast<std::size_t>(HostColumn::Count));

} // namespace

HostTableModel::HostTableModel(QObject *parent) :
    QAbstractTableModel(parent),
    m_work(listed, [this](const ListPtr &list) { take(list); })
{
}

HostTableModel::ListPtr HostTableModel::listed(const Request &request)
{
    auto list = std::make_shared<List>();
    list->request = request;
    const Fleet &fleet = *request.rows->fleet;
    const FilterMask mask = shownRows(*request.rows);
    list->hosts = hostRows(fleet, mask, request.grouping);
    list->completeness = hostCompleteness(fleet, mask);
    sortHosts(list->hosts, fleet, request.key, request.order);
    return list;
}

void HostTableModel::request()
{
    if (m_wanted.rows)
        m_work.request(m_wanted);
}

void HostTableModel::setRows(const OrderedRowsPtr &rows)
{
    if (rows == m_wanted.rows)
        return;
    m_wanted.rows = rows;
    request();
}

void HostTableModel::setGrouping(std::optional<HostGrouping> grouping)
{
    if (grouping == m_wanted.grouping)
        return;
    m_wanted.grouping = grouping;
    request();
}

void HostTableModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.key = keys[static_cast<std::size_t>(column)];
    m_wanted.order = order;
    request();
}

void HostTableModel::take(const ListPtr &list)
{
    beginResetModel();
    m_list = list;
    endResetModel();
}

const RunnerManager &HostTableModel::manager(int row) const
{
    return managerOf(*m_list->request.rows->fleet, host(row).host);
}

const FleetRow &HostTableModel::fleetRow(int row) const
{
    return m_list->request.rows->fleet->rows[host(row).host.row];
}

int HostTableModel::rowOf(RunnerId runner, qint64 manager) const
{
    if (!m_list)
        return -1;
    const Fleet &fleet = *m_list->request.rows->fleet;
    const auto place = fleet.indexOf(runner);
    if (!place)
        return -1;
    const auto found = std::ranges::find_if(m_list->hosts,
        [&](const HostRow &host) { return host.host.row == *place && managerOf(fleet, host.host).number == manager; });
    return found == m_list->hosts.end() ? -1 : static_cast<int>(found - m_list->hosts.begin());
}

int HostTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->hosts.size());
}

int HostTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(HostColumn::Count);
}

/// A row that stands for several shows the newest of them, but no runner that would stand for others.
QString HostTableModel::text(int row, HostColumn column) const
{
    const RunnerManager &m = manager(row);
    const FleetRow &r = fleetRow(row);
    const bool isKey = column == HostColumn::SystemId || column == HostColumn::Address;
    if (!host(row).isTold && isKey)
        return {};
    const bool isRunner = column == HostColumn::Runner || column == HostColumn::Owner;
    if (host(row).runners > 1 && isRunner)
        return {};
    switch (column) {
    case HostColumn::Status:
        return Wording::status(statusOf(m, r.readAt));
    case HostColumn::SystemId:
        return Wording::oneLine(m.systemId);
    case HostColumn::Address:
        return Wording::oneLine(m.ipAddress);
    case HostColumn::Version:
        return Wording::oneLine(m.version);
    case HostColumn::Platform:
        return Wording::oneLine(Wording::platform(m));
    case HostColumn::Executor:
        return Wording::oneLine(m.executor);
    case HostColumn::LastContact:
        return ageText(m.contactedAt, r.readAt);
    case HostColumn::KnownSince:
        return ageText(m.createdAt, r.readAt);
    case HostColumn::Runner:
        return Wording::oneLine(Wording::displayName(*r.runner));
    case HostColumn::Owner:
        return r.runner->owner ? Wording::oneLine(r.runner->owner->fullPath) : QString();
    case HostColumn::Managers:
        return Wording::count(host(row).managers);
    case HostColumn::Runners:
        return Wording::count(host(row).runners);
    case HostColumn::Count:
        break;
    }
    return {};
}

QString HostTableModel::toolTip(int row, HostColumn column) const
{
    const auto exact = [](OptionalTime time) { return time ? Wording::exactTime(*time) : QString(); };
    if (column == HostColumn::LastContact)
        return exact(manager(row).contactedAt);
    if (column == HostColumn::KnownSince)
        return exact(manager(row).createdAt);
    if (column == HostColumn::Managers)
        return tr("%1 of %2 online").arg(Wording::count(host(row).online), Wording::count(host(row).managers));
    return text(row, column);
}

/// A host that stands alone is found by its runner: the same address may be that of many. Managers that told nothing
/// have nothing in common by which they could be found.
QString HostTableModel::filterOf(int row) const
{
    const RunnerManager &m = manager(row);
    const auto &grouping = m_list->request.grouping;
    if (!host(row).isTold)
        return {};
    if (!grouping || host(row).managers == 1)
        return QStringLiteral("id:%1").arg(fleetRow(row).runner->id.number);
    return *grouping == HostGrouping::Address ? QStringLiteral("managers:any ip:") + valueText(m.ipAddress)
                                              : QStringLiteral("managers:any system-id:") + valueText(m.systemId);
}

QVariant HostTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const int row = index.row();
    const auto column = static_cast<HostColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case StatusRole:
        return column == HostColumn::Status ? QVariant(static_cast<int>(statusOf(manager(row), fleetRow(row).readAt)))
                                            : QVariant();
    case PausedRole:
        return column == HostColumn::Status ? QVariant(fleetRow(row).runner->paused) : QVariant();
    case RunnerIdRole:
        return QVariant::fromValue(fleetRow(row).runner->id);
    case FilterRole:
        return filterOf(row);
    case ElideModeRole:
        return static_cast<int>(
            column == HostColumn::SystemId || column == HostColumn::Owner ? Qt::ElideMiddle : Qt::ElideRight);
    default:
        return {};
    }
}

QVariant HostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<HostColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Status"), tr("System id"), tr("Address"), tr("Version"), tr("Platform"), tr("Executor"),
        tr("Contact"), tr("Known for"), tr("Runner"), tr("Owner"), tr("Hosts"), tr("Runners")};
    return titles[static_cast<std::size_t>(section)];
}

} // namespace Runnerscope
