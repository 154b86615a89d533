// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optionmix.h"

#include "app/cli/verbshape.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

bool saysHowToAsk(const Options &options)
{
    for (const QCommandLineOption *option :
        {&options.tokenDescriptor, &options.caFile, &options.clientCertificate, &options.clientKey, &options.proxy}) {
        if (options.has(*option))
            return true;
    }
    return false;
}

std::optional<Complaint> complaintAboutCached(const Options &options, Verb verb)
{
    if (verb == Verb::Queue && saysHowToAsk(options))
        return Complaint{Tr::tr("With “queue” no server is asked: leave out token, certificates and proxy.")};
    if (!options.has(options.cached))
        return std::nullopt;
    if (changesInstances(verb) || verb == Verb::Instances)
        return Complaint{Tr::tr("--cached is not used with “instances”.")};
    if (verb == Verb::Watch)
        return Complaint{Tr::tr("“watch” asks a server: leave out --cached.")};
    if (verb == Verb::Jobs)
        return Complaint{Tr::tr("Single jobs are not kept on this computer: leave out --cached.")};
    if (options.has(options.jobs))
        return Complaint{Tr::tr("Jobs are not kept on this computer: leave out --cached or --jobs.")};
    if (options.has(options.demo))
        return Complaint{Tr::tr("--demo and --cached exclude each other.")};
    if (saysHowToAsk(options))
        return Complaint{Tr::tr("With --cached no server is asked: leave out token, certificates and proxy.")};
    return std::nullopt;
}

bool saysHowOften(const Options &options)
{
    return std::ranges::any_of(refreshOptions, [&options](const RefreshOption &option) { return options.has(option); });
}

} // namespace

std::optional<Complaint> complaintAboutMix(const Options &options, Verb verb)
{
    if (verb != Verb::AddInstance && (options.has(options.production) || options.has(options.readWrite)))
        return Complaint{Tr::tr("--production and --read-write belong to “instances add”.")};
    if (verb != Verb::AddInstance && saysHowOften(options)) {
        return Complaint{Tr::tr("--requests-per-minute, --visible-every, --news-every, --walk-every and --read-back "
                                "belong to “instances add”.")};
    }
    if (options.has(options.filter) && !shapeOf(verb).filter)
        return Complaint{Tr::tr("--filter belongs to “runners”, “managers”, “tags”, “groups” and “jobs”.")};
    const bool ofJobs = options.has(options.statuses) || options.has(options.why) || options.has(options.most);
    if (ofJobs && verb != Verb::Jobs)
        return Complaint{Tr::tr("--status, --why and --max belong to “jobs”.")};
    if (options.has(options.jobs) && verb != Verb::Runner)
        return Complaint{Tr::tr("--jobs belongs to “runner”.")};
    if (options.has(options.verbose) && verb != Verb::Watch)
        return Complaint{Tr::tr("--verbose belongs to “watch”.")};
    if (verb == Verb::Watch
        && (options.has(options.output) || options.has(options.demo) || options.has(options.partial)))
        return Complaint{Tr::tr("“watch” prints no list and keeps what a server says: leave out --output, --demo and "
                                "--partial.")};
    if (options.has(options.groupBy) && verb != Verb::Managers)
        return Complaint{Tr::tr("--group-by belongs to “managers”.")};
    if ((options.has(options.by) || options.has(options.since)) && verb != Verb::Queue)
        return Complaint{Tr::tr("--by and --since belong to “queue”.")};
    if (options.has(options.instance) && (changesInstances(verb) || verb == Verb::Instances))
        return Complaint{Tr::tr("--instance is not used with “instances”: name the instance behind the verb.")};
    if (options.has(options.instance) && options.value(options.instance).isEmpty())
        return Complaint{Tr::tr("--instance needs a name; “runnerscopectl instances” lists them.")};
    if (options.has(options.demo) && options.has(options.instance))
        return Complaint{Tr::tr("--demo and --instance exclude each other.")};
    return complaintAboutCached(options, verb);
}

} // namespace Runnerscope::Cli
