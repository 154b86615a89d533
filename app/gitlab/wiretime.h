// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <string_view>

namespace Runnerscope {

/// A time as GitLab's JSON has it, in UTF-8: ISO 8601 with a zone, nearly always "2026-03-25T10:00:00Z". Nothing for
/// any other text.
OptionalTime timeFromWire(std::string_view text);

} // namespace Runnerscope
