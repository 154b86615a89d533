// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"

#include <vector>

namespace Runnerscope {

inline constexpr std::size_t mostResponsible = 5;

/// Whom to turn to: active people, owners before maintainers, by name; at most mostResponsible. Bots and accounts that
/// are blocked or not in use answer no questions.
std::vector<PlaceMember> responsiblePeople(const PlacePeople &people);

/// How often a job of the same name ended on one host, and how often it failed there.
struct HostShare
{
    RunnerId runner;
    qint64 manager = 0; ///< 0: not known
    QString runnerName;
    QString systemId;
    qint64 ended = 0;
    qint64 failed = 0;
    bool isOfJob = false; ///< the host that the job of the card ran on

    friend bool operator==(const HostShare &, const HostShare &) = default;
};

/// The other jobs of the same name by host: that of the job first, even where it ran no other, then those with most
/// jobs. Jobs whose runner is not known are in none.
std::vector<HostShare> sharesByHost(const JobCard &card);

} // namespace Runnerscope
