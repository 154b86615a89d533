// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secretkeeper.h"

#include <utility>

namespace Runnerscope {

SecretKeeper::SecretKeeper(std::unique_ptr<SecretStore> lasting, QObject *parent) :
    QObject(parent),
    m_lasting(std::move(lasting))
{
}

QFuture<SecretAnswer> SecretKeeper::read(const QString &key)
{
    return m_session.has(key) ? m_session.read(key) : m_lasting->read(key);
}

QFuture<SecretOutcome> SecretKeeper::write(const QString &key, const Secret &secret)
{
    m_session.write(key, secret); // at once, for who reads before the other store has answered
    return m_lasting->write(key, secret).then(this, [this, key](const SecretOutcome &outcome) {
        if (!outcome)
            m_session.remove(key);
        return outcome;
    });
}

QFuture<SecretOutcome> SecretKeeper::remove(const QString &key)
{
    m_session.remove(key);
    return m_lasting->remove(key);
}

} // namespace Runnerscope
