// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <variant>
#include <vector>

namespace Runnerscope::Cli {

/// The value of --status; a text instead says what is wrong with it. "running" takes in jobs that are being canceled,
/// which occupy a runner like others.
std::variant<std::vector<JobStatus>, QString> jobStatusesFrom(const QString &text);
/// The value of --max, likewise.
std::variant<int, QString> mostFrom(const QString &text);

} // namespace Runnerscope::Cli
