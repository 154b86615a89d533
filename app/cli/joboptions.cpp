// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/joboptions.h"

#include <QCoreApplication>
#include <QStringList>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

} // namespace

std::variant<std::vector<JobStatus>, QString> jobStatusesFrom(const QString &text)
{
    std::vector<JobStatus> statuses;
    for (const QString &word : text.toLower().split(u',')) {
        if (word == QLatin1String("pending"))
            statuses.push_back(JobStatus::Pending);
        else if (word == QLatin1String("running"))
            statuses.insert(statuses.end(), {JobStatus::Running, JobStatus::Canceling});
        else if (word == QLatin1String("canceling"))
            statuses.push_back(JobStatus::Canceling);
        else
            return Tr::tr("--status takes pending, running and canceling, separated by commas.");
    }
    return statuses;
}

std::variant<int, QString> mostFrom(const QString &text)
{
    bool isNumber = false;
    const int most = text.toInt(&isNumber);
    if (!isNumber || most < 1)
        return Tr::tr("--max takes a whole number from 1 on.");
    return most;
}

} // namespace Runnerscope::Cli
