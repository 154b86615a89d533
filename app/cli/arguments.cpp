// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/complaint.h"
#include "app/cli/help.h"
#include "app/cli/joboptions.h"
#include "app/cli/optionmix.h"
#include "app/cli/options.h"
#include "app/cli/verbshape.h"
#include "app/report/queuereport.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filtertimes.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <string_view>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

/// A token in an argument can be read by every user of the computer and stays in the history of the shell.
bool carriesToken(const QString &argument)
{
    static const QRegularExpression option(QStringLiteral("^--?([a-z]+-)?token(=|$)"));
    static const QRegularExpression token(QStringLiteral("(^|=)gl[a-z]{1,8}-[A-Za-z0-9_.-]{10,}$"));
    return option.match(argument).hasMatch() || token.match(argument).hasMatch();
}

QString seeHelp()
{
    return Tr::tr("“runnerscopectl --help” lists what there is.");
}

std::optional<Complaint> complaintAbout(const QStringList &arguments, const QCommandLineParser &parser, bool understood)
{
    if (std::ranges::any_of(arguments.mid(1), carriesToken)) {
        return Complaint{
            Tr::tr("A token is never taken from an argument, where others can read it. "
                   "Put it into the environment variable GITLAB_TOKEN, or into a file that --token-fd reads.")};
    }
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return Complaint{Tr::tr("There is no option “%1”.").arg(Wording::oneLine(unknown.first())) + u' ' + seeHelp()};
    if (!understood) // names of options at most
        return Complaint{Wording::oneLine(parser.errorText()) + u' ' + seeHelp()};
    return std::nullopt;
}

Or<Verb> verbFrom(const QStringList &words)
{
    if (words.isEmpty())
        return Complaint{
            Tr::tr("A verb is missing: status, runners, runner, managers, tags, groups, jobs, job, queue, watch or "
                   "instances.")
            + u' ' + seeHelp()};
    if (const std::optional<Verb> verb = verbOf(words))
        return *verb;
    return Complaint{Tr::tr("There is no such verb. The verbs are status, runners, runner, managers, tags, groups, "
                            "jobs, job, queue, watch and instances.")
        + u' ' + seeHelp()};
}

Or<Format> formatFrom(const QString &name, Verb verb)
{
    if (name == QLatin1String("table"))
        return Format::Table;
    if (name == QLatin1String("json"))
        return Format::Json;
    if (verb == Verb::Job && (name == QLatin1String("text") || name == QLatin1String("markdown")))
        return Format::Table; // and Request::markdown
    if (verb == Verb::Job)
        return Complaint{Tr::tr("The output of “job” can be text, json or markdown.")};
    if (name == QLatin1String("csv") && shapeOf(verb).csv)
        return Format::Csv;
    if (name == QLatin1String("csv"))
        return Complaint{Tr::tr("“%1” has no CSV as output; use --output table or --output json.").arg(wordsOf(verb))};
    return Complaint{Tr::tr("The output can be table, json or, for lists, csv.")};
}

std::optional<Complaint> complaintAboutWords(const QStringList &words, Verb verb)
{
    const VerbShape &shape = shapeOf(verb);
    if (words.size() > shape.words)
        return Complaint{Tr::tr("There is an argument too many.") + u' ' + seeHelp()};
    if (words.size() == shape.words)
        return std::nullopt;
    switch (verb) {
    case Verb::Runner:
        return Complaint{Tr::tr("The number of the runner is missing, such as in “runnerscopectl runner 42”.")};
    case Verb::Job:
        return Complaint{Tr::tr("The link to the job is missing, such as in “runnerscopectl job "
                                "https://host/group/project/-/jobs/123”.")};
    case Verb::AddInstance:
        return Complaint{Tr::tr("A name and an address are needed, such as in “runnerscopectl instances add work "
                                "gitlab.example.com”.")};
    default:
        return Complaint{Tr::tr("The name of the instance is missing; “runnerscopectl instances” lists them.")};
    }
}

Or<qint64> runnerFrom(QString text)
{
    if (text.startsWith(u'#'))
        text.remove(0, 1);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number <= 0) {
        return Complaint{Tr::tr("A runner is named by its number, such as in “runnerscopectl runner 42”; "
                                "“runnerscopectl runners” lists them.")};
    }
    return number;
}

