// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/runnerjobsreport.h"

#include "app/report/enumnames.h"
#include "app/report/labelledtext.h"
#include "app/report/runnerjson.h"
#include "app/report/texttable.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/runnerrecordwording.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerJobsReport)
};

using Time = std::optional<std::chrono::milliseconds>;

QJsonValue roundedJson(const Time &time)
{
    return secondsJson(time ? std::optional(std::chrono::round<std::chrono::seconds>(*time)) : std::nullopt);
}

QJsonValue managerJson(qint64 number)
{
    return number != 0 ? QJsonValue(number) : QJsonValue();
}

QJsonObject hostJson(const HostRecord &host)
{
    return {
        {QStringLiteral("manager"), managerJson(host.manager)},
        {QStringLiteral("systemId"), textJson(host.systemId)},
        {QStringLiteral("running"), host.running},
        {QStringLiteral("finished"), host.finished},
        {QStringLiteral("failed"), host.failed},
        {QStringLiteral("failedAtOnce"), host.failedAtOnce},
        {QStringLiteral("failedByRunner"), host.failedByRunner},
        {QStringLiteral("unexplained"), host.unexplained},
        {QStringLiteral("waitedSeconds"), roundedJson(host.waited)},
        {QStringLiteral("ranSeconds"), roundedJson(host.ran)},
    };
}

QJsonObject runJson(const Job &job)
{
    return {
        {QStringLiteral("id"), job.id.number},
        {QStringLiteral("name"), textJson(job.name)},
        {QStringLiteral("project"), job.project ? textJson(job.project->fullPath) : QJsonValue()},
        {QStringLiteral("status"), EnumNames::jobStatus(job.status)},
        {QStringLiteral("failureReason"), textJson(job.failureReason)},
        {QStringLiteral("queuedAt"), timeJson(job.queuedAt)},
        {QStringLiteral("startedAt"), timeJson(job.startedAt)},
        {QStringLiteral("finishedAt"), timeJson(job.finishedAt)},
        {QStringLiteral("manager"), managerJson(job.manager)},
    };
}

QString timeText(const Time &time)
{
    return time ? Wording::wait(*time) : QString();
}

QString hostsText(const RunnerRecord &record, int width)
{
    TextTable table({{Tr::tr("HOST"), false, 10, TextWidth::Elide::Middle}, {Tr::tr("JOBS"), true},
        {Tr::tr("FAILED"), true}, {Tr::tr("AT ONCE", "failed jobs"), true}, {Tr::tr("ITS FAULT"), true},
        {Tr::tr("WAITED", "for a runner"), true}, {Tr::tr("RAN", "for how long"), true}});
    for (const HostRecord &host : record.hosts)
        table.addRow({RunnerRecordWording::host(host), Wording::count(host.finished), Wording::count(host.failed),
            Wording::count(host.failedAtOnce), Wording::count(host.failedByRunner), timeText(host.waited),
            timeText(host.ran)});
    return table.isEmpty() ? QString() : QString(u'\n' + table.toString(width));
}

QString runsText(const TakenJobs &jobs, int width)
{
    TextTable table({{Tr::tr("ID"), true}, {Tr::tr("STATUS"), false, 9},
        {Tr::tr("PROJECT"), false, 14, TextWidth::Elide::Middle}, {Tr::tr("JOB"), false, 12, TextWidth::Elide::Middle},
        {Tr::tr("HOST"), false, 8, TextWidth::Elide::Middle}, {Tr::tr("STARTED", "how long ago"), true}});
    for (const JobRun &run : jobs.runs) {
        const Job &job = *run.job;
        table.addRow({QString::number(job.id.number), JobCardWording::status(job.status),
            job.project ? job.project->fullPath : Tr::tr("not readable", "a project"), job.name, run.systemId,
            job.startedAt ? Wording::shortAge(ageAt(*job.startedAt, jobs.readAt)) : QString()});
    }
    return table.isEmpty() ? QString() : QString(u'\n' + table.toString(width));
}

} // namespace

QJsonObject runnerJobsJson(const TakenJobs &jobs)
{
    const RunnerRecord record = recordOf(jobs);
    QJsonArray hosts;
    for (const HostRecord &host : record.hosts)
        hosts.append(hostJson(host));
    QJsonArray suspects;
    for (std::size_t i = 0; i < record.suspects; ++i)
        suspects.append(record.hosts[i].manager);
    QJsonArray runs;
    for (const JobRun &run : jobs.runs)
        runs.append(runJson(*run.job));
    return {
        {QStringLiteral("refused"), jobs.refused},
        {QStringLiteral("verdict"),
            QJsonObject{{QStringLiteral("code"), EnumNames::runnerVerdict(record.verdict)},
                {QStringLiteral("sentence"), RunnerRecordWording::verdict(record)}}},
        {QStringLiteral("suspects"), suspects},
        {QStringLiteral("hosts"), hosts},
        {QStringLiteral("jobs"), runs},
        {QStringLiteral("more"), jobs.more},
    };
}

QString runnerJobsText(const TakenJobs &jobs, int width)
{
    LabelledText text;
    if (jobs.refused) {
        text.add(Tr::tr("Its jobs"), Tr::tr("You may not see the jobs of this runner."));
        return text.toString(width);
    }
    const RunnerRecord record = recordOf(jobs);
    text.add(Tr::tr("Its jobs"), RunnerRecordWording::verdict(record));
    for (const QString &remark : RunnerRecordWording::remarks(record, jobs))
        text.add({}, remark);
    return text.toString(width) + hostsText(record, width) + runsText(jobs, width);
}

} // namespace Runnerscope
