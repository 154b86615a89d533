// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/options.h"

#include "models/rules/filter/filterparser.h"
#include "models/rules/jobs/joblink.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::WindowOptions)
};

const QString demoOption = QStringLiteral("demo");
const QString instanceOption = QStringLiteral("instance");
const QString pictureOption = QStringLiteral("picture");
const QString sizeOption = QStringLiteral("size");
const QString themeOption = QStringLiteral("theme");
const QString panelOption = QStringLiteral("panel");

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Tr::tr(
        "Shows the runners of a GitLab and who owns them. With GITLAB_HOST (a host or a URL) and GITLAB_TOKEN (a\n"
        "token with the scope read_api) in the environment it opens that GitLab, without them the saved instance\n"
        "that was open last, and where none is saved a demo fleet."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("filter"),
        Tr::tr("Show the runners that match, such as 'status:stale owner:acme/*', or the card of the job to which a "
               "link leads."),
        QStringLiteral("[filter|job link]"));
    parser.addOption({demoOption, Tr::tr("Open the demo fleet, whatever the environment says.")});
    parser.addOption({instanceOption, Tr::tr("Open the saved instance of this name, whatever the environment says."),
        QStringLiteral("name")});
    parser.addOption({pictureOption, Tr::tr("Render the window into a PNG file, print a summary of the fleet and end."),
        QStringLiteral("file")});
    parser.addOption({sizeOption, Tr::tr("Size of the window, such as 1280x800."), QStringLiteral("size")});
    parser.addOption(
        {themeOption, Tr::tr("light or dark, instead of what was chosen in the window."), QStringLiteral("theme")});
    parser.addOption({panelOption, Tr::tr("In a picture, open the details of the first runner.")});
}

std::optional<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{3,5})x([0-9]{3,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr int most = 16384; // what a pixmap can be
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() <= most && size.height() <= most ? std::optional(size) : std::nullopt;
}

} // namespace

std::variant<WindowOptions, TextAsked, WrongUsage> readWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return WrongUsage{parser.errorText()};
    if (parser.isSet(QStringLiteral("help")))
        return TextAsked{parser.helpText()};
    if (parser.isSet(QStringLiteral("version")))
        return TextAsked{QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n'};
    WindowOptions options;
    const QString words = parser.positionalArguments().join(u' ');
    (looksLikeJobLink(words) ? options.jobLink : options.filter) = words;
    if (const auto filter = parseFilter(options.filter); const auto *error = std::get_if<FilterError>(&filter))
        return WrongUsage{Tr::tr("“%1” is no filter: %2").arg(options.filter, error->sentence)};
    options.demo = parser.isSet(demoOption);
    options.instance = parser.value(instanceOption);
    if (options.demo && !options.instance.isEmpty())
        return WrongUsage{Tr::tr("--demo and --instance exclude each other.")};
    options.picture = parser.value(pictureOption);
    options.panel = parser.isSet(panelOption);
    options.appearance = parser.value(themeOption);
    if (parser.isSet(themeOption) && options.appearance != QStringLiteral("light")
        && options.appearance != QStringLiteral("dark"))
        return WrongUsage{Tr::tr("--theme takes light or dark.")};
    options.size = sizeFrom(parser.value(sizeOption));
    if (parser.isSet(sizeOption) && !options.size)
        return WrongUsage{Tr::tr("--size takes a width and a height such as 1280x800.")};
    return options;
}

} // namespace Runnerscope
