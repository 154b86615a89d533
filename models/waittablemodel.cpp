// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waittablemodel.h"

#include "models/rules/naturalorder.h"
#include "models/rules/queue/jobfacets.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Runnerscope {

namespace {

bool isDuration(WaitColumn column)
{
    return column != WaitColumn::Name && column != WaitColumn::Jobs;
}

std::chrono::milliseconds durationOf(const WaitPercentiles &waits, WaitColumn column)
{
    switch (column) {
    case WaitColumn::P50:
        return waits.p50;
    case WaitColumn::P90:
        return waits.p90;
    case WaitColumn::P95:
        return waits.p95;
    case WaitColumn::P99:
        return waits.p99;
    default:
        return waits.longest;
    }
}

qint64 numberOf(const FacetPercentiles &row, WaitColumn column)
{
    return column == WaitColumn::Jobs ? row.waits.jobs : durationOf(row.waits, column).count();
}

/// As it is known to people; empty: it has no name.
QString nameOf(const QueueFacet &facet, const FleetPtr &fleet)
{
    if (facet.kind != FacetKind::Runner)
        return facet.name;
    const bool any = fleet && !fleet->rows.empty();
    const FleetRow *row =
        any ? fleet->find({fleet->rows.front().runner->id.instance, facet.name.toLongLong()}) : nullptr;
    return row ? Wording::displayName(*row->runner) : QString(u'#' + facet.name);
}

/// Equal ones in natural order; without a name last, either way.
std::vector<quint32> waitOrder(
    const std::vector<FacetPercentiles> &waits, const QStringList &names, WaitColumn column, Qt::SortOrder order)
{
    const std::vector<quint32> places = naturalRanks(names);
    const auto rankOf = [&](quint32 row) {
        return column == WaitColumn::Name ? qint64(places[row]) : numberOf(waits[row], column);
    };
    std::vector<quint32> rows(waits.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::ranges::sort(rows, [&](quint32 a, quint32 b) {
        if (column == WaitColumn::Name && names[a].isEmpty() != names[b].isEmpty())
            return names[b].isEmpty();
        const qint64 x = rankOf(a);
        const qint64 y = rankOf(b);
        if (x == y)
            return places[a] != places[b] ? places[a] < places[b] : a < b;
        return order == Qt::AscendingOrder ? x < y : x > y;
    });
    return rows;
}

} // namespace

WaitTableModel::WaitTableModel(QObject *parent) :
    QAbstractTableModel(parent),
    m_work(listed, [this](const ListPtr &list) { take(list); })
{
}

WaitTableModel::ListPtr WaitTableModel::listed(const Request &request)
{
    auto list = std::make_shared<List>();
    list->kind = request.kind;
    list->waits = *request.waits;
    for (const FacetPercentiles &row : list->waits)
        list->names.append(nameOf(row.facet, request.fleet));
    list->order = waitOrder(list->waits, list->names, request.column, request.order);
    return list;
}

void WaitTableModel::request()
{
    if (m_wanted.waits)
        m_work.request(m_wanted);
}

void WaitTableModel::setWaits(FacetKind kind, std::vector<FacetPercentiles> waits)
{
    m_wanted.kind = kind;
    m_wanted.waits = std::make_shared<const Waits>(std::move(waits));
    request();
}

void WaitTableModel::setFleet(const FleetPtr &fleet)
{
    m_wanted.fleet = fleet; // for the rows to come: names alone are no reason to lay everything out again
}

void WaitTableModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.column = static_cast<WaitColumn>(column);
    m_wanted.order = order;
    request();
}

void WaitTableModel::take(const ListPtr &list)
{
    beginResetModel();
    m_list = list;
    m_kind = list->kind;
    endResetModel();
}

std::vector<FacetPercentiles> WaitTableModel::ordered() const
{
    std::vector<FacetPercentiles> rows;
    for (int row = 0; row < rowCount(); ++row)
        rows.push_back(waits(row));
    return rows;
}

QString WaitTableModel::name(int row) const
{
    const auto number = m_list->order[static_cast<std::size_t>(row)];
    if (m_list->waits[number].facet.kind == FacetKind::All)
        return tr("All jobs");
    const QString &name = m_list->names[number];
    return name.isEmpty() ? tr("(no tags)", "jobs that ask for none") : Wording::oneLine(name);
}

int WaitTableModel::rowOf(const QueueFacet &facet) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (waits(row).facet == facet)
            return row;
    }
    return -1;
}

int WaitTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->order.size());
}

int WaitTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(WaitColumn::Count);
}

QString WaitTableModel::text(int row, WaitColumn column) const
{
    if (column == WaitColumn::Name)
        return name(row);
    return isDuration(column) ? Wording::wait(durationOf(waits(row).waits, column))
                              : Wording::count(waits(row).waits.jobs);
}

QVariant WaitTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const FacetPercentiles &row = waits(index.row());
    const auto column = static_cast<WaitColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == WaitColumn::Name ? QVariant(name(index.row())) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column == WaitColumn::Name ? Qt::AlignLeft : Qt::AlignRight));
    case TagsRole:
        return column == WaitColumn::Name && row.facet.kind == FacetKind::TagSet && !row.facet.name.isEmpty()
            ? QVariant(tagsOf(row.facet.name))
            : QVariant();
    case MutedRole:
        return column == WaitColumn::Name && row.facet.kind == FacetKind::TagSet && row.facet.name.isEmpty();
    case ElideModeRole:
        return column == WaitColumn::Name ? QVariant(int(Qt::ElideMiddle)) : QVariant();
    default:
        return {};
    }
}

QVariant WaitTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<WaitColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column == WaitColumn::Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && isDuration(column))
        return column == WaitColumn::Longest
            ? tr("The longest that a job waited for a runner before it started.")
            : tr("This share of the jobs waited no longer before they started.", "50 % and others");
    if (role != Qt::DisplayRole)
        return {};
    const std::array firsts{tr("Jobs of"), tr("Tags"), tr("Group"), tr("Project"), tr("Runner")};
    const std::array titles{firsts[static_cast<std::size_t>(m_kind)], tr("Jobs started"), tr("50 %"), tr("90 %"),
        tr("95 %"), tr("99 %"), tr("Longest")};
    return titles[static_cast<std::size_t>(section)];
}

} // namespace Runnerscope
