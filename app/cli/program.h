// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"

#include <QStringList>

namespace Runnerscope::Cli {

/// Does what the arguments ask for, prints what comes of it, and returns the exit code of the process. Needs a
/// QCoreApplication and runs its event loop.
ExitCode run(const QStringList &arguments);

} // namespace Runnerscope::Cli
