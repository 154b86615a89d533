// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuefacetbook.h"
#include "app/store/waitblocks.h"
#include "app/store/waittable.h"
#include "models/domain/jobwait.h"

#include <QSet>

#include <vector>

namespace Runnerscope {

/// Reads waits by the start of their jobs, within a transaction of the caller. Of a time in which they are counted an
/// hour or a day belongs to a period when it begins in it.
class WaitRead
{
public:
    WaitRead(WaitBlocks &blocks, QueueFacetBook &facets) :
        m_blocks(blocks),
        m_facets(facets)
    {
    }

    std::vector<WaitSlice> slices(const QueueFacet &facet, Period period);
    std::vector<FacetWaits> byFacet(FacetKind kind, Period period);
    std::vector<JobWait> single(const QueueFacet &facet, Period period, InstanceId instance);

private:
    using Found = QHash<QueueFacet, WaitCounts>;

    QSet<FacetNumber> numbersOf(const QueueFacet &facet);
    /// Those of single jobs.
    template <typename Take>
    void readSingle(Period period, Take take);
    Found byRunner(Period period);
    std::vector<WaitCounts> singleBy(const WaitTargets &targets, bool byTagSet, Period period);
    /// By any other kind than runners.
    Found byCounted(FacetKind kind, Period period);

    WaitBlocks &m_blocks;
    QueueFacetBook &m_facets;
};

} // namespace Runnerscope
