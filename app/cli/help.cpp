// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliHelp)
};

QString options(bool csv)
{
    const QString output = csv ? Tr::tr("  -o, --output FORMAT  table (the usual one), json or csv\n")
                               : Tr::tr("  -o, --output FORMAT  table (the usual one) or json\n");
    return Tr::tr("Options:\n") + Tr::tr("      --demo           show the simulated fleet instead of a server\n")
        + output + Tr::tr("      --partial        print what was read even when the rest could not be read\n")
        + Tr::tr("  -h, --help           print this text\n") + Tr::tr("  -v, --version        print the version\n");
}

QString environment()
{
    return Tr::tr("Environment:\n"
                  "  GITLAB_HOST          the server: a host such as gitlab.example.com, or a URL\n"
                  "  GITLAB_TOKEN         an access token with the scope read_api\n");
}

} // namespace

QString generalHelp()
{
    return Tr::tr("Usage: runnerscopectl [options] VERB\n\n"
                  "Shows the runners of a GitLab.\n\n"
                  "Verbs:\n"
                  "  status               the fleet in figures\n"
                  "  runners              every runner\n"
                  "  runner ID            one runner with its owner, its creator and its hosts\n\n")
        + options(true) + u'\n' + environment()
        + Tr::tr("\nExit codes: 0 done, 1 no such runner, 2 wrong usage, 3 server not usable\n");
}

QString verbHelp(Verb verb)
{
    switch (verb) {
    case Verb::Status:
        return Tr::tr("Usage: runnerscopectl status [options]\n\n"
                      "Prints how many runners there are, by status and by type.\n\n")
            + options(false);
    case Verb::Runners:
        return Tr::tr("Usage: runnerscopectl runners [options]\n\nPrints every runner, by number.\n\n") + options(true);
    case Verb::Runner:
        break;
    }
    return Tr::tr("Usage: runnerscopectl runner ID [options]\n\n"
                  "Prints what is known of one runner: its owner, who created it, and its hosts.\n\n")
        + options(false);
}

} // namespace Runnerscope::Cli
