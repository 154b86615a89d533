// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"

#include <QStringList>

#include <variant>

namespace Runnerscope::Cli {

/// Understands the arguments of the program, whose name is the first. An outcome instead of a request ends the program:
/// with a help text, or with a complaint, which repeats nothing that was typed as a value.
std::variant<Request, Outcome> parseArguments(const QStringList &arguments);

} // namespace Runnerscope::Cli
