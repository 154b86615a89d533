// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secretstore.h"

#include <QHash>

namespace Runnerscope {

/// Keeps tokens in memory until the object ends.
class SessionSecrets : public SecretStore
{
public:
    QFuture<SecretAnswer> read(const QString &key) override;
    QFuture<SecretOutcome> write(const QString &key, const Secret &secret) override;
    QFuture<SecretOutcome> remove(const QString &key) override;

    bool has(const QString &key) const { return m_secrets.contains(key); }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace Runnerscope
