// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/fleetstore.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Runnerscope::Test {

inline constexpr InstanceId instance{7};

/// When generation \a number of a fleet was read: now and a minute for each.
ServerTime timeOf(int number);

/// A fleet of \a size runners, every field of which follows from its number and \a generation: isTrue() tells whether a
/// row is one that was given away. Rows that are the same as in \a before are shared with it. Every fourth runner
/// changes with each generation.
Fleet numberedFleet(int size, int generation, const Fleet *before = nullptr);
/// Nothing, or what is wrong with the row.
QString whatIsWrong(const FleetRow &row);

/// Keeps \a fleet and waits until it stands in the file.
void keepNow(FleetStore &store, const Fleet &fleet);

bool sameRows(const Fleet &a, const Fleet &b);

/// Every trouble that \a store tells of, from now on and from before.
struct Troubles
{
    explicit Troubles(FleetArchive &archive);
    Q_DISABLE_COPY_MOVE(Troubles)

    std::vector<StoreTrouble> all;

    int count(StoreTrouble::Kind kind) const;
};

} // namespace Runnerscope::Test
