// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/hostgroups.h"
#include "models/rules/places/placetree.h"

/// The words for hosts, groups and projects. Names come from the server: plain text.
namespace Runnerscope::PlacesWording {

/// "Listed: 1,240 of 1,480 hosts; 3 runners have more hosts than have been read."
QString completeness(const HostCompleteness &completeness);
/// Its key, or that there is none.
QString group(const HostGroup &group, HostGrouping grouping);
/// "group", "project", …
QString kind(PlaceKind kind);
/// The name of a node, or what it stands for.
QString name(const PlaceNode &node);

} // namespace Runnerscope::PlacesWording
