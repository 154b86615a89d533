// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"

#include <QString>

#include <variant>

namespace Runnerscope::Cli {

/// Reads a token, which is the first line, from a file descriptor that this process was given, and closes it. Otherwise
/// a sentence that says why there is none, and what to do.
///
/// To be called before the application object is made: Qt opens descriptors of its own, and a number that was never
/// given would name one of them.
std::variant<Secret, QString> readToken(int descriptor);

} // namespace Runnerscope::Cli
