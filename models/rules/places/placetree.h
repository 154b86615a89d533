// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/counts.h"
#include "models/rules/filter/filtermask.h"

#include <QString>

#include <span>
#include <vector>

namespace Runnerscope {

enum class PlaceKind {
    Instance, ///< the instance runners, which belong to no group
    Group,
    IntermediateGroup, ///< a group, or the namespace of a user, on the way to an owner; has no runner of its own here
    Project,
    NotReadable, ///< the runners whose owner this user may not read
};

/// A group or project of runners.
struct PlaceNode
{
    static constexpr qint32 none = -1;

    PlaceKind kind = PlaceKind::IntermediateGroup;
    QString fullPath; ///< empty for PlaceKind::Instance and NotReadable
    QString name; ///< of the owner where that is known, otherwise the end of its path; empty where fullPath is
    QString webUrl; ///< empty where it is not known
    FleetCounts own; ///< of the runners that belong to it
    FleetCounts total; ///< of these and of all below it
    qint32 parent = none; ///< index into PlaceTree::nodes
    quint32 depth = 0;
    quint32 position = 0; ///< among its siblings
    quint32 firstChild = 0; ///< index into PlaceTree::children
    quint32 childCount = 0;
};

/// Flat, from the top down: each node stands before what is below it and behind what is above it.
struct PlaceTree
{
    /// A path of more steps than any server makes stands as one node at the top.
    static constexpr qsizetype deepest = 64;

    std::vector<PlaceNode> nodes;
    std::vector<quint32> children; ///< indexes into nodes; siblings side by side, those at the top first
    quint32 topCount = 0;

    std::span<const quint32> top() const { return std::span(children).first(topCount); }
    std::span<const quint32> childrenOf(const PlaceNode &node) const
    {
        return std::span(children).subspan(node.firstChild, node.childCount);
    }
};

/// The owners of the rows that \a rows matches, with the groups above them. Siblings: the instance, groups, projects,
/// then what is not readable; groups and projects each in natural order of their names.
PlaceTree placeTree(const Fleet &fleet, const FilterMask &rows);

} // namespace Runnerscope
