// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/sessionsecrets.h"

namespace Runnerscope {

QFuture<SecretAnswer> SessionSecrets::read(const QString &key)
{
    const auto it = m_secrets.constFind(key);
    return QtFuture::makeReadyFuture(it == m_secrets.cend() ? SecretAnswer(NoSecret{}) : SecretAnswer(*it));
}

QFuture<SecretOutcome> SessionSecrets::write(const QString &key, const Secret &secret)
{
    m_secrets.insert(key, secret);
    return QtFuture::makeReadyFuture(SecretOutcome());
}

QFuture<SecretOutcome> SessionSecrets::remove(const QString &key)
{
    m_secrets.remove(key);
    return QtFuture::makeReadyFuture(SecretOutcome());
}

} // namespace Runnerscope
