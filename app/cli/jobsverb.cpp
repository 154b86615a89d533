// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "app/cli/jobsreading.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jobreport.h"
#include "app/report/jsontext.h"
#include "app/report/texttable.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/jobfilterrows.h"
#include "models/rules/jobs/joblistwording.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliJobs)
};

using Reach = JobListReach::Kind;

void waitFor(JobsReading &reading)
{
    const ProgressLine line;
    QObject::connect(&reading, &JobsReading::progressChanged, &reading,
        [&line](const FleetProgress &progress) { line.show(progress); });
    QObject::connect(&reading, &JobsReading::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    reading.start();
    QCoreApplication::exec();
    reading.disconnect();
}

bool asksForWaiting(const Request &request)
{
    return std::ranges::find(request.statuses, JobStatus::Pending) != request.statuses.end();
}

bool asksForRunning(const Request &request)
{
    return std::ranges::any_of(request.statuses, [](JobStatus status) { return status != JobStatus::Pending; });
}

/// Whether jobs of a status that is asked for are read \a so.
bool isAny(const Request &request, const JobList &jobs, Reach so)
{
    return (asksForWaiting(request) && jobs.pending.kind == so) || (asksForRunning(request) && jobs.running.kind == so);
}

bool areAllRefused(const Request &request, const JobList &jobs)
{
    return (!asksForWaiting(request) || jobs.pending.kind == Reach::Refused)
        && (!asksForRunning(request) || jobs.running.kind == Reach::Refused);
}

JobVerdictsPtr judged(const FleetPtr &fleet, const JobList &jobs)
{
    JobVerdictInput input{fleet, jobs.jobs, {}, {}, jobs.finished};
    for (const JobPtr &job : jobs.jobs)
        input.assignments.add(*job);
    countRunning(jobs.jobs, input.loads);
    input.loads.complete = jobs.running.kind == Reach::Whole;
    return judgeJobs(std::move(input));
}

/// Those that wait before those that run, longest first; what is not known comes last.
void sortByAge(std::vector<quint32> &numbers, const std::vector<JobPtr> &jobs)
{
    constexpr ServerTime never = ServerTime::max();
    const auto key = [&jobs, never](quint32 number) {
        const Job &job = *jobs[number];
        const bool waits = job.status == JobStatus::Pending;
        return std::tuple(!waits, (waits ? job.queuedAt : job.startedAt).value_or(never), job.id.number);
    };
    std::ranges::sort(numbers, {}, key);
}

QString statusWord(JobStatus status)
{
    if (status == JobStatus::Pending)
        return Tr::tr("waiting", "a job");
    return status == JobStatus::Running ? Tr::tr("running", "a job") : Tr::tr("being canceled", "a job");
}

QString jobsTable(const JobReport &report)
{
    constexpr auto inTheMiddle = TextWidth::Elide::Middle;
    constexpr auto atTheEnd = TextWidth::Elide::End;
    constexpr int never = TextColumn::never;
    std::vector<TextColumn> columns{{Tr::tr("ID"), true}, {Tr::tr("STATUS"), false, 7},
        {Tr::tr("WAITED", "for a runner"), true}, {Tr::tr("RUNS", "for how long"), true, never, atTheEnd, 4},
        {Tr::tr("PROJECT"), false, 14, inTheMiddle}, {Tr::tr("JOB"), false, 12, inTheMiddle},
        {Tr::tr("TAGS"), false, 10, atTheEnd, 2}, {Tr::tr("RUNNER"), false, 10, inTheMiddle, 3}};
    if (report.why)
        columns.push_back({Tr::tr("WHY"), false, 24});
    TextTable table(std::move(columns));
    const auto age = [](std::optional<std::chrono::seconds> time) {
        return time ? Wording::shortAge(*time) : QString();
    };
    for (const quint32 number : report.jobs) {
        const Job &job = *report.verdicts.input().jobs[number];
        const FleetRow *row = job.runner ? report.verdicts.fleet().find(*job.runner) : nullptr;
        const QString hash = job.runner ? QString(u'#' + QString::number(job.runner->number)) : QString();
        QStringList cells{QString::number(job.id.number), statusWord(job.status), age(waitedFor(job, report.now)),
            age(ranFor(job, report.now)), job.project ? job.project->fullPath : Tr::tr("not readable", "a project"),
            job.name, job.tags.join(u' '), row ? Wording::displayName(*row->runner) : hash};
        if (report.why)
            cells.append(job.status == JobStatus::Pending ? JobWording::sentence(report.verdicts, number) : QString());
        table.addRow(cells);
    }
    return table.toString(Terminal::width());
}

QString printed(const JobReport &report, Format format)
{
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(jobsJson(report))));
    case Format::Csv:
        return jobsCsv(report);
    case Format::Table:
        break;
    }
    return jobsTable(report);
}

