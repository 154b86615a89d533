// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/arguments.h"
#include "app/cli/composition.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

Outcome runVerb(const Request &request, FleetService &service)
{
    switch (request.verb) {
    case Verb::Status:
        return runStatus(request, service);
    case Verb::Runners:
        return runRunners(request, service);
    case Verb::Runner:
        break;
    }
    return runRunner(request, service);
}

Outcome outcomeOf(const QStringList &arguments)
{
    const auto parsed = parseArguments(arguments);
    if (const auto *early = std::get_if<Outcome>(&parsed))
        return *early;
    const auto &request = std::get<Request>(parsed);
    const auto fleet = fleetFor(request);
    if (const auto *none = std::get_if<NoFleet>(&fleet))
        return {ExitCode::WrongUsage, {}, none->complaint};
    return runVerb(request, *std::get<std::unique_ptr<FleetService>>(fleet));
}

} // namespace

ExitCode run(const QStringList &arguments)
{
    const Outcome outcome = outcomeOf(arguments);
    if (!outcome.complaint.isEmpty())
        Terminal::complain(outcome.complaint);
    if (!Terminal::writeOutput(outcome.output)) {
        Terminal::complain(QCoreApplication::translate("Runnerscope::Cli", "The output could not be written."));
        return ExitCode::Unusable;
    }
    return outcome.code;
}

} // namespace Runnerscope::Cli
