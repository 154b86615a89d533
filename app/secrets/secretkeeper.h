// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secretstore.h"
#include "app/secrets/sessionsecrets.h"

#include <QObject>

#include <memory>

namespace Runnerscope {

/// Keeps tokens in a store that lasts, and those that it does not take until this object ends. Trouble as the outcome
/// of a write means: kept until then only, for that reason.
class SecretKeeper : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit SecretKeeper(std::unique_ptr<SecretStore> lasting, QObject *parent = nullptr);

    QFuture<SecretAnswer> read(const QString &key) override;
    QFuture<SecretOutcome> write(const QString &key, const Secret &secret) override;
    QFuture<SecretOutcome> remove(const QString &key) override;

private:
    std::unique_ptr<SecretStore> m_lasting;
    SessionSecrets m_session;
};

} // namespace Runnerscope
