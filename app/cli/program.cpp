// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/arguments.h"
#include "app/cli/complaint.h"
#include "app/cli/composition.h"
#include "app/cli/instancesverb.h"
#include "app/cli/jobverb.h"
#include "app/cli/terminal.h"
#include "app/cli/tokendescriptor.h"
#include "app/cli/verbs.h"
#include "app/secrets/keychainstore.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

/// A reading that ends soon need not be told that another program keeps the fleet meanwhile.
void note(const StoreTrouble &trouble, QStringList &complaints)
{
    if (trouble.kind != StoreTrouble::Kind::OtherWriter)
        complaints.append(complaintAbout(trouble));
}

Outcome runReadingVerb(const Request &request, FleetService &service)
{
    switch (request.verb) {
    case Verb::Status:
        return runStatus(request, service);
    case Verb::Runners:
        return runRunners(request, service);
    case Verb::Managers:
        return runManagers(request, service);
    case Verb::Tags:
        return runTags(request, service);
    case Verb::Groups:
        return runGroups(request, service);
    case Verb::Jobs:
        return runJobs(request, service);
    case Verb::Watch:
        return runWatch(request, service);
    case Verb::Job:
        return runJob(request, service);
    case Verb::Queue:
        return runQueue(request, service);
    default:
        break;
    }
    return runRunner(request, service);
}

bool isAboutInstances(Verb verb)
{
    switch (verb) {
    case Verb::Instances:
    case Verb::AddInstance:
    case Verb::RemoveInstance:
    case Verb::SetToken:
        return true;
    case Verb::Status:
    case Verb::Runners:
    case Verb::Runner:
    case Verb::Managers:
    case Verb::Tags:
    case Verb::Groups:
    case Verb::Jobs:
    case Verb::Watch:
    case Verb::Job:
    case Verb::Queue:
        break;
    }
    return false;
}

Outcome outcomeOf(Request request)
{
    SavedInstances saved;
    KeychainStore secrets;
    if (isAboutInstances(request.verb))
        return runInstances(request, saved, secrets);
    if (request.verb == Verb::Job) {
        if (const auto none = findJob(request, saved))
            return *none;
    }
    QStringList complaints; // outlives who complains
    const auto complain = [&complaints](const StoreTrouble &trouble) { note(trouble, complaints); };
    auto fleet = fleetFor(request, saved, secrets, complain);
    if (const auto *none = std::get_if<Outcome>(&fleet))
        return *none;
    auto &service = std::get<std::unique_ptr<FleetService>>(fleet);
    if (request.verb != Verb::Watch) // which says it when it happens
        QObject::connect(service.get(), &FleetService::storeTroubled, service.get(), complain);
    const Outcome outcome = runReadingVerb(request, *service);
    service.reset(); // what it has read is kept now
    for (const QString &complaint : complaints)
        Terminal::complain(complaint);
    return outcome;
}

} // namespace

std::variant<Request, Outcome> understand(const QStringList &arguments)
{
    auto parsed = parseArguments(arguments);
    auto *request = std::get_if<Request>(&parsed);
    if (!request || !request->tokenDescriptor)
        return parsed;
    const auto token = readToken(*request->tokenDescriptor);
    if (const auto *complaint = std::get_if<QString>(&token))
        return Outcome{ExitCode::WrongUsage, {}, *complaint};
    request->token = std::get<Secret>(token);
    return parsed;
}

ExitCode run(const std::variant<Request, Outcome> &understood)
{
    const auto *request = std::get_if<Request>(&understood);
    const Outcome outcome = request ? outcomeOf(*request) : std::get<Outcome>(understood);
    if (!outcome.complaint.isEmpty())
        Terminal::complain(outcome.complaint);
    if (!Terminal::writeOutput(outcome.output)) {
        Terminal::complain(QCoreApplication::translate("Runnerscope::Cli", "The output could not be written."));
        return ExitCode::Unusable;
    }
    return outcome.code;
}

} // namespace Runnerscope::Cli
