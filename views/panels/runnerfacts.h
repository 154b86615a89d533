// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/runnerdetails.h"

#include <QString>

/// What the panel says of one runner, in words; apart from widgets.
namespace Runnerscope::RunnerFacts {

/// "stale", "online, paused".
QString state(const FleetRow &row);
/// "Group runner · #4711".
QString kind(const Runner &runner);
QString contact(const Runner &runner, ServerTime now);
QString creationMethod(CreationMethod method);
QString untagged(const Runner &runner);
QString protection(AccessLevel level);
QString locked(const Runner &runner);
QString paused(const Runner &runner);
QString timeout(std::optional<int> seconds);
/// "expires in 12 days", "expired 3 days ago"; empty when it does not expire or that is not known.
QString tokenExpiry(const Runner &runner, ServerTime now);
QString allowed(const RunnerPermissions &permissions);
QString notAllowed(const RunnerPermissions &permissions);
/// "3 hosts, 2 online", "10 of 240 hosts known".
QString hosts(const Runner &runner, ServerTime now);
/// Keeps line breaks, makes every line harmless.
QString note(const QString &text);

} // namespace Runnerscope::RunnerFacts
