// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "app/cli/request.h"

#include <optional>

namespace Runnerscope::Cli {

/// Options that exclude each other, or that would be without effect on \a verb, are a mistake.
std::optional<Complaint> complaintAboutMix(const Options &options, Verb verb);

} // namespace Runnerscope::Cli