/// GitLab lists no more than some pages of each status, and of members the jobs of their projects only.
QString whatIsLeftOut(const Request &request, const JobList &jobs)
{
    if (jobs.projects)
        return JobListWording::reach(jobs);
    const auto atLeast = [&jobs](bool waiting) { return Wording::count(countOf(jobs, waiting).value_or(0)); };
    QStringList said;
    if (asksForWaiting(request) && jobs.pending.kind == Reach::Partial)
        said.append(Tr::tr("At least %1 jobs wait: not all of them could be listed.").arg(atLeast(true)));
    if (asksForRunning(request) && jobs.running.kind == Reach::Partial)
        said.append(Tr::tr("At least %1 jobs run: not all of them could be listed.").arg(atLeast(false)));
    return said.join(u' ');
}

Outcome printedJobs(const Request &request, const JobsReading &reading)
{
    const JobList &jobs = *reading.jobs();
    const JobVerdictsPtr verdicts = judged(reading.fleet(), jobs);
    JobFilterRows rows(verdicts, jobs.readAt);
    const auto matched = evaluate(request.filter, rows);
    if (const auto *error = std::get_if<FilterError>(&matched))
        return {ExitCode::WrongUsage, {}, complaintAbout(*error, request.filter.text())};
    JobReport report{*verdicts, indexesOf(std::get<FilterMask>(matched)), jobs.readAt, request.why};
    std::erase_if(report.jobs, [&](quint32 job) {
        return std::ranges::find(request.statuses, jobs.jobs[job]->status) == request.statuses.end();
    });
    sortByAge(report.jobs, jobs.jobs);
    QStringList notes{whatIsLeftOut(request, jobs)};
    if (request.most && report.jobs.size() > static_cast<std::size_t>(*request.most)) {
        notes.append(Tr::tr("The first %1 of %2 jobs are listed, those that wait or run longest.")
                         .arg(Wording::count(*request.most), Wording::count(static_cast<qint64>(report.jobs.size()))));
        report.jobs.resize(static_cast<std::size_t>(*request.most));
    }
    notes.removeAll(QString());
    return {ExitCode::Done, printed(report, request.format), notes.join(u' ')};
}

/// What keeps the answer from being whole, and is no cap of the server; empty where nothing does.
QString whatIsMissing(const Request &request, const JobsReading &reading, bool withFleet)
{
    if (isAny(request, *reading.jobs(), Reach::Refused))
        return asksForWaiting(request) && reading.jobs()->pending.kind == Reach::Refused
            ? Tr::tr("The jobs that wait cannot be seen with this token.")
            : Tr::tr("The jobs that run cannot be seen with this token.");
    if (withFleet && reading.fleetError())
        return Tr::tr("The runners could be read in part only: %1").arg(complaintAbout(*reading.fleetError()));
    if (withFleet && reading.fleet()->coverage.kind == Coverage::Kind::Partial)
        return Tr::tr("The runners could be read in part only.");
    return {};
}

} // namespace

Outcome runJobs(const Request &request, FleetService &service)
{
    const bool withFleet = request.why || asksOfRunners(request.filter);
    JobsReading reading(service, withFleet);
    waitFor(reading);
    if (reading.error())
        return {ExitCode::Unusable, {}, complaintAbout(*reading.error())};
    if (!reading.jobs() || areAllRefused(request, *reading.jobs()))
        return {ExitCode::Unusable, {}, complaintAboutHiddenQueue(reading.jobs() ? *reading.jobs() : JobList())};
    const QString missing = whatIsMissing(request, reading, withFleet);
    if (!missing.isEmpty() && !request.partial)
        return {ExitCode::Unusable, {}, missing + u' ' + Tr::tr("With --partial what was read is printed.")};
    Outcome outcome = printedJobs(request, reading);
    if (!missing.isEmpty())
        outcome.complaint = outcome.complaint.isEmpty() ? missing : missing + u' ' + outcome.complaint;
    return outcome;
}

} // namespace Runnerscope::Cli
