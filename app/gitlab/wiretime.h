// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <QString>

namespace Runnerscope {

/// A time as GitLab's JSON has it: ISO 8601 with a zone, nearly always "2026-03-25T10:00:00Z". Nothing for any other
/// text.
OptionalTime timeFromWire(const QString &text);

} // namespace Runnerscope
