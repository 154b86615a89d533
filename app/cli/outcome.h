// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Runnerscope::Cli {

/// What the program ends with. Documented in packaging/man/runnerscopectl.1.
enum class ExitCode {
    Done = 0,
    No = 1, ///< what was asked for does not exist
    WrongUsage = 2,
    Unusable = 3, ///< the server or the key store could not be used, or the output could not be written
    ChangeFailed = 4, ///< not all that was to be changed has been
};

/// What a verb has to say.
struct Outcome
{
    ExitCode code = ExitCode::Done;
    QString output; ///< for standard output; all of it or none
    QString complaint; ///< one line for standard error, or nothing
};

} // namespace Runnerscope::Cli
