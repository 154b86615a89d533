// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/help.h"
#include "models/rules/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

struct Complaint
{
    QString text;
};

template <typename T>
using Or = std::variant<T, Complaint>;

class Options
{
public:
    Options() { parser.addOptions({demo, partial, output, help, version}); }

    const QCommandLineOption demo{QStringLiteral("demo")};
    const QCommandLineOption partial{QStringLiteral("partial")};
    const QCommandLineOption output{
        {QStringLiteral("o"), QStringLiteral("output")}, QString(), QStringLiteral("format"), QStringLiteral("table")};
    const QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}};
    const QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}};
    QCommandLineParser parser;
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
        return Complaint{Tr::tr("A token is never taken from an argument, where others can read it. "
                                "Put it into the environment variable GITLAB_TOKEN.")};
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
        return Complaint{Tr::tr("A verb is missing: status, runners or runner.") + u' ' + seeHelp()};
    if (words.first() == QLatin1String("status"))
        return Verb::Status;
    if (words.first() == QLatin1String("runners"))
        return Verb::Runners;
    if (words.first() == QLatin1String("runner"))
        return Verb::Runner;
    return Complaint{Tr::tr("There is no such verb. The verbs are status, runners and runner.") + u' ' + seeHelp()};
}

Or<Format> formatFrom(const QString &name, Verb verb)
{
    if (name == QLatin1String("table"))
        return Format::Table;
    if (name == QLatin1String("json"))
        return Format::Json;
    if (name == QLatin1String("csv") && verb == Verb::Runners)
        return Format::Csv;
    if (name == QLatin1String("csv"))
        return Complaint{Tr::tr("Only “runners” has CSV as output; use --output table or --output json.")};
    return Complaint{Tr::tr("The output can be table, json or, for “runners”, csv.")};
}

Or<qint64> runnerFrom(const QStringList &words)
{
    if (words.size() < 2)
        return Complaint{Tr::tr("The number of the runner is missing, such as in “runnerscopectl runner 42”.")};
    QString text = words[1];
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

Or<Request> requestFrom(const Options &options)
{
    const QStringList words = options.parser.positionalArguments();
    Request request;
    const Or<Verb> verb = verbFrom(words);
    if (const auto *complaint = std::get_if<Complaint>(&verb))
        return *complaint;
    request.verb = std::get<Verb>(verb);
    const Or<Format> format = formatFrom(options.parser.value(options.output), request.verb);
    if (const auto *complaint = std::get_if<Complaint>(&format))
        return *complaint;
    request.format = std::get<Format>(format);
    if (request.verb == Verb::Runner) {
        const Or<qint64> runner = runnerFrom(words);
        if (const auto *complaint = std::get_if<Complaint>(&runner))
            return *complaint;
        request.runner = std::get<qint64>(runner);
    }
    if (words.size() > (request.verb == Verb::Runner ? 2 : 1))
        return Complaint{Tr::tr("There is an argument too many.") + u' ' + seeHelp()};
    request.demo = options.parser.isSet(options.demo);
    request.partial = options.parser.isSet(options.partial);
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
