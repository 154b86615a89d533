// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QStringList>

namespace Runnerscope {

/// How many of the managers that are known are online at \a now. A lower bound unless managersComplete().
int managersOnline(const Runner &runner, ServerTime now);

/// Where \a runner came with its newest managers only, adds the older ones that \a before has: all of them, if that
/// makes as many as the server counts, otherwise none, since it is not known which of them are gone.
void keepOlderManagers(Runner &runner, const Runner &before);

/// Each version text of the known managers once, newest first; texts that are no version come last, by alphabet.
QStringList versionsOf(const Runner &runner);

/// The version that a runner is judged by.
struct EffectiveVersion
{
    QString text; ///< empty when no manager reported one
    bool mixed = false; ///< the managers in contact differ

    friend bool operator==(const EffectiveVersion &, const EffectiveVersion &) = default;
};

/// The oldest version among the managers in contact at \a now: those online or, when none is, the one contacted last.
EffectiveVersion effectiveVersion(const Runner &runner, ServerTime now);

/// Orders version texts from old to new; texts that are no version come before every version, by alphabet.
bool olderVersionText(const QString &a, const QString &b);

} // namespace Runnerscope
