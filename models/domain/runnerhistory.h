// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QString>

#include <optional>
#include <vector>

namespace Runnerscope {

/// What is followed of runners and managers. The numbers stand in files: new ones go to the end.
enum class HistoryField {
    Description = 1,
    Tags = 2, ///< in alphabetical order, joined by commas
    Paused = 3,
    Type = 4,
    Owner = 5, ///< full path
    Locked = 6,
    Protected = 7,
    RunUntagged = 8,
    MaximumTimeout = 9, ///< seconds
    Status = 10,
    SystemId = 11, ///< from here on: of a manager
    Version = 12,
    Revision = 13,
    Platform = 14,
    Architecture = 15,
    Executor = 16,
    IpAddress = 17,
};

/// A value that a field had before the one it has now. Texts are as the server sent them; enumerations are their
/// number; yes is "1", no is "0", unknown is empty.
struct FormerValue
{
    qint64 manager = 0; ///< 0: of the runner itself
    HistoryField field = HistoryField::Description;
    QString value;
    ServerTime firstSeen{};
    ServerTime lastSeen{};
    ServerTime nextSeen{}; ///< when the value after it was first seen; it changed between lastSeen and this

    friend bool operator==(const FormerValue &, const FormerValue &) = default;
};

/// A time in which a runner or a manager was there.
struct Sighting
{
    qint64 manager = 0; ///< 0: the runner itself
    ServerTime firstSeen{}; ///< by this program; it may have existed before
    OptionalTime lastSeen; ///< none: it is there
    std::optional<Runner> runner; ///< as it was last, when it is gone
    std::optional<RunnerManager> host; ///< as it was last, when it is gone
};

struct RunnerHistory
{
    std::vector<FormerValue> formerValues; ///< the newest change first
    std::vector<Sighting> sightings; ///< those that are there first, then the ones that went last
};

} // namespace Runnerscope
