// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace Runnerscope {

/// What jobs are counted by. The numbers stand in files: new ones go to the end.
enum class FacetKind {
    All = 0,
    TagSet = 1, ///< all tags that a job asks for, as one
    Group = 2, ///< any group above the project of a job
    Project = 3,
    Runner = 4, ///< that runs the job: nothing waits for one runner alone
};

/// Some of the jobs of an instance: those of a project, say.
struct QueueFacet
{
    FacetKind kind = FacetKind::All;
    /// All: empty. TagSet: see tagSetName(). Group, Project: the full path. Runner: its number.
    QString name{};

    friend bool operator==(const QueueFacet &, const QueueFacet &) = default;
    friend std::strong_ordering operator<=>(const QueueFacet &a, const QueueFacet &b)
    {
        return a.kind != b.kind ? a.kind <=> b.kind : a.name.compare(b.name) <=> 0;
    }
};

inline size_t qHash(const QueueFacet &facet, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<int>(facet.kind), facet.name);
}

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::QueueFacet)
