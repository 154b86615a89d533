// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

/// What bench_store compares with: a table with a row for each runner and one with a row for each manager, every field
/// a column.
namespace Runnerscope::Bench {

void writeRowTable(const QString &file, const Fleet &fleet);
Fleet readRowTable(const QString &file, InstanceId instance);

} // namespace Runnerscope::Bench
