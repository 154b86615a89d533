// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"

#include "models/rules/managers.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int column(RunnerColumn column)
{
    return static_cast<int>(column);
}

/// Says nothing of runners that are silent: GitLab's "idle" would say more than is known.
QString runningText(const FleetRow &row)
{
    if (row.runner->jobExecution == JobExecution::Active)
        return RunnerTableModel::tr("running", "the runner executes jobs");
    if (row.runner->jobExecution == JobExecution::Idle && row.status == RunnerStatus::Online)
        return RunnerTableModel::tr("idle", "the runner executes no job");
    return {};
}

QString contactText(const FleetRow &row)
{
    const OptionalTime contactedAt = row.runner->contactedAt;
    return contactedAt ? Wording::shortAge(ageAt(*contactedAt, row.readAt)) : QString();
}

QString text(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Status:
        return Wording::status(row.status);
    case RunnerColumn::Name:
        return Wording::oneLine(Wording::displayName(runner));
    case RunnerColumn::Owner:
        return runner.owner ? Wording::oneLine(runner.owner->fullPath) : QString();
    case RunnerColumn::Type:
        return Wording::type(runner.type);
    case RunnerColumn::Tags:
        return Wording::oneLine(runner.tags.join(QStringLiteral(", ")));
    case RunnerColumn::Version:
        return Wording::oneLine(Wording::version(effectiveVersion(*row.runner, row.readAt)));
    case RunnerColumn::Managers:
        return Wording::count(runner.managerCount);
    case RunnerColumn::LastContact:
        return contactText(row);
    case RunnerColumn::Running:
        return runningText(row);
    case RunnerColumn::Jobs:
        return runner.jobCount ? Wording::jobCount(*runner.jobCount) : QString();
    case RunnerColumn::CreatedBy:
        return Wording::oneLine(Wording::creator(runner));
    case RunnerColumn::Count:
        break;
    }
    return {};
}

bool isMuted(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Name:
        return runner.description.trimmed().isEmpty();
    case RunnerColumn::Running:
        return runner.jobExecution != JobExecution::Active;
    case RunnerColumn::Managers:
        return runner.managerCount == 0;
    case RunnerColumn::Jobs:
        return runner.jobCount.value_or(0) == 0;
    case RunnerColumn::CreatedBy:
        return !runner.creator;
    default:
        return false;
    }
}

/// Lists of many hosts are cut by the server; the details have them all.
QString withCompleteness(const QString &text, const Runner &runner)
{
    if (runner.managersComplete())
        return text;
    return RunnerTableModel::tr("%1 (judged by the newest %2 of %3 hosts)")
        .arg(text, Wording::count(static_cast<qint64>(runner.managers.size())), Wording::count(runner.managerCount));
}

QString toolTip(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Status:
        return runner.paused ? RunnerTableModel::tr("%1; paused: it gets no jobs").arg(Wording::status(row.status))
                             : Wording::status(row.status);
    case RunnerColumn::LastContact:
        return runner.contactedAt ? Wording::exactTime(*runner.contactedAt) : Wording::contact({}, row.readAt);
    case RunnerColumn::CreatedBy:
        return Wording::creatorSentence(runner);
    case RunnerColumn::Owner:
        return runner.owner ? Wording::oneLine(runner.owner->fullName)
                            : RunnerTableModel::tr("Instance runners belong to no group.");
    case RunnerColumn::Version:
        return withCompleteness(Wording::oneLine(versionsOf(runner).join(QStringLiteral(", "))), runner);
    case RunnerColumn::Managers:
        return withCompleteness(text(row, column), runner);
    default:
        return text(row, column);
    }
}

bool tellsAge(RunnerColumn column)
{
    return column == RunnerColumn::Status || column == RunnerColumn::Name || column == RunnerColumn::LastContact;
}

QString withAge(const QString &toolTip, std::chrono::seconds age)
{
    return RunnerTableModel::tr("%1\nRead %2 ago", "a tool tip, the age of its row such as 12 seconds")
        .arg(toolTip, Wording::longAge(age));
}

QString accessibleText(const FleetRow &row, RunnerColumn column)
{
    if (column != RunnerColumn::Name)
        return text(row, column);
    return RunnerTableModel::tr("Runner %1, %2, %3")
        .arg(text(row, RunnerColumn::Name), Wording::state(row.status, row.runner->paused),
            Wording::contact(row.runner->contactedAt, row.readAt));
}

bool isNumeric(RunnerColumn column)
{
    return column == RunnerColumn::Managers || column == RunnerColumn::LastContact || column == RunnerColumn::Jobs;
}

