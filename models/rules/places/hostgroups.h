// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/hostlist.h"

#include <QString>

#include <span>
#include <vector>

namespace Runnerscope {

enum class HostGrouping { SystemId, Address };

/// Managers that say, or show, the same: a computer that works for several runners, or several behind one address.
struct HostGroup
{
    QString key; ///< the system id or the address, as it was told; empty for those that told none
    quint32 first = 0; ///< index into HostGroups::hosts
    quint32 count = 0;
    qint64 runners = 0; ///< different ones
    qint64 online = 0; ///< of the managers
    OptionalTime newestContact;

    bool isTold() const { return !key.isEmpty(); }
};

struct HostGroups
{
    std::vector<HostRef> hosts; ///< those of a group side by side, by row within it
    std::vector<HostGroup> groups;

    std::span<const HostRef> of(const HostGroup &group) const
    {
        return std::span(hosts).subspan(group.first, group.count);
    }
};

/// What a manager is grouped by. Empty where it has told none: no text, blanks, or the word that GitLab puts in for
/// runners too old to send a system id.
QString hostKey(const RunnerManager &manager, HostGrouping grouping);

/// The managers of the rows that \a rows matches, in groups: those with most runners first, then in natural order of
/// the key. The managers that told none make one group, which comes last whatever its size: they have nothing in
/// common, and thousands of groups without a name would hide the others.
HostGroups groupHosts(const Fleet &fleet, const FilterMask &rows, HostGrouping grouping);

} // namespace Runnerscope
