// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobverb.h"

#include "app/cli/complaint.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/gitlab/serveraddress.h"
#include "app/report/jobcardjson.h"
#include "app/report/jobcardtext.h"
#include "app/report/jsontext.h"
#include "app/settings/instancechoice.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/joblink.h"

#include <QCoreApplication>
#include <QFutureWatcher>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

QString complaintOf(const ErrorWords &words)
{
    return words.sentence + u' ' + words.remedy;
}

QString baseOf(const QString &address)
{
    const auto parsed = ServerAddress::parse(address);
    const auto *server = std::get_if<ServerAddress>(&parsed);
    return server ? server->base().toString() : QString();
}

/// Nothing where no server is named: that has its own complaint.
std::optional<QString> askedServer(const Request &request, const SavedInstances::List &saved)
{
    if (request.demo)
        return QString();
    const InstanceChoice choice = chooseInstance(saved, request.instance, request.token, TokenNeed::NotNeeded);
    if (const auto *profile = std::get_if<InstanceProfile>(&choice))
        return baseOf(profile->address);
    if (const auto *connection = std::get_if<Connection>(&choice))
        return connection->address.base().toString();
    return std::nullopt;
}

/// The saved instance to which a link leads.
QString savedFor(const QString &link, const SavedInstances::List &saved)
{
    for (const InstanceProfile &profile : saved.profiles) {
        if (std::holds_alternative<JobReference>(parseJobLink(link, baseOf(profile.address))))
            return profile.name;
    }
    return {};
}

ErrorWords wordsOf(const JobLinkTrouble &trouble, const Request &request, const SavedInstances::List &saved)
{
    const QString other =
        trouble.kind == JobLinkTrouble::Kind::OtherInstance ? savedFor(request.link, saved) : QString();
    ErrorWords words = explain(trouble, hostForPeople(QUrl(request.server)), other);
    if (trouble.kind == JobLinkTrouble::Kind::OtherInstance)
        words.remedy = other.isEmpty()
            ? Tr::tr(
                "Set GITLAB_HOST and GITLAB_TOKEN for that server, or save it with “runnerscopectl instances add”.")
            : Tr::tr("Ask that server with --instance %1.").arg(other);
    return words;
}

/// Nothing when the service ended without an answer.
std::optional<JobCardAnswer> cardFrom(FleetService &service, const JobReference &job)
{
    QFutureWatcher<JobCardAnswer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    watcher.setFuture(service.readJob(job));
    QCoreApplication::exec();
    return watcher.future().resultCount() > 0 ? std::optional(watcher.result()) : std::nullopt;
}

QString cardPrinted(const JobCard &card, const Request &request)
{
    const auto wait = waitWords(card);
    if (request.format == Format::Json)
        return QString::fromUtf8(jsonText(QJsonDocument(jobCardJson(card, wait))));
    if (request.markdown)
        return jobCardMarkdown(card, wait, request.server);
    return jobCardText(jobCardSections(card, wait), Terminal::width());
}

} // namespace

std::optional<Outcome> findJob(Request &request, const SavedInstances &saved)
{
    const SavedInstances::List list = saved.list();
    const auto server = askedServer(request, list);
    if (!server)
        return std::nullopt;
    request.server = *server;
    const JobLink link = parseJobLink(request.link, request.server);
    if (const auto *trouble = std::get_if<JobLinkTrouble>(&link))
        return Outcome{ExitCode::WrongUsage, {}, complaintOf(wordsOf(*trouble, request, list))};
    request.job = std::get<JobReference>(link);
    return std::nullopt;
}

Outcome runJob(const Request &request, FleetService &service)
{
    const std::optional<JobCardAnswer> answer = cardFrom(service, request.job);
    if (!answer)
        return {ExitCode::Unusable, {}, Tr::tr("The reading of the job was broken off.")};
    if (const auto *error = std::get_if<FetchError>(&*answer))
        return {ExitCode::Unusable, {}, complaintAbout(*error)};
    if (const auto *missing = std::get_if<JobNotFound>(&*answer)) {
        const ExitCode code = *missing == JobNotFound::NotThere ? ExitCode::No : ExitCode::WrongUsage;
        return {code, {}, complaintOf(explain(*missing, request.job))};
    }
    return {ExitCode::Done, cardPrinted(*std::get<JobCardPtr>(*answer), request), {}};
}

} // namespace Runnerscope::Cli
