// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"
#include "models/rules/creator.h"
#include "models/rules/managers.h"

#include <QString>

#include <chrono>

/// The words for values of the domain, the same in the window and on the command line. Translated; numbers in the
/// user's locale.
namespace Runnerscope::Wording {

QString status(RunnerStatus status);
/// The status, and whether the runner is paused.
QString state(RunnerStatus status, bool paused);
QString type(RunnerType type);

/// What the table and the command line show as the name of a runner: its description, or what GitLab shows instead.
QString displayName(const Runner &runner);

/// A short age for a column: "now", "12 min", "5 h", "41 d". Floored to whole units.
QString shortAge(std::chrono::seconds age);
/// An age within a sentence: "41 days", "5 hours". Floored to whole units.
QString longAge(std::chrono::seconds age);
/// Exactly this long, in the largest unit that divides it: "90 seconds", "36 hours", "30 days".
QString duration(std::chrono::seconds duration);

/// "contact 12 minutes ago", "no contact for 41 days", "never made contact".
QString contact(OptionalTime contactedAt, ServerTime now);

/// Who created the runner, short enough for a column: a name, "registration token", "deleted account", "not readable".
QString creator(const Runner &runner);
/// The same as a sentence that says what is known and what is not.
QString creatorSentence(const Runner &runner);

/// "18.1.0", or "18.1.0+" when the hosts differ and this is the oldest of theirs. Empty when it is not known.
QString version(const EffectiveVersion &version);
/// "linux/amd64", or the half of it that is known.
QString platform(const RunnerManager &manager);

/// "1,000+" for a count that GitLab capped.
QString jobCount(int jobCount);
QString count(qint64 count);

/// A text of the server or of a runner for one line: line breaks and control characters become blanks, marks that
/// change the direction of writing become visible. What remains is still no markup and must be shown as plain text.
QString oneLine(const QString &text);

/// An exact time in the user's locale and time zone.
QString exactTime(ServerTime time);

} // namespace Runnerscope::Wording
