// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "app/cli/runnertext.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
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
std::optional<RunnerAnswer> answerOf(FleetService &service, RunnerId id)
{
    QFutureWatcher<RunnerAnswer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    watcher.setFuture(service.readRunner(id));
    QCoreApplication::exec();
    return watcher.future().resultCount() > 0 ? std::optional(watcher.result()) : std::nullopt;
}

QString printed(const RunnerDetails &details, Format format)
{
    return format == Format::Json ? QString::fromUtf8(jsonText(QJsonDocument(runnerDetailsJson(details))))
                                  : runnerText(details, Terminal::width());
}

} // namespace

Outcome runRunner(const Request &request, FleetService &service)
{
    const std::optional<RunnerAnswer> answer = answerOf(service, {InstanceId{}, request.runner});
    if (!answer)
        return {ExitCode::Unusable, {}, Tr::tr("The reading of the runner was broken off.")};
    if (const auto *error = std::get_if<FetchError>(&*answer))
        return {ExitCode::Unusable, {}, complaintAbout(*error)};
    const auto &details = std::get<std::optional<RunnerDetails>>(*answer);
    if (!details)
        return {ExitCode::No, {}, Tr::tr("There is no runner %1, or this user may not read it.").arg(request.runner)};
    return {ExitCode::Done, printed(*details, request.format), {}};
}

} // namespace Runnerscope::Cli
