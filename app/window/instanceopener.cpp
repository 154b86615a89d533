// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/instanceopener.h"

#include "models/rules/secretwording.h"

#include <utility>

namespace Runnerscope {

namespace {

FleetSource sourceOf(const Connection &connection)
{
    FleetSource source;
    source.label = connection.address.label();
    source.webUrl = connection.address.base().toString();
    return source;
}

/// A key store that is open answers sooner, and then the service itself shows what is kept.
constexpr std::chrono::milliseconds usualAnswerTime{200};

ErrorWords withOtherWay(const ErrorWords &words)
{
    return {words.sentence, InstanceOpener::tr("%1 Or enter the token here.", "a sentence").arg(words.remedy)};
}

} // namespace

InstanceOpener::InstanceOpener(Makers makers, InstanceTokens &tokens, FleetController &controller, QObject *parent) :
    QObject(parent),
    m_makers(std::move(makers)),
    m_tokens(tokens),
    m_controller(controller)
{
    connect(&m_token, &QFutureWatcherBase::finished, this, &InstanceOpener::takeToken);
    m_patience.setSingleShot(true);
    m_patience.setInterval(usualAnswerTime);
    connect(&m_patience, &QTimer::timeout, this, &InstanceOpener::showKept);
    connect(&m_controller, &FleetController::opened, this,
        [this](const std::optional<InstanceProfile> &profile) { m_shownKey = profile ? profile->key : QString(); });
}

void InstanceOpener::open(const InstanceProfile &profile)
{
    m_wanted = profile;
    m_token.cancel();
    emit waiting(profile.name);
    m_token.setFuture(m_tokens.read(profile.key));
    m_patience.start();
}

void InstanceOpener::showKept()
{
    if (m_wanted.key == m_shownKey)
        return;
    auto kept = m_makers.keptFleet(m_wanted);
    if (!kept)
        return;
    FleetSource source;
    source.label = m_wanted.name;
    m_keptKey = m_wanted.key;
    m_controller.open({std::move(kept), source, m_wanted});
    if (!m_token.future().isFinished())
        emit waiting(m_wanted.name);
}

void InstanceOpener::takeToken()
{
    if (m_token.isCanceled() || m_token.future().resultCount() == 0)
        return;
    const SecretAnswer answer = m_token.result();
    m_token.setFuture({});
    m_patience.stop();
    emit waiting({});
    if (const auto *token = std::get_if<Secret>(&answer)) {
        open(m_wanted, *token);
        return;
    }
    showKept();
    if (const auto *trouble = std::get_if<SecretTrouble>(&answer))
        emit tokenNeeded(m_wanted, withOtherWay(explain(*trouble)));
    else
        emit tokenNeeded(
            m_wanted, {tr("The token of %1 is not in the key store.").arg(m_wanted.name), tr("Enter it here.")});
}

void InstanceOpener::open(const InstanceProfile &profile, const Secret &token)
{
    cancel();
    const auto connection = connectionFor(profile, token);
    if (const auto *error = std::get_if<FetchError>(&connection)) {
        emit failed(*error);
        return;
    }
    m_keptKey.clear();
    if (profile.key == m_shownKey)
        m_controller.release();
    const auto &reached = std::get<Connection>(connection);
    m_controller.open({m_makers.service(reached), sourceOf(reached), profile});
}

void InstanceOpener::open(const Connection &connection)
{
    cancel();
    m_controller.open({m_makers.service(connection), sourceOf(connection), std::nullopt});
}

void InstanceOpener::cancel()
{
    m_token.cancel();
    m_token.setFuture({});
    m_patience.stop();
    emit waiting({});
}

} // namespace Runnerscope
