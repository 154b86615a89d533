// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliHelp)
};

QString outputOption(bool csv)
{
    return csv ? Tr::tr("  -o, --output FORMAT  table (the usual one), json or csv\n")
               : Tr::tr("  -o, --output FORMAT  table (the usual one) or json\n");
}

QString generalOptions()
{
    return Tr::tr("  -h, --help           print this text\n") + Tr::tr("  -v, --version        print the version\n");
}

QString tokenOption()
{
    return Tr::tr("      --token-fd N     read the token from file descriptor N, such as 0\n");
}

QString transportOptions()
{
    return Tr::tr("      --ca-file FILE   trust the authorities in FILE as well (PEM)\n"
                  "      --client-certificate FILE, --client-key FILE\n"
                  "                       show this certificate to the server (PEM)\n"
                  "      --proxy URL      go through http://host:port or socks5://host:port;\n"
                  "                       none: through no proxy; system: as usual\n");
}

/// Which fleet is asked.
QString fleetOptions()
{
    return Tr::tr("Options:\n") + Tr::tr("      --instance NAME  ask this saved instance\n")
        + Tr::tr("      --demo           show the simulated fleet instead of a server\n");
}

QString partialOption()
{
    return Tr::tr("      --partial        print what was read even when the rest could not be read\n");
}

QString serverOptions()
{
    return tokenOption() + transportOptions() + generalOptions();
}

QString readingOptions(const QString &output)
{
    return fleetOptions() + Tr::tr("      --cached         print what this computer has kept; ask no server\n") + output
        + partialOption() + serverOptions();
}

QString readingOptions(bool csv)
{
    return readingOptions(outputOption(csv));
}

QString filterOption()
{
    return Tr::tr("      --filter FILTER  only runners that match: 'status:stale owner:acme/*';\n"
                  "                       the man page tells the language, section FILTERS\n");
}

QString environment()
{
    return Tr::tr("Environment:\n"
                  "  GITLAB_HOST          the server: a host such as gitlab.example.com, or a URL\n"
                  "  GITLAB_TOKEN         an access token with the scope read_api\n");
}

QString instancesHelp(Verb verb)
{
    switch (verb) {
    case Verb::AddInstance:
        return Tr::tr("Usage: runnerscopectl instances add NAME ADDRESS [options]\n\n"
                      "Saves an instance, and its token in the key store. The token comes from --token-fd\n"
                      "or from GITLAB_TOKEN.\n\n"
                      "Options:\n"
                      "      --production     mark it: the window asks once more before each change\n"
                      "      --read-write     let the window change it; without this it only reads\n"
                      "      --requests-per-minute N   where the server announces no limit (60)\n"
                      "      --visible-every SECONDS   reading of the rows on screen (15)\n"
                      "      --news-every SECONDS      question for what is new (60)\n"
                      "      --walk-every MINUTES      reading of the complete fleet (30)\n"
                      "      --read-back REQUESTS      at most, for jobs that ended while nobody looked (200)\n")
            + tokenOption() + transportOptions() + generalOptions();
    case Verb::SetToken:
        return Tr::tr("Usage: runnerscopectl instances token NAME [options]\n\n"
                      "Puts the token of a saved instance into the key store. It comes from --token-fd or\n"
                      "from GITLAB_TOKEN.\n\n"
                      "Options:\n")
            + tokenOption() + generalOptions();
    case Verb::RemoveInstance:
        return Tr::tr("Usage: runnerscopectl instances remove NAME\n\n"
                      "Removes a saved instance, its token and what is kept of its fleet from this\n"
                      "computer. On the server nothing changes: the token is valid there until it is\n"
                      "revoked. What another program is using of the fleet stays, and is named.\n\n"
                      "Options:\n")
            + generalOptions();
    default:
        break;
    }
    return Tr::tr("Usage: runnerscopectl instances [options]\n"
                  "       runnerscopectl instances add NAME ADDRESS [options]\n"
                  "       runnerscopectl instances token NAME [options]\n"
                  "       runnerscopectl instances remove NAME\n\n"
                  "Lists the saved instances, or changes them.\n\n"
                  "Options:\n")
        + outputOption(true) + generalOptions();
}

QString jobsHelp()
{
    return Tr::tr("Usage: runnerscopectl jobs [options]\n\n"
                  "Prints the jobs that wait and run, those that wait longest first. The whole queue is\n"
                  "shown to administrators.\n\n")
        + fleetOptions() + outputOption(true) + partialOption() + serverOptions()
        + Tr::tr("      --status LIST    pending, running, canceling; without it all of them\n"
                 "      --why            why each waits, and which runners may take it or nearly could\n"
                 "      --filter FILTER  only jobs that match: 'waiting:>10m tag:docker group:acme';\n"
                 "                       the man page tells the language, section FILTERS\n"
                 "      --max N          print no more than N jobs\n");
}

} // namespace

