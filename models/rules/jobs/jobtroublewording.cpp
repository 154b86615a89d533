// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobtroublewording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::JobTroubleWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobTroubleWording)
};

using Why = JobOnSilentHost::Why;

QString numbers(const FailingRunner &runner)
{
    return Tr::tr("Of %1 jobs seen to end here, %2 failed: %3 within %4 of their start, %5 by a fault of the runner "
                  "itself.")
        .arg(Wording::count(runner.finished), Wording::count(runner.failed), Wording::count(runner.failedAtOnce),
            Wording::duration(atOnce), Wording::count(runner.systemFailures));
}

/// Since when, in a sentence.
QString silence(const JobOnSilentHost &job, ServerTime now)
{
    return Wording::longAge(ageAt(*job.lastSign, now));
}

} // namespace

QString sentence(const FailingRunner &runner)
{
    const bool oneScript = runner.projects == 1 && runner.systemFailures == 0;
    return oneScript ? Tr::tr("%1 %2", "two sentences")
                           .arg(numbers(runner), Tr::tr("All are of one project, whose script may be the cause."))
                     : numbers(runner);
}

QString sentence(const JobOnSilentHost &job, ServerTime now)
{
    switch (job.why) {
    case Why::HostGone:
        return Tr::tr("Its host is gone: GitLab no longer lists it for the runner.");
    case Why::RunnerGone:
        return Tr::tr("Its runner is gone.");
    case Why::HostSilent:
        return job.lastSign ? Tr::tr("Its host has given no sign of life for %1.").arg(silence(job, now))
                            : Tr::tr("Its host has never made contact.");
    case Why::RunnerSilent:
        break;
    }
    return job.lastSign ? Tr::tr("No host of its runner has given a sign of life for %1.").arg(silence(job, now))
                        : Tr::tr("No host of its runner has ever made contact.");
}

QString sentence(const JobTroubles &troubles, std::size_t number, const Job &job, ServerTime now)
{
    if (const JobOnSilentHost *silence = troubles.silenceOf(number))
        return sentence(*silence, now);
    const FailingRunner *runner = troubles.failingRunner(job);
    return runner ? Tr::tr("Its runner fails its jobs: %1 of %2 at once or by its own fault.", "numbers of jobs")
                        .arg(Wording::count(runner->suspicious), Wording::count(runner->finished))
                  : QString();
}

QString silentCount(const JobTroubles &troubles)
{
    const auto count = static_cast<qint64>(troubles.silent.size());
    return count == 0 ? QString()
        : count == 1  ? Tr::tr("1 job runs on a silent host")
                      : Tr::tr("%1 jobs run on silent hosts").arg(Wording::count(count));
}

QString failingCount(const JobTroubles &troubles)
{
    const auto count = static_cast<qint64>(troubles.failing.size());
    return count == 0 ? QString()
        : count == 1  ? Tr::tr("1 runner fails its jobs")
                      : Tr::tr("%1 runners fail their jobs").arg(Wording::count(count));
}

/// A filter has room for so many.
QString failingFilter(const JobTroubles &troubles)
{
    constexpr std::size_t most = 50;
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(most, troubles.failing.size()); ++i)
        numbers.append(QString::number(troubles.failing[i].runner.number));
    return numbers.isEmpty() ? QString() : QString(QStringLiteral("id:") + numbers.join(u','));
}

} // namespace Runnerscope::JobTroubleWording