/// Relative to where the program was called, also in what is saved of it.
QString fileFrom(const QString &text)
{
    return text.isEmpty() ? QString() : QDir::current().absoluteFilePath(text);
}

TransportRequest transportFrom(const Options &options)
{
    TransportRequest transport;
    transport.caFile = fileFrom(options.value(options.caFile));
    transport.clientCertificateFile = fileFrom(options.value(options.clientCertificate));
    transport.clientKeyFile = fileFrom(options.value(options.clientKey));
    if (!options.has(options.proxy))
        return transport;
    const QString proxy = options.value(options.proxy);
    if (proxy == QLatin1String("system")) {
        transport.proxyMode = ProxyMode::System;
    } else if (proxy == QLatin1String("none")) {
        transport.proxyMode = ProxyMode::None;
    } else {
        transport.proxyMode = ProxyMode::Given;
        transport.proxy = proxy;
    }
    return transport;
}

const RefreshField &fieldOf(const RefreshOption &option)
{
    return *std::ranges::find(refreshFields, std::string_view(option.field), &RefreshField::name);
}

Or<RefreshSettings> refreshFrom(const Options &options)
{
    RefreshSettings refresh;
    for (const RefreshOption &option : refreshOptions) {
        if (!options.has(option))
            continue;
        const RefreshField &field = fieldOf(option);
        bool isNumber = false;
        const int number = options.value(option).toInt(&isNumber);
        if (!isNumber || number < field.least || number > field.most) {
            return Complaint{Tr::tr("--%1 takes a whole number from %2 to %3.")
                                 .arg(QString::fromLatin1(option.name))
                                 .arg(field.least)
                                 .arg(field.most)};
        }
        refresh.*field.value = number;
    }
    return refresh;
}

Or<std::optional<int>> descriptorFrom(const Options &options)
{
    if (!options.has(options.tokenDescriptor))
        return std::optional<int>();
    bool isNumber = false;
    const int descriptor = options.value(options.tokenDescriptor).toInt(&isNumber);
    const bool isOutput = descriptor == 1 || descriptor == 2;
    if (!isNumber || descriptor < 0 || isOutput)
        return Complaint{Tr::tr("--token-fd takes the number of a file descriptor that is open for reading, such as 0 "
                                "for standard input.")};
    return std::optional(descriptor);
}

/// Where it is wrong is marked below the filter.
Or<FilterExpression> filterFrom(const QString &text, FilterSubject subject)
{
    const auto parsed = parseFilter(text, subject);
    if (const auto *error = std::get_if<FilterError>(&parsed))
        return Complaint{Cli::complaintAbout(*error, text)};
    return std::get<FilterExpression>(parsed);
}

Or<std::optional<HostGrouping>> groupingFrom(const Options &options)
{
    const QString name = options.value(options.groupBy);
    if (!options.has(options.groupBy))
        return std::optional<HostGrouping>();
    if (name == QLatin1String("system-id"))
        return std::optional(HostGrouping::SystemId);
    if (name == QLatin1String("address"))
        return std::optional(HostGrouping::Address);
    return Complaint{Tr::tr("--group-by takes system-id or address.")};
}

std::optional<Complaint> takeQueue(const Options &options, Request &request)
{
    if (options.has(options.by)) {
        const auto kind = facetKindFrom(options.value(options.by));
        if (!kind)
            return Complaint{Tr::tr("--by takes tag, group, project, runner or total.")};
        request.queueBy = *kind;
    }
    if (!options.has(options.since))
        return std::nullopt;
    const auto since = parseDuration(options.value(options.since));
    if (!since || *since < std::chrono::minutes(1) || *since > std::chrono::days(3660))
        return Complaint{Tr::tr("--since takes a time such as 3h, 1d or 4w, up to ten years.")};
    request.queueSince = *since;
    return std::nullopt;
}

std::optional<Complaint> takeJobOptions(const Options &options, Request &request)
{
    if (options.has(options.statuses)) {
        const auto statuses = jobStatusesFrom(options.value(options.statuses));
        if (const auto *complaint = std::get_if<QString>(&statuses))
            return Complaint{*complaint};
        request.statuses = std::get<std::vector<JobStatus>>(statuses);
    }
    if (options.has(options.most)) {
        const auto most = mostFrom(options.value(options.most));
        if (const auto *complaint = std::get_if<QString>(&most))
            return Complaint{*complaint};
        request.most = std::get<int>(most);
    }
    request.why = options.has(options.why);
    request.jobs = options.has(options.jobs);
    return std::nullopt;
}

