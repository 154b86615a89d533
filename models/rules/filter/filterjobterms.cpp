// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterterms.h"
#include "models/rules/jobs/jobverdict.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Wording::FilterTerms {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterWording)
};

using F = FilterField;
using Code = JobVerdictCode;
using namespace Qt::Literals::StringLiterals;

QString statusWords(QLatin1StringView word)
{
    if (word == "pending"_L1)
        return Tr::tr("waiting for a runner");
    if (word == "running"_L1)
        return Tr::tr("running", "a job");
    if (word == "canceling"_L1)
        return Tr::tr("being canceled", "a job");
    if (word == "created"_L1)
        return Tr::tr("waiting for earlier jobs");
    if (word == "waiting-for-resource"_L1)
        return Tr::tr("waiting for its resource group");
    if (word == "waiting-for-callback"_L1)
        return Tr::tr("waiting for an answer from outside");
    if (word == "preparing"_L1)
        return Tr::tr("being prepared", "a job");
    return word == "manual"_L1 ? Tr::tr("to be started by hand", "a job") : Tr::tr("starting at a set time", "a job");
}

/// Of a job that waits for a runner.
QString reasonOfRunners(Code code)
{
    switch (code) {
    case Code::Queued:
        return Tr::tr("waiting for its turn", "a job");
    case Code::NoneOnline:
        return Tr::tr("no matching runner online");
    case Code::AllPaused:
        return Tr::tr("all matching runners paused");
    case Code::OnlyProtected:
        return Tr::tr("only protected runners match");
    case Code::OnlyUncertain:
        return Tr::tr("only runners that may match");
    case Code::NoRunnerHasTag:
        return Tr::tr("one of its tags on no runner", "of a job");
    case Code::NoRunnerHasTags:
        return Tr::tr("several of its tags on no runner", "of a job");
    case Code::NoRunnerHasAllTags:
        return Tr::tr("no runner with all of its tags", "of a job");
    case Code::OutOfReach:
        return Tr::tr("runners with its tags serve other projects only", "of a job");
    case Code::RunnersNotAllowed:
        return Tr::tr("matching runners not allowed by the project");
    case Code::NoneTakesUntagged:
        return Tr::tr("no runner takes untagged jobs");
    case Code::NoRunners:
        return Tr::tr("no runner for the project");
    case Code::GivenToRunner:
        return Tr::tr("given to a runner that has not answered");
    default:
        return Tr::tr("what it asks for is not readable", "of a job");
    }
}

QString reasonOfState(Code code)
{
    switch (code) {
    case Code::Created:
        return statusWords("created"_L1);
    case Code::WaitingForResource:
        return statusWords("waiting-for-resource"_L1);
    case Code::WaitingForCallback:
        return statusWords("waiting-for-callback"_L1);
    case Code::Preparing:
        return statusWords("preparing"_L1);
    case Code::Manual:
        return statusWords("manual"_L1);
    case Code::Scheduled:
        return statusWords("scheduled"_L1);
    case Code::TriggerJob:
        return Tr::tr("starting another pipeline", "a job");
    case Code::Running:
        return statusWords("running"_L1);
    case Code::Finished:
        return Tr::tr("ended", "a job");
    case Code::StatusNotKnown:
        return Tr::tr("of a status that is not known");
    default:
        return reasonOfRunners(code);
    }
}

} // namespace

QString jobChoice(F field, QLatin1StringView word)
{
    if (field == F::JobStatus)
        return statusWords(word);
    if (field == F::JobWhy)
        return reasonOfState(jobVerdictNamed(QString(word)).value_or(Code::StatusNotKnown));
    if (field == F::JobTrouble)
        return word == "silent-host"_L1 ? Tr::tr("on a host gone silent", "a job that runs")
                                        : Tr::tr("on a runner that fails its jobs", "a job that runs");
    return word == "yes"_L1 ? Tr::tr("of a protected ref: a protected runner took it")
                            : Tr::tr("not known whether its ref is protected");
}

QString queuedAge(const AgeTest &test)
{
    const QString first = duration(test.first);
    switch (test.comparison) {
    case Comparison::Above:
        return Tr::tr("queued over %1 ago").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("queued %1 ago or more").arg(first);
    case Comparison::Below:
        return Tr::tr("queued within the last %1", "a duration").arg(first);
    case Comparison::AtMost:
        return Tr::tr("queued %1 ago or less").arg(first);
    default:
        return Tr::tr("queued %1 to %2 ago").arg(first, duration(test.second));
    }
}

} // namespace Runnerscope::Wording::FilterTerms