Qt::TextElideMode elideMode(RunnerColumn column)
{
    return column == RunnerColumn::Name || column == RunnerColumn::Owner ? Qt::ElideMiddle : Qt::ElideRight;
}

RunnerSortKey sortKey(RunnerColumn column)
{
    switch (column) {
    case RunnerColumn::Status:
        return RunnerSortKey::Status;
    case RunnerColumn::Name:
        return RunnerSortKey::Name;
    case RunnerColumn::Owner:
        return RunnerSortKey::Owner;
    case RunnerColumn::Type:
        return RunnerSortKey::Type;
    case RunnerColumn::Tags:
        return RunnerSortKey::Tags;
    case RunnerColumn::Version:
        return RunnerSortKey::Version;
    case RunnerColumn::Managers:
        return RunnerSortKey::Managers;
    case RunnerColumn::LastContact:
        return RunnerSortKey::LastContact;
    case RunnerColumn::Running:
        return RunnerSortKey::Running;
    case RunnerColumn::Jobs:
        return RunnerSortKey::Jobs;
    case RunnerColumn::CreatedBy:
        return RunnerSortKey::CreatedBy;
    case RunnerColumn::Count:
        break;
    }
    return RunnerSortKey::Id;
}

struct HeaderTexts
{
    QString title;
    QString explanation;
};

HeaderTexts headerTexts(RunnerColumn column)
{
    using Model = RunnerTableModel;
    switch (column) {
    case RunnerColumn::Status:
        return {Model::tr("Status"),
            Model::tr("As GitLab shows it: online under 2 hours since the last contact, stale from 7 days.")};
    case RunnerColumn::Name:
        return {Model::tr("Name"), Model::tr("The description of the runner, or the beginning of its token.")};
    case RunnerColumn::Owner:
        return {Model::tr("Owner"),
            Model::tr("The group or project the runner belongs to. Instance runners belong to none.")};
    case RunnerColumn::Type:
        return {Model::tr("Type"), Model::tr("Whom the runner serves: the instance, a group or a project.")};
    case RunnerColumn::Tags:
        return {Model::tr("Tags"), Model::tr("Jobs ask for runners by tag.")};
    case RunnerColumn::Version:
        return {Model::tr("Version"),
            Model::tr("What the hosts in contact say of themselves; the oldest when they differ.")};
    case RunnerColumn::Managers:
        return {Model::tr("Hosts"), Model::tr("How many runner managers work under this runner’s token.")};
    case RunnerColumn::LastContact:
        return {Model::tr("Contact"),
            Model::tr("Age of the last contact. Under an hour is normal for an idle runner: GitLab does not record "
                      "every poll.")};
    case RunnerColumn::Running:
        return {Model::tr("Running"), Model::tr("Whether the runner executes at least one job.")};
    case RunnerColumn::Jobs:
        return {Model::tr("Jobs"), Model::tr("Jobs ever given to the runner; GitLab counts up to 1,000.")};
    case RunnerColumn::CreatedBy:
        return {Model::tr("Created by"),
            Model::tr("Who created the runner in GitLab. Who started its hosts is recorded nowhere.")};
    case RunnerColumn::Count:
        break;
    }
    return {};
}

} // namespace

RunnerTableModel::RunnerTableModel(QObject *parent) :
    QAbstractTableModel(parent),
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
    const RunnerSort wanted{sortKey(static_cast<RunnerColumn>(column)), order};
    if (wanted == m_sort)
        return;
    m_sort = wanted;
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
    const auto fleetIndex = m_shown ? m_shown->indexOf(id) : std::nullopt;
    if (!fleetIndex || m_rows->positions[*fleetIndex] == OrderedRows::hidden)
        return -1;
    return static_cast<int>(m_rows->positions[*fleetIndex]);
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
        return text(row, column);
    case Qt::ToolTipRole:
        return tellsAge(column) ? withAge(toolTip(row, column), ageOf(row.readAt)) : toolTip(row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case RunnerIdRole:
        return QVariant::fromValue(row.runner->id);
    case StatusRole:
        return column == RunnerColumn::Status ? QVariant(static_cast<int>(row.status)) : QVariant();
    case PausedRole:
        return column == RunnerColumn::Status ? QVariant(row.runner->paused) : QVariant();
    case TagsRole:
        return column == RunnerColumn::Tags ? QVariant(row.runner->tags) : QVariant();
    case MutedRole:
        return isMuted(row, column);
    case ElideModeRole:
        return static_cast<int>(elideMode(column));
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
        return headerTexts(column).title;
    case Qt::ToolTipRole:
        return headerTexts(column).explanation;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

} // namespace Runnerscope