QString generalHelp()
{
    return Tr::tr("Usage: runnerscopectl [options] VERB\n\n"
                  "Shows the runners of a GitLab.\n\n"
                  "Verbs:\n"
                  "  status               the fleet in figures\n"
                  "  runners              every runner\n"
                  "  runner ID            one runner with its owner, its creator and its hosts\n"
                  "  managers             the hosts of the runners\n"
                  "  tags                 each tag, and how many runners offer it\n"
                  "  groups               the groups and projects that own runners\n"
                  "  jobs                 the jobs that wait and run, and why they wait\n"
                  "  job LINK             one job, what it ran on and who answers for that\n"
                  "  queue                how long jobs waited, of what is kept on this computer\n"
                  "  watch                keep observing the queue until ended\n"
                  "  instances            the saved instances; also: instances add, token, remove\n\n")
        + readingOptions(true) + u'\n' + environment()
        + Tr::tr("\nWithout --instance and GITLAB_HOST the only saved instance is asked.\n"
                 "\nExit codes: 0 done, 1 no such runner, job or instance, 2 wrong usage, 3 server\n"
                 "or key store not usable, 4 a change failed\n");
}

QString verbHelp(Verb verb)
{
    switch (verb) {
    case Verb::Status:
        return Tr::tr("Usage: runnerscopectl status [options]\n\n"
                      "Prints how many runners there are, by status and by type.\n\n")
            + readingOptions(false);
    case Verb::Runners:
        return Tr::tr("Usage: runnerscopectl runners [options]\n\nPrints every runner, by number.\n\n")
            + readingOptions(true) + filterOption();
    case Verb::Runner:
        return Tr::tr("Usage: runnerscopectl runner ID [options]\n\n"
                      "Prints what is known of one runner: its owner, who created it, and its hosts.\n\n")
            + readingOptions(false)
            + Tr::tr("      --jobs           its recent jobs: is it the trouble, or a host of it?\n");
    case Verb::Managers:
        return Tr::tr("Usage: runnerscopectl managers [options]\n\n"
                      "Prints every runner manager (host), by the number of its runner.\n\n")
            + readingOptions(true) + filterOption()
            + Tr::tr("      --group-by KEY   system-id or address: those that share it in one line\n");
    case Verb::Tags:
        return Tr::tr("Usage: runnerscopectl tags [options]\n\n"
                      "Prints each tag with the number of runners that offer it, and the tags that are\n"
                      "probably meant to be the same.\n\n")
            + readingOptions(true) + filterOption();
    case Verb::Groups:
        return Tr::tr("Usage: runnerscopectl groups [options]\n\n"
                      "Prints the groups and projects that own runners, from the top down.\n\n")
            + readingOptions(true) + filterOption();
    case Verb::Jobs:
        return jobsHelp();
    case Verb::Watch:
        return Tr::tr("Usage: runnerscopectl watch [options]\n\n"
                      "Looks at the queue every 15 seconds and keeps what it sees on this computer, for the\n"
                      "charts of the window. Ends with Ctrl+C or SIGTERM; goes on when the server is gone for\n"
                      "a while. The saved instance and the user are those of the window, so that both keep one\n"
                      "history. packaging/systemd has a unit for it.\n\n"
                      "Options:\n"
                      "      --instance NAME  observe this saved instance\n"
                      "      --verbose        print a line for each look\n")
            + tokenOption() + transportOptions() + generalOptions();
    case Verb::Job:
        return Tr::tr("Usage: runnerscopectl job LINK [options]\n\n"
                      "Prints one job: its host, its runner, who registered that, the group it belongs to\n"
                      "and who answers for it, what the host ran before and after, and whether the same\n"
                      "job fails elsewhere. LINK is any link to the job, or group/project#123.\n\n")
            + fleetOptions() + Tr::tr("  -o, --output FORMAT  text (the usual one), json or markdown\n")
            + serverOptions();
    case Verb::Queue:
        return Tr::tr("Usage: runnerscopectl queue [options]\n\n"
                      "Prints how long jobs waited before they started: how many there were, the wait that\n"
                      "50, 90, 95 and 99 of 100 did not exceed, and how much of the time was observed. It is\n"
                      "read from what this computer keeps while the window or “watch” runs; no server is\n"
                      "asked.\n\n"
                      "Options:\n"
                      "      --by KIND        tag, group, project or runner: a line for each\n"
                      "      --since TIME     up to now, such as 3h, 1d (the usual one) or 4w\n"
                      "      --instance NAME  of this saved instance\n"
                      "      --demo           of the simulated fleet\n")
            + outputOption(true) + generalOptions();
    default:
        break;
    }
    return instancesHelp(verb);
}

} // namespace Runnerscope::Cli
