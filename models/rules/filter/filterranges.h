// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterfield.h"
#include "models/rules/filter/filtertest.h"

#include <variant>

namespace Runnerscope {

/// Reads a value that is compared ("18.1", ">=30d", "2026-01..2026-03") for a field of the kinds Number, Duration,
/// Time, Deadline, Version and Address. The other alternative is a sentence on what is wrong.
std::variant<FilterTest, QString> readRange(const FilterFieldFacts &facts, QStringView text);

} // namespace Runnerscope
