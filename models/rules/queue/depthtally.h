// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuesample.h"
#include "models/rules/queue/jobfacets.h"

namespace Runnerscope {

/// Counts jobs by their facets.
class DepthTally
{
public:
    void addPending(const Job &job);
    void addRunning(const Job &job);

    QueueSample sampleAt(ServerTime moment) const;

private:
    QueueDepth &depth(int facet);

    JobFacets m_facets;
    QueueDepth m_all;
    std::vector<QueueDepth> m_depths; ///< by the numbers of m_facets
};

} // namespace Runnerscope
