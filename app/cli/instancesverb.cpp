// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instancesverb.h"

#include "app/cli/complaint.h"
#include "app/cli/instancetext.h"
#include "app/cli/keystore.h"
#include "app/cli/transportrequest.h"
#include "app/gitlab/transport.h"
#include "app/store/storelocation.h"
#include "models/rules/storewording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliInstances)
};

QString line(const QString &text)
{
    return text + u'\n';
}

/// The token that the call brings along. GITLAB_TOKEN serves here without GITLAB_HOST: the instance is named.
Secret tokenFor(const Request &request)
{
    return request.token.isEmpty() ? Secret(qgetenv("GITLAB_TOKEN").trimmed()) : request.token;
}

Outcome list(const Request &request, const SavedInstances &saved)
{
    const SavedInstances::List list = saved.list();
    QStringList complaints;
    for (const InstanceTrouble &trouble : list.troubles)
        complaints.append(complaintAbout(trouble));
    return {ExitCode::Done, instancesText(list.profiles, request.format), complaints.join(u' ')};
}

InstanceProfile profileOf(const Request &request)
{
    InstanceProfile profile;
    profile.name = request.instance.trimmed();
    profile.address = request.address.trimmed();
    const TransportOptions transport = withRequest({}, request.transport);
    profile.caFile = transport.caFile;
    profile.clientCertificateFile = transport.clientCertificateFile;
    profile.clientKeyFile = transport.clientKeyFile;
    profile.proxy = transport.proxy;
    profile.proxyMode = transport.proxyMode;
    profile.refresh = request.refresh;
    profile.production = request.production;
    profile.readOnly = request.readOnly;
    return profile;
}

/// An address or a file that could never be used is not saved.
std::optional<FetchError> mistakeIn(const InstanceProfile &profile)
{
    const auto connection = connectionFor(profile, {});
    if (const auto *error = std::get_if<FetchError>(&connection))
        return *error;
    const auto &known = std::get<Connection>(connection);
    const auto transport = Transport::load(known.transport, known.address.host());
    const auto *error = std::get_if<FetchError>(&transport);
    return error ? std::optional(*error) : std::nullopt;
}

Outcome add(const Request &request, SavedInstances &saved, SecretStore &secrets)
{
    const InstanceProfile wanted = profileOf(request);
    if (const auto mistake = mistakeIn(wanted))
        return {ExitCode::WrongUsage, {}, complaintAbout(*mistake)};
    const auto result = saved.add(wanted);
    if (const auto *trouble = std::get_if<InstanceTrouble>(&result))
        return {ExitCode::WrongUsage, {}, complaintAbout(*trouble)};
    const auto &profile = std::get<InstanceProfile>(result);
    const Secret token = tokenFor(request);
    if (token.isEmpty())
        return {ExitCode::Done, line(Tr::tr("Saved “%1” without a token.").arg(profile.name)), {}};
    if (const SecretOutcome trouble = waitForKeyStore(secrets.write(profile.key, token))) {
        return {ExitCode::ChangeFailed, {},
            Tr::tr("“%1” is saved without its token.").arg(profile.name) + u' ' + complaintAbout(*trouble) + u' '
                + Tr::tr("“runnerscopectl instances token” adds it.")};
    }
    return {ExitCode::Done, line(Tr::tr("Saved “%1” with its token in the key store.").arg(profile.name)), {}};
}

Outcome notSaved(const Request &request, ExitCode code)
{
    return {code, {}, complaintAbout(InstanceTrouble{InstanceTrouble::Kind::NotSaved, request.instance, {}})};
}

Outcome setToken(const Request &request, const SavedInstances &saved, SecretStore &secrets)
{
    const SavedInstances::List list = saved.list();
    const InstanceProfile *profile = list.find(request.instance);
    if (!profile)
        return notSaved(request, ExitCode::WrongUsage);
    const Secret token = tokenFor(request);
    if (token.isEmpty()) {
        return {ExitCode::WrongUsage, {},
            Tr::tr("There is no token to keep. Put it into the environment variable GITLAB_TOKEN, or give it with "
                   "--token-fd.")};
    }
    if (const SecretOutcome trouble = waitForKeyStore(secrets.write(profile->key, token)))
        return {ExitCode::ChangeFailed, {}, Tr::tr("The token is not kept.") + u' ' + complaintAbout(*trouble)};
    return {ExitCode::Done, line(Tr::tr("The token of “%1” is in the key store.").arg(profile->name)), {}};
}

/// Where there is no key store, there is nothing to remove from it.
bool keepsToken(const SecretOutcome &outcome)
{
    return outcome && outcome->kind != SecretTrouble::Kind::Unavailable;
}

/// \a left: what is kept of its fleet and could not be removed.
Outcome removed(const InstanceProfile &profile, const QStringList &left)
{
    const QString where = Tr::tr("On %1 nothing has changed: the token is valid there until it is revoked.");
    if (left.isEmpty()) {
        const QString what = Tr::tr("Removed “%1”, its token and its fleet from this computer.").arg(profile.name);
        return {ExitCode::Done, line(what + u' ' + where.arg(profile.address)), {}};
    }
    const QString what = Tr::tr("Removed “%1” and its token from this computer.").arg(profile.name);
    const ErrorWords words = explainStoreLeft(left);
    return {
        ExitCode::ChangeFailed, line(what + u' ' + where.arg(profile.address)), words.sentence + u' ' + words.remedy};
}

Outcome remove(const Request &request, SavedInstances &saved, SecretStore &secrets)
{
    const SavedInstances::List list = saved.list();
    const InstanceProfile *profile = list.find(request.instance);
    if (!profile)
        return notSaved(request, ExitCode::No);
    // First the token: without the profile nobody would know its key.
    if (const SecretOutcome outcome = waitForKeyStore(secrets.remove(profile->key)); keepsToken(outcome)) {
        return {ExitCode::ChangeFailed, {},
            Tr::tr("Nothing was removed, since the token could not be.") + u' ' + complaintAbout(*outcome)};
    }
    if (const auto trouble = saved.remove(profile->key))
        return {ExitCode::ChangeFailed, {}, complaintAbout(*trouble)};
    return removed(*profile, removeStoreFiles(profile->key));
}

} // namespace

Outcome runInstances(const Request &request, SavedInstances &saved, SecretStore &secrets)
{
    switch (request.verb) {
    case Verb::AddInstance:
        return add(request, saved, secrets);
    case Verb::SetToken:
        return setToken(request, saved, secrets);
    case Verb::RemoveInstance:
        return remove(request, saved, secrets);
    default:
        break;
    }
    return list(request, saved);
}

} // namespace Runnerscope::Cli
