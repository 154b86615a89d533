// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/composition.h"

#include "app/cli/complaint.h"
#include "app/cli/keystore.h"
#include "app/cli/transportrequest.h"
#include "app/demo/demofleetservice.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/gitlab/transport.h"
#include "app/settings/instancechoice.h"
#include "app/store/cachedfleetservice.h"
#include "app/store/openarchive.h"
#include "app/store/storelocation.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

template <typename T>
using Or = std::variant<T, Outcome>;

Outcome wrongUsage(const QString &complaint)
{
    return {ExitCode::WrongUsage, {}, complaint};
}

Outcome noInstance(const SavedInstances::List &saved)
{
    if (saved.profiles.size() > 1) {
        return wrongUsage(
            Tr::tr("Several GitLabs are saved, and none is named. Name one with --instance; “runnerscopectl "
                   "instances” lists them."));
    }
    const QString complaint =
        Tr::tr("No GitLab is named. Set GITLAB_HOST to its host or address and GITLAB_TOKEN to a token with the scope "
               "read_api, save one with “runnerscopectl instances add”, or use --demo.");
    if (saved.troubles.empty())
        return wrongUsage(complaint);
    return wrongUsage(complaint + u' ' + complaintAbout(saved.troubles.front()));
}

Or<Secret> tokenOf(const InstanceProfile &profile, const Request &request, SecretStore &secrets)
{
    if (!request.token.isEmpty())
        return request.token;
    const SecretAnswer answer = waitForKeyStore(secrets.read(profile.key));
    if (const auto *secret = std::get_if<Secret>(&answer))
        return *secret;
    if (const auto *trouble = std::get_if<SecretTrouble>(&answer)) {
        return Outcome{ExitCode::Unusable, {},
            complaintAbout(*trouble) + u' ' + Tr::tr("Or give the token for this call with --token-fd.")};
    }
    return wrongUsage(
        Tr::tr("No token is kept for “%1”. Give it one with “runnerscopectl instances token”, or for this "
               "call with --token-fd.")
            .arg(profile.name));
}

Or<Connection> connectionTo(const InstanceProfile &profile, const Request &request, SecretStore &secrets)
{
    const Or<Secret> token = tokenOf(profile, request, secrets);
    if (const auto *outcome = std::get_if<Outcome>(&token))
        return *outcome;
    auto connection = connectionFor(profile, std::get<Secret>(token));
    if (const auto *error = std::get_if<FetchError>(&connection))
        return wrongUsage(complaintAbout(*error));
    return std::get<Connection>(connection);
}

/// Why there is no server to ask.
Outcome noChoice(const InstanceChoice &choice, const SavedInstances::List &saved)
{
    if (const auto *error = std::get_if<FetchError>(&choice))
        return wrongUsage(complaintAbout(*error));
    if (const auto *trouble = std::get_if<InstanceTrouble>(&choice))
        return wrongUsage(complaintAbout(*trouble));
    return noInstance(saved);
}

Or<Connection> chosenConnection(
    const InstanceChoice &choice, const SavedInstances::List &saved, const Request &request, SecretStore &secrets)
{
    if (const auto *profile = std::get_if<InstanceProfile>(&choice))
        return connectionTo(*profile, request, secrets);
    if (const auto *connection = std::get_if<Connection>(&choice))
        return *connection;
    return noChoice(choice, saved);
}

CachedFleetService::Place keptAs(const QString &storeKey, const QString &userName, const QString &name)
{
    const QString newest = userName.isEmpty() ? newestStoreFile(storeKey) : QString();
    const QString known = storeFolder() + u'/' + storeFileName(storeKey, userName);
    return {newest.isEmpty() ? known : newest, {}, name, std::chrono::milliseconds::zero()};
}

Or<CachedFleetService::Place> keptPlace(const InstanceChoice &choice, const SavedInstances::List &saved)
{
    if (const auto *profile = std::get_if<InstanceProfile>(&choice))
        return keptAs(profile->key, profile->userName, profile->name);
    if (const auto *connection = std::get_if<Connection>(&choice))
        return keptAs(connection->storeKey, {}, connection->address.label());
    return noChoice(choice, saved);
}

Or<std::unique_ptr<FleetService>> keptFleet(const Request &request, const SavedInstances::List &saved)
{
    const InstanceChoice choice = chooseInstance(saved, request.instance, {}, TokenNeed::NotNeeded);
    const Or<CachedFleetService::Place> place = keptPlace(choice, saved);
    if (const auto *outcome = std::get_if<Outcome>(&place))
        return *outcome;
    auto service = std::make_unique<CachedFleetService>(std::get<CachedFleetService::Place>(place));
    service->setTroubleListener(
        [service = service.get()](const StoreTrouble &trouble) { emit service->storeTroubled(trouble); });
    return std::unique_ptr<FleetService>(std::move(service));
}

void rememberUser(FleetService &service, SavedInstances &saved, const InstanceProfile &profile)
{
    QObject::connect(&service, &FleetService::snapshotChanged, &service,
        [&saved, key = profile.key, known = profile.userName](const FleetPtr &fleet) mutable {
            const QString &user = fleet->source.userName;
            if (user.isEmpty() || user == known)
                return;
            known = user;
            saved.setUserName(key, user); // a fleet is shown all the same when it cannot be written
        });
}

} // namespace

std::variant<std::unique_ptr<FleetService>, Outcome> fleetFor(
    const Request &request, SavedInstances &saved, SecretStore &secrets, const FleetArchive::TroubleListener &lastWords)
{
    if (request.demo)
        return std::make_unique<DemoFleetService>();
    const SavedInstances::List list = saved.list();
    if (request.cached || request.verb == Verb::Queue) // its history is nowhere else
        return keptFleet(request, list);
    const InstanceChoice choice = chooseInstance(list, request.instance, request.token);
    Or<Connection> found = chosenConnection(choice, list, request, secrets);
    if (auto *outcome = std::get_if<Outcome>(&found))
        return std::move(*outcome);
    auto &connection = std::get<Connection>(found);
    connection.transport = withRequest(connection.transport, request.transport);
    const auto transport = Transport::load(connection.transport, connection.address.host());
    if (const auto *error = std::get_if<FetchError>(&transport)) // before anything is sent, and with its own exit code
        return wrongUsage(complaintAbout(*error));
    connection.userName.clear(); // what is kept comes in when the server has said whose it is
    const Rhythm rhythm = rhythmOf(connection.refresh);
    std::unique_ptr<FleetService> service = std::make_unique<GitLabFleetService>(
        std::move(connection), rhythm, [lastWords](const QString &storeKey, const QString &userName) {
            return openArchive(storeKey, userName, lastWords);
        });
    if (const auto *profile = std::get_if<InstanceProfile>(&choice))
        rememberUser(*service, saved, *profile);
    return service;
}

} // namespace Runnerscope::Cli
