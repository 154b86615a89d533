// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/counts.h"
#include "models/rules/filter/filtermask.h"

#include <QString>

#include <vector>

namespace Runnerscope {

/// A group or project that owns runners, or that has such ones below it.
struct PlaceNode
{
    enum class Kind {
        Group,
        Project,
        Instance, ///< stands for the runners of the instance, which belong to no group
        NotReadable, ///< stands for the runners whose owner may not be read
    };

    Kind kind = Kind::Group;
    QString fullPath; ///< empty for the two that are no place
    QString name; ///< of the place itself, without the groups above it
    QString webUrl; ///< empty where it is not known
    qint32 parent = -1; ///< index; -1 for the ones at the top
    qint32 firstChild = 0; ///< children stand side by side
    qint32 childCount = 0;
    FleetCounts own; ///< of the runners that belong to this very place
    FleetCounts total; ///< with those of all places below
};

/// Groups before projects, each in natural order of their names.
struct PlaceTree
{
    std::vector<PlaceNode> nodes; ///< the ones at the top first, then those below them, and so on
    qint32 topCount = 0;
};

/// The places of the rows that \a mask lets through.
PlaceTree placeTree(const Fleet &fleet, const FilterMask &mask);

} // namespace Runnerscope
