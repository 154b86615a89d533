// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secretstore.h"

namespace Runnerscope::Cli {

// Run the event loop of the application until the key store has answered. When that takes a while, a person is told on
// the terminal what is waited for.

SecretAnswer waitForKeyStore(const QFuture<SecretAnswer> &future);
SecretOutcome waitForKeyStore(const QFuture<SecretOutcome> &future);

} // namespace Runnerscope::Cli
