// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/request.h"

#include <QString>

namespace Runnerscope::Cli {

QString generalHelp();
QString verbHelp(Verb verb);

} // namespace Runnerscope::Cli
