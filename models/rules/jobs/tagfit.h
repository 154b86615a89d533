// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/tagoffers.h"

namespace Runnerscope {

/// The tags that a job requires, as codes of the fleet's tags.
struct WantedTags
{
    std::vector<quint32> tags; ///< ascending, each once; those that no runner has are not among them
    std::vector<quint32> alike; ///< tags of runners that may be meant by those that no runner has; most used first
    quint32 count = 0; ///< how many the job requires; more than tags where no runner has some of them
};

/// How far the offers of a fleet fit the tags of one job. For one thread; meant to be set again and again.
class TagFit
{
public:
    explicit TagFit(const TagOffers &offers);

    /// Costs as much as there are offers with one of these tags. For a job without tags: as there are offers.
    void set(const WantedTags &wanted);

    bool fits(quint32 offer) const;
    /// Those that fit, or have at least one of the tags or one alike; for a job without tags all. Ascending.
    const std::vector<quint32> &near() const { return m_near; }
    /// Whether an offer is one of them.
    bool isNear(quint32 offer) const { return m_wanted == 0 || m_marks[offer] != 0; }
    /// How many of the tags an offer has not.
    quint32 missing(quint32 offer) const { return m_wanted - m_shared[offer]; }
    /// How many tags it has that are alike to missing ones.
    quint32 alike(quint32 offer) const { return m_alike[offer]; }

private:
    void reset();
    void mark(quint32 offer);

    const TagOffers &m_offers;
    std::vector<quint32> m_near;
    std::vector<quint32> m_shared; ///< by offer
    std::vector<quint32> m_alike; ///< by offer
    std::vector<quint8> m_marks; ///< by offer
    quint32 m_wanted = 0;
};

} // namespace Runnerscope
