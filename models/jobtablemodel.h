// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkabletablemodel.h"
#include "models/domain/joblist.h"
#include "models/idselection.h"
#include "models/newestwork.h"
#include "models/roles.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/jobs/jobtroubles.h"
#include "models/rules/jobs/jobverdicts.h"

#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

/// The jobs that wait and run, with why they wait. Judged, searched and sorted off the GUI thread; another list resets
/// the model. Times are those of the moment at which the jobs were read. Jobs are selected by the boxes of the check
/// column.
class JobTableModel : public CheckableTableModel
{
    Q_OBJECT

public:
    explicit JobTableModel(QObject *parent = nullptr);

    /// The runners among which those are looked for that may take a job.
    void setFleet(const FleetPtr &fleet);
    /// Null: not known.
    void setJobs(const JobListPtr &jobs);
    /// One of jobs. One that cannot be answered is refused(), and the one before stays.
    void setFilter(const FilterExpression &filter);
    /// That of the rows, or one that is being answered.
    const FilterExpression &filter() const { return m_wanted.filter; }
    bool isUpToDate() const { return !m_work.isBusy(); }

    /// As they are shown; null before the first.
    JobListPtr jobs() const { return m_rows ? m_rows->request.jobs : nullptr; }
    JobVerdictsPtr verdicts() const { return m_rows ? m_rows->verdicts : nullptr; }
    /// Among those jobs; null before the first.
    JobTroublesPtr troubles() const { return m_rows ? m_rows->troubles : nullptr; }
    /// Of the row, the number by which verdicts() know its job.
    std::size_t jobAt(int row) const { return m_rows->order[static_cast<std::size_t>(row)]; }
    const JobPtr &sharedJob(int row) const { return m_rows->request.jobs->jobs[jobAt(row)]; }
    const Job &job(int row) const { return *sharedJob(row); }
    /// -1 when it is not there.
    int rowOf(JobId id) const;

    /// Those of the selected jobs that still wait or run, highest id first. As long as jobs() is.
    std::vector<JobPtr> selectedJobs() const;
    /// Takes jobs out of the selection, be they in the table or not. \a ids ascend.
    void deselect(const std::vector<JobId> &ids);
    void setChecked(int first, int last, bool checked) override;
    void checkAll() override;
    void clearChecks() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void refused(const Runnerscope::FilterError &error);

private:
    static constexpr quint32 hidden = ~quint32(0);

    struct Request
    {
        FleetPtr fleet;
        JobListPtr jobs;
        FilterExpression filter;
        FilterExpression otherwise; ///< where that one cannot be answered
        JobColumn column = JobColumn::Waiting;
        Qt::SortOrder order = Qt::DescendingOrder;
    };
    struct Rows
    {
        Request request;
        JobVerdictsPtr verdicts;
        JobTroublesPtr troubles;
        FilterExpression filter; ///< that was answered
        std::optional<FilterError> refusal;
        std::vector<quint32> order; ///< row → index of the job
        std::vector<quint32> rowOf; ///< index of the job → row, or hidden
    };
    using RowsPtr = std::shared_ptr<const Rows>;
    class Judge;

    void request();
    void take(const RowsPtr &rows);
    QString text(int row, JobColumn column) const;
    QString fullText(int row, JobColumn column) const;
    /// Of the job with this id among jobs(); nothing when it has left them.
    std::optional<std::size_t> indexOf(JobId id) const;
    CheckCounts countChecks() const override;

    NewestWork<Request, RowsPtr> m_work;
    Request m_wanted;
    RowsPtr m_rows;
    JobSelection m_selection;
};

} // namespace Runnerscope
