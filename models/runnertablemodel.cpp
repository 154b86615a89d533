// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"

#include "models/runnercells.h"
#include "models/runnercolumns.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int column(RunnerColumn column)
{
    return static_cast<int>(column);
}

Qt::Alignment alignmentOf(RunnerColumn column)
{
    return Qt::AlignVCenter | (isNumericColumn(column) ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

RunnerTableModel::RunnerTableModel(QObject *parent) :
    CheckableTableModel(static_cast<int>(RunnerColumn::Check), parent),
    m_ordering(this)
{
    connect(&m_ordering, &RunnerOrdering::ordered, this, &RunnerTableModel::takeRows);
}

void RunnerTableModel::setFleet(FleetPtr fleet)
{
    m_clock.follow(*fleet);
    const bool sameRows = m_newest && m_newest->rowsRevision == fleet->rowsRevision;
    m_newest = std::move(fleet);
    if (!sameRows) {
        requestRows();
    } else if (m_rows && m_rows->fleet->rowsRevision == m_newest->rowsRevision) {
        m_shown = m_newest;
        emit refreshed();
    }
}

void RunnerTableModel::setFilter(const FilterExpression &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    requestRows();
}

void RunnerTableModel::sort(int column, Qt::SortOrder order)
{
    const auto key = sortKeyOf(static_cast<RunnerColumn>(column));
    if (!key || RunnerSort{*key, order} == m_sort)
        return;
    m_sort = {*key, order};
    requestRows();
}

void RunnerTableModel::requestRows()
{
    if (m_newest)
        m_ordering.request({m_newest, m_sort, m_filter, m_rows ? m_rows->filter : FilterExpression()});
}

void RunnerTableModel::takeRows(const OrderedRowsPtr &rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList persistent = persistentIndexList();
    const std::vector<RunnerId> ids = idsAt(persistent);
    m_rows = rows;
    m_shown = rows->fleet->rowsRevision == m_newest->rowsRevision ? m_newest : rows->fleet;
    movePersistentIndexes(ids, persistent);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    tellChecks();
    if (rows->refusal && !m_ordering.isBusy()) { // else another filter has been given meanwhile
        m_filter = rows->filter;
        emit refused(*rows->refusal);
    }
    emit refreshed();
}

std::vector<RunnerId> RunnerTableModel::idsAt(const QModelIndexList &indexes) const
{
    std::vector<RunnerId> ids;
    ids.reserve(static_cast<std::size_t>(indexes.size()));
    for (const QModelIndex &index : indexes)
        ids.push_back(fleetRow(index.row()).runner->id);
    return ids;
}

void RunnerTableModel::movePersistentIndexes(const std::vector<RunnerId> &ids, const QModelIndexList &from)
{
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(rowOf(ids[static_cast<std::size_t>(i)]), from[i].column()));
    changePersistentIndexList(from, to);
}

const FleetRow &RunnerTableModel::fleetRow(int row) const
{
    return m_shown->rows[m_rows->order[static_cast<std::size_t>(row)]];
}

int RunnerTableModel::rowOf(RunnerId id) const
{
    if (!m_rows)
        return -1;
    const auto found = std::ranges::lower_bound(*m_rows->ids, id);
    if (found == m_rows->ids->end() || *found != id)
        return -1;
    const quint32 row = m_rows->positions[static_cast<std::size_t>(found - m_rows->ids->begin())];
    return row == OrderedRows::hidden ? -1 : static_cast<int>(row);
}

bool RunnerTableModel::isChecked(const FleetRow &row) const
{
    return m_selection.contains(row.runner->id);
}

std::vector<RunnerId> RunnerTableModel::idsOfRows(int first, int last) const
{
    std::vector<RunnerId> ids;
    ids.reserve(static_cast<std::size_t>(last - first) + 1);
    for (int row = first; row <= last; ++row)
        ids.push_back((*m_rows->ids)[m_rows->order[static_cast<std::size_t>(row)]]);
    std::ranges::sort(ids);
    return ids;
}

void RunnerTableModel::setChecked(int first, int last, bool checked)
{
    Q_ASSERT(first >= 0 && first <= last && last < rowCount());
    const std::vector<RunnerId> ids = idsOfRows(first, last);
    if (checked)
        m_selection.add(ids);
    else
        m_selection.remove(ids);
    repaintChecks(first, last);
}

void RunnerTableModel::checkAll()
{
    if (rowCount() == 0)
        return;
    std::vector<RunnerId> ids;
    ids.reserve(m_rows->order.size());
    for (std::size_t i = 0; i < m_rows->positions.size(); ++i) { // by id: no sorting
        if (m_rows->positions[i] != OrderedRows::hidden)
            ids.push_back((*m_rows->ids)[i]);
    }
    m_selection.add(ids);
    repaintChecks(0, rowCount() - 1);
}

void RunnerTableModel::clearChecks()
{
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    repaintChecks(0, rowCount() - 1);
}

/// One pass over two ascending lists.
CheckCounts RunnerTableModel::countChecks() const
{
    CheckCounts counts;
    counts.rows = rowCount();
    if (!m_rows || m_selection.isEmpty())
        return counts;
    auto known = m_rows->ids->begin();
    for (const RunnerId id : m_selection.ids()) {
        known = std::find_if(known, m_rows->ids->end(), [id](RunnerId other) { return other >= id; });
        if (known == m_rows->ids->end() || *known != id)
            ++counts.gone;
        else if (m_rows->positions[static_cast<std::size_t>(known - m_rows->ids->begin())] == OrderedRows::hidden)
            ++counts.hidden;
        else
            ++counts.shown;
    }
    return counts;
}

int RunnerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->order.size());
}

int RunnerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column(RunnerColumn::Count);
}

QVariant RunnerTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const FleetRow &row = fleetRow(index.row());
    const auto column = static_cast<RunnerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return runnerCellText(row, column);
    case Qt::ToolTipRole:
        return runnerCellToolTip(row, column, ageOf(row.readAt));
    case Qt::AccessibleTextRole:
        return column == RunnerColumn::Check ? runnerColumnTitle(column) : runnerCellAccessibleText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    case Qt::CheckStateRole:
        return column == RunnerColumn::Check ? QVariant(isChecked(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case CheckedRole:
        return isChecked(row);
    case RunnerIdRole:
        return QVariant::fromValue(row.runner->id);
    case StatusRole:
        return column == RunnerColumn::Status ? QVariant(static_cast<int>(row.status)) : QVariant();
    case PausedRole:
        return column == RunnerColumn::Status ? QVariant(row.runner->paused) : QVariant();
    case TagsRole:
        return column == RunnerColumn::Tags ? QVariant(row.runner->tags) : QVariant();
    case MutedRole:
        return isRunnerCellMuted(row, column);
    case ElideModeRole:
        return static_cast<int>(elideModeOf(column));
    default:
        return {};
    }
}

QVariant RunnerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= column(RunnerColumn::Count))
        return {};
    const auto column = static_cast<RunnerColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return runnerColumnTitle(column);
    case Qt::ToolTipRole:
        return runnerColumnExplanation(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    case Qt::CheckStateRole:
        return column == RunnerColumn::Check ? QVariant(checkCounts().state()) : QVariant();
    default:
        return {};
    }
}

} // namespace Runnerscope
