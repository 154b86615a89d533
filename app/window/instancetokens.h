// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secretstore.h"
#include "app/secrets/sessionsecrets.h"

namespace Runnerscope {

/// The tokens of the saved instances: in the key store, or, where the user wants no trace of one, in memory until the
/// program ends.
class InstanceTokens
{
public:
    enum class Keeping { KeyStore, Session };

    /// \a lasting outlives this.
    explicit InstanceTokens(SecretStore &lasting);

    QFuture<SecretAnswer> read(const QString &key);
    /// Leaves nothing in the place where it is not to be kept.
    QFuture<SecretOutcome> keep(const QString &key, const Secret &token, Keeping keeping);
    QFuture<SecretOutcome> remove(const QString &key);

private:
    SecretStore &m_lasting;
    SessionSecrets m_session;
};

} // namespace Runnerscope
