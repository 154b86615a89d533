// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"

#include "models/rules/jobs/joblistwording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

QString oneLine(const ErrorWords &words)
{
    return words.sentence + u' ' + words.remedy;
}

} // namespace

QString complaintAbout(const FetchError &error)
{
    return oneLine(explain(error, Retry::Never));
}

QString complaintAbout(const InstanceTrouble &trouble)
{
    return oneLine(explain(trouble));
}

QString complaintAbout(const SecretTrouble &trouble)
{
    return oneLine(explain(trouble));
}

QString complaintAbout(const StoreTrouble &trouble)
{
    return oneLine(explain(trouble));
}

QString complaintAboutHiddenQueue(const JobList &jobs)
{
    return Tr::tr("The queue cannot be seen with this token.") + u' ' + JobListWording::refusal(jobs);
}

QString complaintAbout(const FilterError &error, const QString &filter)
{
    const QString part = Wording::oneLine(filter.mid(error.position, std::max<qsizetype>(1, error.length)));
    if (part.isEmpty())
        return Tr::tr("The filter ends too early: %1").arg(error.sentence);
    return Tr::tr("The filter is wrong at letter %1, “%2”: %3", "a place, what stands there, a sentence")
        .arg(QString::number(error.position + 1), part, error.sentence);
}

} // namespace Runnerscope::Cli
