// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/depthtally.h"

#include <algorithm>

namespace Runnerscope {

namespace {

void addOnePending(QueueDepth &depth, OptionalTime queuedAt)
{
    ++depth.pending;
    if (queuedAt)
        depth.oldestQueuedAt = depth.oldestQueuedAt ? std::min(*depth.oldestQueuedAt, *queuedAt) : *queuedAt;
}

} // namespace

QueueDepth &DepthTally::depth(int facet)
{
    if (m_depths.size() < m_facets.facets().size())
        m_depths.resize(m_facets.facets().size());
    return m_depths[static_cast<std::size_t>(facet)];
}

void DepthTally::addPending(const Job &job)
{
    addOnePending(m_all, job.queuedAt);
    for (const int facet : m_facets.of(job, false))
        addOnePending(depth(facet), job.queuedAt);
}

void DepthTally::addRunning(const Job &job)
{
    ++m_all.running;
    for (const int facet : m_facets.of(job, true))
        ++depth(facet).running;
}

QueueSample DepthTally::sampleAt(ServerTime moment) const
{
    QueueSample sample;
    sample.moment = moment;
    sample.all = m_all;
    for (std::size_t i = 0; i < m_depths.size(); ++i) {
        if (!m_depths[i].isEmpty())
            sample.facets.push_back({m_facets.facets()[i], m_depths[i]});
    }
    std::ranges::sort(sample.facets, {}, &FacetDepth::facet);
    return sample;
}

} // namespace Runnerscope
