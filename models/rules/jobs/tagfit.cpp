// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/tagfit.h"

#include <algorithm>
#include <numeric>

namespace Runnerscope {

TagFit::TagFit(const TagOffers &offers) :
    m_offers(offers),
    m_shared(offers.size()),
    m_alike(offers.size()),
    m_marks(offers.size())
{
}

void TagFit::set(const WantedTags &wanted)
{
    reset();
    m_wanted = wanted.count;
    if (m_wanted == 0) {
        m_near.resize(m_offers.size());
        std::iota(m_near.begin(), m_near.end(), 0);
        return;
    }
    for (const quint32 tag : wanted.tags) {
        for (const quint32 offer : m_offers.offersWith(tag)) {
            mark(offer);
            ++m_shared[offer];
        }
    }
    for (const quint32 tag : wanted.alike) {
        for (const quint32 offer : m_offers.offersWith(tag)) {
            mark(offer);
            ++m_alike[offer];
        }
    }
    if (wanted.tags.size() + wanted.alike.size() > 1)
        std::ranges::sort(m_near);
}

bool TagFit::fits(quint32 offer) const
{
    return m_wanted == 0 ? m_offers.takesUntagged(offer) : m_shared[offer] == m_wanted;
}

void TagFit::mark(quint32 offer)
{
    if (m_marks[offer] == 0)
        m_near.push_back(offer);
    m_marks[offer] = 1;
}

void TagFit::reset()
{
    for (const quint32 offer : m_near) {
        m_shared[offer] = 0;
        m_alike[offer] = 0;
        m_marks[offer] = 0;
    }
    m_near.clear();
}

} // namespace Runnerscope
