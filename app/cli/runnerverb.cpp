// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "app/cli/runnertext.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
#include "app/report/runnerjobsreport.h"
#include "app/report/runnerjson.h"

#include <QCoreApplication>
#include <QFutureWatcher>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

/// Nothing when the service ended without an answer.
template <typename Answer>
std::optional<Answer> answerOf(const QFuture<Answer> &future)
{
    QFutureWatcher<Answer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    watcher.setFuture(future);
    QCoreApplication::exec();
    return watcher.future().resultCount() > 0 ? std::optional(watcher.result()) : std::nullopt;
}

/// \a jobs: null where they were not asked for.
QString printed(const RunnerDetails &details, const TakenJobsPtr &jobs, Format format)
{
    if (format != Format::Json) {
        const QString text = runnerText(details, Terminal::width());
        return jobs ? QString(text + u'\n' + runnerJobsText(*jobs, Terminal::width())) : text;
    }
    QJsonObject record = runnerDetailsJson(details);
    if (jobs)
        record.insert(QStringLiteral("recentJobs"), runnerJobsJson(*jobs));
    return QString::fromUtf8(jsonText(QJsonDocument(record)));
}

Outcome brokenOff()
{
    return {ExitCode::Unusable, {}, Tr::tr("The reading of the runner was broken off.")};
}

} // namespace

Outcome runRunner(const Request &request, FleetService &service)
{
    const RunnerId id{InstanceId{}, request.runner};
    const auto answer = answerOf(service.readRunner(id));
    if (!answer)
        return brokenOff();
    if (const auto *error = std::get_if<FetchError>(&*answer))
        return {ExitCode::Unusable, {}, complaintAbout(*error)};
    const auto &details = std::get<std::optional<RunnerDetails>>(*answer);
    if (!details)
        return {ExitCode::No, {}, Tr::tr("There is no runner %1, or this user may not read it.").arg(request.runner)};
    if (!request.jobs)
        return {ExitCode::Done, printed(*details, nullptr, request.format), {}};
    const auto jobs = answerOf(service.readRunnerJobs(details->runner.id));
    if (!jobs)
        return brokenOff();
    if (const auto *error = std::get_if<FetchError>(&*jobs))
        return {ExitCode::Unusable, {}, complaintAbout(*error)};
    return {ExitCode::Done, printed(*details, std::get<TakenJobsPtr>(*jobs), request.format), {}};
}

} // namespace Runnerscope::Cli
