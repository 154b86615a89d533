// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QStringList>

#include <functional>
#include <span>

namespace Runnerscope {

/// Which of the managers of one runner are in contact at \a now: those online or, when none is, the one contacted last.
/// \a contacts holds their last contacts; writes 1 or 0 for each into \a marks, which is as long.
void markInContact(std::span<const OptionalTime> contacts, ServerTime now, std::span<quint8> marks);

/// How many of the managers that are known are online at \a now. A lower bound unless managersComplete().
int managersOnline(const Runner &runner, ServerTime now);

/// Where \a runner came with its newest managers only, adds the older ones that \a before has: all of them, if that
/// makes as many as the server counts, otherwise none, since it is not known which of them are gone.
void keepOlderManagers(Runner &runner, const Runner &before);

/// Each version text of the known managers once, newest first; texts that are no version come last, by alphabet.
QStringList versionsOf(const Runner &runner);

/// What \a value makes of the managers in contact at \a now, each text once, in the order of the managers; no empty
/// one.
QStringList valuesInContact(
    const Runner &runner, ServerTime now, const std::function<QString(const RunnerManager &)> &value);

/// The version that a runner is judged by.
struct EffectiveVersion
{
    QString text; ///< empty when no manager reported one
    bool mixed = false; ///< the managers in contact differ

    friend bool operator==(const EffectiveVersion &, const EffectiveVersion &) = default;
};

/// The oldest version among the managers in contact at \a now.
EffectiveVersion effectiveVersion(const Runner &runner, ServerTime now);

/// Orders version texts from old to new; texts that are no version come before every version, by alphabet.
bool olderVersionText(const QString &a, const QString &b);

} // namespace Runnerscope
