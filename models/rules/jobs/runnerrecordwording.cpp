// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerrecordwording.h"

#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/jobtrouble.h"
#include "models/rules/jobs/shortname.h"
#include "models/rules/namelist.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::RunnerRecordWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerRecordWording)
};

/// "9 of 10 jobs".
QString jobsOf(int some, int all)
{
    return all == 1 ? Tr::tr("%1 of 1 job").arg(some)
                    : Tr::tr("%1 of %2 jobs").arg(Wording::count(some), Wording::count(all));
}

QString failedOfAll(const RunnerRecord &record)
{
    return jobsOf(record.all.failed, record.all.finished);
}

HostRecord sum(const RunnerRecord &record, bool suspects)
{
    HostRecord result;
    for (std::size_t i = 0; i < record.hosts.size(); ++i) {
        if ((i < record.suspects) != suspects)
            continue;
        result.finished += record.hosts[i].finished;
        result.failed += record.hosts[i].failed;
    }
    return result;
}

QString suspectNames(const RunnerRecord &record)
{
    QStringList names;
    for (std::size_t i = 0; i < record.suspects; ++i)
        names.append(shortName(host(record.hosts[i])));
    return nameList(names);
}

QString someHosts(const RunnerRecord &record)
{
    const HostRecord bad = sum(record, true);
    const HostRecord rest = sum(record, false);
    const QString there = jobsOf(bad.failed, bad.finished);
    const QString elsewhere = jobsOf(rest.failed, rest.finished);
    if (record.suspects == 1)
        return Tr::tr("The host %1, not the runner: %2 failed there, %3 on its other hosts.")
            .arg(suspectNames(record), there, elsewhere);
    return Tr::tr("%1 hosts, not the runner: %2 failed on %3, %4 on the others.", "number, jobs, names, jobs")
        .arg(Wording::count(qint64(record.suspects)), there, suspectNames(record), elsewhere);
}

QString tooFew(const RunnerRecord &record)
{
    return record.all.finished == 1
        ? Tr::tr("Too few to tell: one job finished lately, %1 failed.").arg(record.all.failed)
        : Tr::tr("Too few to tell: %1 jobs finished lately, %2 failed.")
              .arg(record.all.finished)
              .arg(record.all.failed);
}

QString nothingFinished(const RunnerRecord &record)
{
    return record.all.running > 0 ? Tr::tr("None of its jobs has finished so far.")
                                  : Tr::tr("No job of this runner is known.");
}

void addFault(QStringList &lines, const RunnerRecord &record)
{
    const HostRecord &all = record.all;
    if (all.failedAtOnce > 0)
        lines.append(Tr::tr("%1 of the failed jobs ended within %2 of their start.")
                         .arg(Wording::count(all.failedAtOnce), Wording::duration(atOnce)));
    if (all.failedByRunner > 0)
        lines.append(Tr::tr("%1 of the failures were a fault of the runner, not of a script, as GitLab says.")
                         .arg(Wording::count(all.failedByRunner)));
    if (all.unexplained > 0)
        lines.append(
            Tr::tr("Why %1 of the failed jobs failed is not told to you.").arg(Wording::count(all.unexplained)));
}

QString slowness(const RunnerRecord &record)
{
    const SlowHost &slow = *record.slowHost;
    return Tr::tr("Jobs run long on %1: half of those that succeed over %2, on the others %3.", "host, time, time")
        .arg(shortName(host(record.hosts[slow.host])), Wording::wait(slow.ran), Wording::wait(slow.elsewhere));
}

QString timeOr(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? Wording::wait(*time) : Tr::tr("not known", "a time");
}

} // namespace

