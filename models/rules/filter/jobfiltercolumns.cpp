// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/jobfiltercolumns.h"

#include "models/rules/filter/filterchoices.h"
#include "models/rules/jobs/jobwait.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

using F = FilterField;

/// What is known of where a job runs.
struct JobPlace
{
    const Runner *runner = nullptr;
    const RunnerManager *manager = nullptr;
};

JobPlace placeOfJob(const Job &job, const Fleet &fleet)
{
    const FleetRow *row = job.runner ? fleet.find(*job.runner) : nullptr;
    if (!row)
        return {};
    const auto &managers = row->runner->managers;
    const auto found = std::ranges::find(managers, job.manager, &RunnerManager::number);
    return {row->runner.get(), job.manager == 0 || found == managers.end() ? nullptr : &*found};
}

/// The texts of a column, job after job.
class JobTextColumn
{
public:
    JobTextColumn(const JobVerdicts &verdicts, F field) :
        m_verdicts(verdicts),
        m_field(field)
    {
    }

    FilterTextColumn make();

private:
    void add(const QString &text) { m_column.codes.push_back(m_column.dictionary.insert(text)); }
    void addSeveral(const Job &job);
    void addGroups(const Job &job);
    void addPlace(const Job &job);
    QString textOf(const Job &job) const;

    const JobVerdicts &m_verdicts;
    F m_field;
    FilterTextColumn m_column;
    QHash<const JobProject *, std::vector<quint32>> m_groups; ///< codes of those above a project
};

FilterTextColumn JobTextColumn::make()
{
    const std::vector<JobPtr> &jobs = m_verdicts.input().jobs;
    m_column.codes.reserve(jobs.size());
    for (const JobPtr &job : jobs) {
        if (hasSeveralValues(m_field))
            addSeveral(*job);
        else
            add(textOf(*job));
    }
    if (hasSeveralValues(m_field))
        m_column.starts.push_back(static_cast<quint32>(m_column.codes.size()));
    if (m_field == F::JobHost)
        m_column.readAddresses();
    return std::move(m_column);
}

void JobTextColumn::addSeveral(const Job &job)
{
    m_column.starts.push_back(static_cast<quint32>(m_column.codes.size()));
    if (m_field == F::JobTag) {
        for (const QString &tag : job.tags)
            add(tag);
    } else if (m_field == F::JobGroup) {
        addGroups(job);
    } else if (m_field != F::JobUser) {
        addPlace(job);
    } else if (job.user) {
        add(job.user->username);
        add(job.user->name);
    }
}

/// Every group above the project: whoever names one of them means all below it.
void JobTextColumn::addGroups(const Job &job)
{
    if (!job.project)
        return;
    auto known = m_groups.find(job.project.get());
    if (known == m_groups.end()) {
        std::vector<quint32> codes;
        QString path = job.project->fullPath;
        for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0; slash = path.lastIndexOf(u'/')) {
            path.truncate(slash);
            codes.push_back(m_column.dictionary.insert(path));
        }
        known = m_groups.insert(job.project.get(), std::move(codes));
    }
    m_column.codes.insert(m_column.codes.end(), known->begin(), known->end());
}

void JobTextColumn::addPlace(const Job &job)
{
    const auto [runner, manager] = placeOfJob(job, m_verdicts.fleet());
    if (m_field == F::JobRunner) {
        if (job.runner)
            add(QString::number(job.runner->number));
        if (runner)
            add(runner->description);
        return;
    }
    if (job.manager != 0)
        add(QString::number(job.manager));
    if (manager)
        add(manager->systemId);
}

QString JobTextColumn::textOf(const Job &job) const
{
    switch (m_field) {
    case F::JobProject:
        return job.project ? job.project->fullPath : QString();
    case F::JobName:
        return job.name;
    case F::JobStage:
        return job.stage;
    case F::JobRef:
        return job.ref;
    default:
        break;
    }
    const RunnerManager *manager = placeOfJob(job, m_verdicts.fleet()).manager;
    return manager ? manager->ipAddress : QString();
}

template <typename Enum>
qint64 bitOf(Enum value)
{
    return qint64(1) << static_cast<int>(value);
}

qint64 secondsOf(std::optional<std::chrono::seconds> seconds)
{
    return seconds ? seconds->count() : missingNumber;
}

JobProtection protectionOf(const Job &job, const Fleet &fleet)
{
    const Runner *runner = placeOfJob(job, fleet).runner;
    return runner && runner->accessLevel == AccessLevel::RefProtected ? JobProtection::Yes : JobProtection::Unknown;
}

} // namespace

FilterTextColumn jobTexts(const JobVerdicts &verdicts, F field)
{
    return JobTextColumn(verdicts, field).make();
}

FilterNumberColumn jobTroubleNumbers(const JobVerdicts &verdicts, const JobTroubles &troubles)
{
    const std::vector<JobPtr> &jobs = verdicts.input().jobs;
    FilterNumberColumn column(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const JobTrouble trouble = troubles.of(i, *jobs[i]);
        column[i] = trouble == JobTrouble::None ? 0 : bitOf(trouble);
    }
    return column;
}

FilterNumberColumn jobNumbers(const JobVerdicts &verdicts, ServerTime now, F field)
{
    const std::vector<JobPtr> &jobs = verdicts.input().jobs;
    FilterNumberColumn column(jobs.size());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job &job = *jobs[i];
        if (field == F::JobId)
            column[i] = job.id.number;
        else if (field == F::JobWaiting)
            column[i] = job.status == JobStatus::Pending ? secondsOf(waitedFor(job, now)) : missingNumber;
        else if (field == F::JobRunning)
            column[i] = secondsOf(ranFor(job, now));
        else if (field == F::JobQueued)
            column[i] = job.queuedAt ? job.queuedAt->time_since_epoch().count() : missingNumber;
        else if (field == F::JobStatus)
            column[i] = job.status == JobStatus::Unknown ? 0 : bitOf(job.status);
        else if (field == F::JobWhy)
            column[i] = bitOf(verdicts.code(i));
        else
            column[i] = bitOf(protectionOf(job, verdicts.fleet()));
    }
    return column;
}

} // namespace Runnerscope
