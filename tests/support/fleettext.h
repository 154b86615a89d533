// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/filterexpression.h"

#include <QStringView>

namespace Runnerscope::Test {

/// The server's time in tests: 2026-03-25 10:00:00 UTC.
inline constexpr ServerTime now{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25) + std::chrono::hours(10)};

/// A fleet from text, one runner a line, read at now: id, name, then words in any order:
///   contact=3h (or 5m, 10d; without it: never)  created=30d (the usual)  group=acme/api  project=acme/api/web
///   tags=a,b  version=18.1.0 (a manager each)  by=anna  bot=ci-bot  jobs=7  paused  running  locked
///   protected  unprotected  untagged  projects=3 (that it serves)
/// A name is one word; "_" stands for a blank in it, "-" alone for no description.
Fleet fleet(QStringView text);
FleetPtr fleetPtr(QStringView text);
Runner runner(QStringView line);

/// Ends the process when \a text is no filter.
FilterExpression filter(const char *text);

} // namespace Runnerscope::Test
