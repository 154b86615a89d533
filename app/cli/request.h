// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Runnerscope::Cli {

enum class Verb { Status, Runners, Runner };
enum class Format { Table, Json, Csv };

/// What the user asks for.
struct Request
{
    Verb verb = Verb::Status;
    Format format = Format::Table;
    bool demo = false; ///< the simulated fleet instead of a server
    bool partial = false; ///< print what could be read of a fleet, too
    qint64 runner = 0; ///< of Verb::Runner
};

} // namespace Runnerscope::Cli
