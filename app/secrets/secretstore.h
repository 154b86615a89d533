// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"
#include "models/domain/secrettrouble.h"

#include <QFuture>
#include <QString>

#include <optional>
#include <variant>

namespace Runnerscope {

/// Nothing is kept under that key.
struct NoSecret
{
};

using SecretAnswer = std::variant<Secret, NoSecret, SecretTrouble>;
/// Nothing: done.
using SecretOutcome = std::optional<SecretTrouble>;

/// Where tokens are kept, each under the key of its InstanceProfile.
///
/// Made and used on the main thread, whose event loop must run while an answer is waited for. An answer may take as
/// long as a person takes to unlock the store, up to a limit of the store. An answer that is under way when the store
/// is destroyed is cancelled.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    virtual QFuture<SecretAnswer> read(const QString &key) = 0;
    /// Replaces what was kept under the key.
    virtual QFuture<SecretOutcome> write(const QString &key, const Secret &secret) = 0;
    /// Done as well when nothing was kept.
    virtual QFuture<SecretOutcome> remove(const QString &key) = 0;
};

} // namespace Runnerscope
