// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/instancetokens.h"

namespace Runnerscope {

InstanceTokens::InstanceTokens(SecretStore &lasting) :
    m_lasting(lasting)
{
}

QFuture<SecretAnswer> InstanceTokens::read(const QString &key)
{
    return m_session.has(key) ? m_session.read(key) : m_lasting.read(key);
}

QFuture<SecretOutcome> InstanceTokens::keep(const QString &key, const Secret &token, Keeping keeping)
{
    if (keeping == Keeping::Session) {
        m_session.write(key, token);
        return m_lasting.remove(key);
    }
    m_session.remove(key);
    return m_lasting.write(key, token);
}

QFuture<SecretOutcome> InstanceTokens::remove(const QString &key)
{
    m_session.remove(key);
    return m_lasting.remove(key);
}

} // namespace Runnerscope