QString verdict(const RunnerRecord &record)
{
    switch (record.verdict) {
    case RunnerVerdict::NothingFinished:
        return nothingFinished(record);
    case RunnerVerdict::TooFew:
        return tooFew(record);
    case RunnerVerdict::NoneFailed:
        return Tr::tr("Nothing wrong: none of its last %1 finished jobs failed.")
            .arg(Wording::count(record.all.finished));
    case RunnerVerdict::SomeHosts:
        return someHosts(record);
    case RunnerVerdict::OneHost:
        return Tr::tr("All ran on one host, so the runner and its host cannot be told apart: %1 failed.")
            .arg(failedOfAll(record));
    case RunnerVerdict::HostsUnknown:
        return Tr::tr("On which hosts they ran is not told: %1 failed.").arg(failedOfAll(record));
    case RunnerVerdict::AllAlike:
        return Tr::tr("The runner or its jobs, not one host: %1 failed, and on every host alike.")
            .arg(failedOfAll(record));
    case RunnerVerdict::CannotTell:
        return Tr::tr("%1 failed; that is too few to tell one host from another.").arg(failedOfAll(record));
    case RunnerVerdict::NoneStandsOut:
        break;
    }
    return Tr::tr("No host stands out: %1 failed.").arg(failedOfAll(record));
}

QStringList remarks(const RunnerRecord &record, const TakenJobs &jobs)
{
    QStringList lines;
    if (record.otherProjects)
        lines.append(Tr::tr("All that failed there is of one project that ran nowhere else: it may be the cause."));
    if (record.failedInARow >= RunnerRecord::fewest)
        lines.append(
            Tr::tr("The last %1 jobs all failed, for %2 by now.", "number, such as 3 hours")
                .arg(Wording::count(record.failedInARow), Wording::longAge(ageAt(*record.failingSince, jobs.readAt))));
    addFault(lines, record);
    if (record.slowHost)
        lines.append(slowness(record));
    if (record.hidden > 0)
        lines.append(Tr::tr("%1 of the jobs are of projects that you cannot see.").arg(Wording::count(record.hidden)));
    if (jobs.more)
        lines.append(
            Tr::tr("The newest %1 jobs only; there are older ones.").arg(Wording::count(qint64(jobs.runs.size()))));
    return lines;
}

QString host(const HostRecord &host)
{
    if (!host.systemId.isEmpty())
        return Wording::oneLine(host.systemId);
    return host.manager != 0 ? QString(u'#' + QString::number(host.manager)) : Tr::tr("not known", "a host");
}

QString sentence(const HostRecord &host)
{
    return Tr::tr("%1: %2 failed, %3 at once, %4 by a fault of the runner; %5 running; half of the jobs waited %6 at "
                  "most and ran %7 at most",
        "a host, numbers of jobs, times")
        .arg(RunnerRecordWording::host(host), jobsOf(host.failed, host.finished), Wording::count(host.failedAtOnce),
            Wording::count(host.failedByRunner), Wording::count(host.running), timeOr(host.waited), timeOr(host.ran));
}

QString courseTitle(const HostRecord &host)
{
    return Tr::tr("Over time on %1. The lines across the bars: its other hosts.")
        .arg(host.manager != 0 ? shortName(RunnerRecordWording::host(host)) : Tr::tr("hosts that are not known"));
}

QString courseTitle()
{
    return Tr::tr("Over time, all hosts");
}

QString span(const RecordSpan &span)
{
    return Tr::tr("%1: %2 failed; half of them ran %3 at most and waited %4 at most", "a time, jobs, times")
        .arg(Wording::period(span.period), jobsOf(span.failed, span.finished), timeOr(span.ran), timeOr(span.waited));
}

QString course(const HostCourse &course)
{
    QStringList lines;
    for (const RecordSpan &one : course.here) {
        if (one.finished > 0)
            lines.append(span(one));
    }
    return lines.join(u'\n');
}

QString job(const JobRun &run, ServerTime now)
{
    if (run.job->startedAt)
        return JobCardWording::neighbour(run, now);
    return Tr::tr("%1 #%2, %3", "job, number, status")
        .arg(shortName(JobCardWording::title(*run.job)), QString::number(run.job->id.number),
            JobCardWording::status(run.job->status));
}

} // namespace Runnerscope::RunnerRecordWording
