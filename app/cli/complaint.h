// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"

namespace Runnerscope::Cli {

/// What happened and what to do about it, in one line.
QString complaintAbout(const FetchError &error);

} // namespace Runnerscope::Cli