/// What follows the verb.
std::optional<Complaint> takeWords(const QStringList &words, Request &request)
{
    if (auto complaint = complaintAboutWords(words, request.verb))
        return complaint;
    if (request.verb == Verb::Runner) {
        const Or<qint64> runner = runnerFrom(words[1]);
        if (const auto *complaint = std::get_if<Complaint>(&runner))
            return *complaint;
        request.runner = std::get<qint64>(runner);
    }
    if (request.verb == Verb::Job)
        request.link = words[1];
    if (changesInstances(request.verb))
        request.instance = words[2];
    if (request.verb == Verb::AddInstance)
        request.address = words[3];
    return std::nullopt;
}

Or<Request> requestFrom(const Options &options)
{
    const QStringList words = options.parser.positionalArguments();
    Request request;
    const Or<Verb> verb = verbFrom(words);
    if (const auto *complaint = std::get_if<Complaint>(&verb))
        return *complaint;
    request.verb = std::get<Verb>(verb);
    const Or<Format> format = formatFrom(options.value(options.output), request.verb);
    if (const auto *complaint = std::get_if<Complaint>(&format))
        return *complaint;
    request.format = std::get<Format>(format);
    request.markdown = options.value(options.output) == QLatin1String("markdown");
    if (const auto complaint = complaintAboutMix(options, request.verb))
        return *complaint;
    request.instance = options.value(options.instance);
    if (const auto complaint = takeWords(words, request))
        return *complaint;
    const Or<std::optional<int>> descriptor = descriptorFrom(options);
    if (const auto *complaint = std::get_if<Complaint>(&descriptor))
        return *complaint;
    request.tokenDescriptor = std::get<std::optional<int>>(descriptor);
    const Or<FilterExpression> filter =
        filterFrom(options.value(options.filter), shapeOf(request.verb).filter.value_or(FilterSubject::Runners));
    if (const auto *complaint = std::get_if<Complaint>(&filter))
        return *complaint;
    request.filter = std::get<FilterExpression>(filter);
    const Or<RefreshSettings> refresh = refreshFrom(options);
    if (const auto *complaint = std::get_if<Complaint>(&refresh))
        return *complaint;
    request.refresh = std::get<RefreshSettings>(refresh);
    const Or<std::optional<HostGrouping>> grouping = groupingFrom(options);
    if (const auto *complaint = std::get_if<Complaint>(&grouping))
        return *complaint;
    request.grouping = std::get<std::optional<HostGrouping>>(grouping);
    if (const auto complaint = takeJobOptions(options, request))
        return *complaint;
    request.verbose = options.has(options.verbose);
    if (const auto complaint = takeQueue(options, request))
        return *complaint;
    request.demo = options.has(options.demo);
    request.cached = options.has(options.cached);
    request.partial = options.has(options.partial);
    request.production = options.has(options.production);
    request.readOnly = !options.has(options.readWrite);
    request.transport = transportFrom(options);
    return request;
}

QString helpFor(const QStringList &words)
{
    const Or<Verb> verb = verbFrom(words);
    return std::holds_alternative<Verb>(verb) ? verbHelp(std::get<Verb>(verb)) : generalHelp();
}

} // namespace

std::variant<Request, Outcome> parseArguments(const QStringList &arguments)
{
    Options options;
    const bool understood = options.parser.parse(arguments);
    if (const auto complaint = complaintAbout(arguments, options.parser, understood))
        return Outcome{ExitCode::WrongUsage, {}, complaint->text};
    if (options.parser.isSet(options.help))
        return Outcome{ExitCode::Done, helpFor(options.parser.positionalArguments()), {}};
    if (options.parser.isSet(options.version))
        return Outcome{ExitCode::Done, QStringLiteral("runnerscopectl " RUNNERSCOPE_VERSION "\n"), {}};
    const Or<Request> request = requestFrom(options);
    if (const auto *complaint = std::get_if<Complaint>(&request))
        return Outcome{ExitCode::WrongUsage, {}, complaint->text};
    return std::get<Request>(request);
}

} // namespace Runnerscope::Cli
