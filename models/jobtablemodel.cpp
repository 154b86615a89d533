// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "models/jobcells.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/jobfilterrows.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/naturalorder.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

/// Makes rows of jobs. Remembers the verdicts, which neither a filter nor another order change, and what was seen of
/// runners.
class JobTableModel::Judge
{
public:
    RowsPtr rowsOf(const Request &request)
    {
        auto rows = std::make_shared<Rows>();
        rows->request = request;
        judge(request);
        rows->verdicts = m_verdicts;
        rows->troubles = m_filterRows->troubles();
        rows->order = indexesOf(match(request, *rows));
        sort(rows->order, request);
        rows->rowOf.assign(m_jobs->jobs.size(), hidden);
        for (quint32 row = 0; row < rows->order.size(); ++row)
            rows->rowOf[rows->order[row]] = row;
        return rows;
    }

private:
    void judge(const Request &request)
    {
        if (m_verdicts && m_jobs == request.jobs && m_verdicts->input().fleet == request.fleet)
            return;
        forgetOthers(*request.fleet);
        m_jobs = request.jobs;
        Q_ASSERT(
            std::ranges::is_sorted(m_jobs->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; }));
        for (const JobPtr &job : m_jobs->jobs)
            m_assignments.add(*job);
        countRunning(m_jobs->jobs, m_loads);
        m_loads.complete = m_jobs->running.kind == JobListReach::Kind::Whole;
        m_verdicts = judgeJobs({request.fleet, m_jobs->jobs, m_assignments, m_loads, m_jobs->finished});
        m_filterRows.emplace(m_verdicts, m_jobs->readAt);
    }

    /// The same number is another runner elsewhere.
    void forgetOthers(const Fleet &fleet)
    {
        const QString server = fleet.source.webUrl + u'\n' + fleet.source.label;
        if (std::exchange(m_server, server) == server)
            return;
        m_assignments = {};
        m_loads = {};
    }

    FilterMask match(const Request &request, Rows &rows)
    {
        rows.filter = request.filter;
        auto matched = evaluate(rows.filter, *m_filterRows);
        if (const auto *error = std::get_if<FilterError>(&matched)) {
            rows.refusal = *error;
            rows.filter = request.otherwise;
            matched = evaluate(rows.filter, *m_filterRows);
        }
        if (std::holds_alternative<FilterError>(matched)) { // has answered before, of other jobs
            rows.filter = {};
            matched = maskOfAll(m_jobs->jobs.size());
        }
        return std::get<FilterMask>(std::move(matched));
    }

    std::optional<std::chrono::seconds> secondsOf(const Job &job, JobColumn column) const
    {
        if (column == JobColumn::Waiting)
            return waitedFor(job, m_jobs->readAt);
        if (column == JobColumn::Running)
            return ranFor(job, m_jobs->readAt);
        if (!job.queuedAt)
            return std::nullopt;
        return std::chrono::floor<std::chrono::seconds>(job.queuedAt->time_since_epoch());
    }

    QString cell(quint32 job, JobColumn column)
    {
        return jobCellText(*m_verdicts, *m_filterRows->troubles(), job, column, m_jobs->readAt);
    }

    /// What has no value comes last in both orders; equal ones by id, the oldest first.
    void sort(std::vector<quint32> &order, const Request &request)
    {
        constexpr qint64 none = -1;
        std::vector<qint64> ranks;
        if (isNumericColumn(request.column) || request.column == JobColumn::Queued) {
            for (const JobPtr &job : m_jobs->jobs)
                ranks.push_back(secondsOf(*job, request.column).value_or(std::chrono::seconds(none)).count());
        } else {
            QStringList texts;
            for (quint32 job = 0; job < m_jobs->jobs.size(); ++job)
                texts.append(cell(job, request.column));
            for (const quint32 rank : naturalRanks(texts))
                ranks.push_back(texts[static_cast<qsizetype>(ranks.size())].isEmpty() ? none : rank);
        }
        const bool ascending = request.order == Qt::AscendingOrder;
        std::ranges::sort(order, [&](quint32 a, quint32 b) {
            if (ranks[a] == ranks[b])
                return m_jobs->jobs[a]->id < m_jobs->jobs[b]->id;
            if (ranks[a] == none || ranks[b] == none)
                return ranks[b] == none;
            return ascending ? ranks[a] < ranks[b] : ranks[a] > ranks[b];
        });
    }

    QString m_server; ///< whose jobs were judged last
    JobListPtr m_jobs;
    JobVerdictsPtr m_verdicts;
    std::optional<JobFilterRows> m_filterRows;
    ProjectAssignments m_assignments;
    RunnerLoads m_loads;
};

JobTableModel::JobTableModel(QObject *parent) :
    CheckableTableModel(static_cast<int>(JobColumn::Check), parent),
    m_work([judge = std::make_shared<Judge>()](const Request &request) { return judge->rowsOf(request); },
        [this](const RowsPtr &rows) { take(rows); })
{
}

void JobTableModel::request()
{
    if (!m_wanted.fleet || !m_wanted.jobs)
        return;
    m_wanted.otherwise = m_rows ? m_rows->filter : FilterExpression();
    m_work.request(m_wanted);
}

