// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Runnerscope {

/// One list that a fleet is read from. An administrator has one of them, everybody else several.
struct FleetPart
{
    enum class Kind {
        AllRunners, ///< of the instance
        GroupRunners, ///< of a group and everything below it
        ProjectRunners, ///< of one project
        MyRunners, ///< those that the user manages, as the server itself lists them
        InstanceRunners, ///< as far as they are offered to a group or project of the user
    };
    enum class State {
        Waiting, ///< not read yet
        Whole, ///< read to the end at least once
        Refused, ///< the server does not show it to this user
    };

    Kind kind = Kind::AllRunners;
    QString fullPath; ///< of the group or project asked
    State state = State::Waiting;

    friend bool operator==(const FleetPart &, const FleetPart &) = default;
};

/// How much of the fleet a snapshot holds. Only a whole one may remove rows.
///
/// Whole means: everything that this user may see by role. What a role cannot see makes a fleet no less whole; it is
/// told by the parts and by what is missing among them (rules/coveragewording.h).
struct Coverage
{
    enum class Kind { Partial, Whole };

    Kind kind = Kind::Partial;
    std::optional<qint64> expected; ///< how many runners the server counted
    std::vector<FleetPart> parts{};

    friend bool operator==(const Coverage &, const Coverage &) = default;
};

} // namespace Runnerscope
