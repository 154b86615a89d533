// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"

#include <QStringList>

#include <variant>

namespace Runnerscope::Cli {

/// Understands the arguments, and reads the token where they say so; see readToken() for why that must be before the
/// application object is made.
std::variant<Request, Outcome> understand(const QStringList &arguments);

/// Does what was asked for, prints what comes of it, and returns the exit code of the process. Needs a QCoreApplication
/// and runs its event loop.
ExitCode run(const std::variant<Request, Outcome> &understood);

} // namespace Runnerscope::Cli