void JobTableModel::setFleet(const FleetPtr &fleet)
{
    if (std::exchange(m_wanted.fleet, fleet) != fleet)
        request();
}

void JobTableModel::setJobs(const JobListPtr &jobs)
{
    m_wanted.jobs = jobs;
    if (jobs) {
        request();
    } else {
        m_selection.clear();
        take(nullptr);
    }
}

void JobTableModel::setFilter(const FilterExpression &filter)
{
    if (filter == m_wanted.filter)
        return;
    m_wanted.filter = filter;
    request();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.column = static_cast<JobColumn>(column);
    m_wanted.order = order;
    request();
}

void JobTableModel::take(const RowsPtr &rows)
{
    if (rows && rows->request.jobs != m_wanted.jobs && !m_wanted.jobs)
        return; // of a fleet that is left
    beginResetModel();
    m_rows = rows;
    endResetModel();
    tellChecks();
    if (rows && rows->refusal && !m_work.isBusy()) { // else another filter has been given meanwhile
        m_wanted.filter = rows->filter;
        emit refused(*rows->refusal);
    }
}

std::optional<std::size_t> JobTableModel::indexOf(JobId id) const
{
    if (!m_rows)
        return std::nullopt;
    const auto &jobs = m_rows->request.jobs->jobs;
    const auto found =
        std::ranges::lower_bound(jobs, id, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    if (found == jobs.end() || (*found)->id != id)
        return std::nullopt;
    return static_cast<std::size_t>(found - jobs.begin());
}

int JobTableModel::rowOf(JobId id) const
{
    const auto index = indexOf(id);
    const quint32 row = index ? m_rows->rowOf[*index] : hidden;
    return row == hidden ? -1 : static_cast<int>(row);
}

std::vector<JobPtr> JobTableModel::selectedJobs() const
{
    std::vector<JobPtr> selected;
    for (const JobId id : m_selection.ids()) {
        if (const auto index = indexOf(id))
            selected.push_back(m_rows->request.jobs->jobs[*index]);
    }
    std::ranges::reverse(selected);
    return selected;
}

void JobTableModel::deselect(const std::vector<JobId> &ids)
{
    m_selection.remove(ids);
    repaintChecks(0, rowCount() - 1);
}

void JobTableModel::setChecked(int first, int last, bool checked)
{
    Q_ASSERT(first >= 0 && first <= last && last < rowCount());
    std::vector<JobId> ids;
    for (int row = first; row <= last; ++row)
        ids.push_back(job(row).id);
    std::ranges::sort(ids);
    if (checked)
        m_selection.add(ids);
    else
        m_selection.remove(ids);
    repaintChecks(first, last);
}

void JobTableModel::checkAll()
{
    if (rowCount() > 0)
        setChecked(0, rowCount() - 1, true);
}

void JobTableModel::clearChecks()
{
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    repaintChecks(0, rowCount() - 1);
}

CheckCounts JobTableModel::countChecks() const
{
    CheckCounts counts;
    counts.rows = rowCount();
    for (const JobId id : m_selection.ids()) {
        const auto index = indexOf(id);
        ++(!index ? counts.gone : m_rows->rowOf[*index] == hidden ? counts.hidden : counts.shown);
    }
    return counts;
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->order.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(JobColumn::Count);
}

QString JobTableModel::text(int row, JobColumn column) const
{
    return jobCellText(*m_rows->verdicts, *m_rows->troubles, jobAt(row), column, m_rows->request.jobs->readAt);
}

/// What a mark in the text means is said behind it.
QString JobTableModel::fullText(int row, JobColumn column) const
{
    const QString deadline = column == JobColumn::Waiting
        ? jobDeadlineText(*m_rows->verdicts, jobAt(row), m_rows->request.jobs->readAt)
        : QString();
    return deadline.isEmpty() ? text(row, column) : text(row, column) + u'\n' + deadline;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Job &one = job(index.row());
    const auto column = static_cast<JobColumn>(index.column());
    switch (role) {
    case Qt::AccessibleTextRole:
        return column == JobColumn::Check ? jobColumnTitle(column) : fullText(index.row(), column);
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return fullText(index.row(), column);
    case Qt::CheckStateRole:
        return column == JobColumn::Check ? QVariant(m_selection.contains(one.id) ? Qt::Checked : Qt::Unchecked)
                                          : QVariant();
    case CheckedRole:
        return m_selection.contains(one.id);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumericColumn(column) ? Qt::AlignRight : Qt::AlignLeft));
    case TagsRole:
        return column == JobColumn::Tags ? QVariant(one.tags) : QVariant();
    case MutedRole:
        return column == JobColumn::Project && !one.project;
    case FilterRole:
        return one.runner ? QString(QStringLiteral("id:%1").arg(one.runner->number)) : QString();
    case ElideModeRole:
        return static_cast<int>(column == JobColumn::Project ? Qt::ElideMiddle : Qt::ElideRight);
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<JobColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumericColumn(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::CheckStateRole && column == JobColumn::Check)
        return checkCounts().state();
    return role == Qt::DisplayRole ? QVariant(jobColumnTitle(column)) : QVariant();
}

} // namespace Runnerscope
