// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/tagoffers.h"

#include <algorithm>
#include <numeric>

namespace Runnerscope {

TagOffers::TagOffers(const Fleet &fleet)
{
    m_offerOfRow.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows)
        m_offerOfRow.push_back(offerOf(*row.runner));
    m_runnersWithTag.resize(m_tags.size());
    for (const quint32 offer : m_offerOfRow) {
        for (const quint32 tag : tagsOf(offer))
            ++m_runnersWithTag[tag];
    }
    listOffersByTag();
}

quint32 TagOffers::offerOf(const Runner &runner)
{
    std::u32string key;
    for (const QString &tag : runner.tags) {
        if (const quint32 code = m_tags.insert(tag); code != TextDictionary::none)
            key += static_cast<char32_t>(code);
    }
    std::ranges::sort(key);
    key.erase(std::unique(key.begin(), key.end()), key.end());
    key += static_cast<char32_t>(runner.runUntagged ? 1 : 0);
    const auto [found, isNew] = m_numbers.emplace(std::move(key), static_cast<quint32>(size()));
    if (isNew) {
        m_codes.insert(m_codes.end(), found->first.begin(), found->first.end() - 1);
        m_firstCode.push_back(static_cast<quint32>(m_codes.size()));
        m_takesUntagged.push_back(runner.runUntagged ? 1 : 0);
    }
    return found->second;
}

void TagOffers::listOffersByTag()
{
    m_firstOffer.assign(m_tags.size() + 1, 0);
    for (const quint32 tag : m_codes)
        ++m_firstOffer[tag + 1];
    std::partial_sum(m_firstOffer.begin(), m_firstOffer.end(), m_firstOffer.begin());
    m_offers.resize(m_codes.size());
    std::vector<quint32> next = m_firstOffer;
    for (quint32 offer = 0; offer < size(); ++offer) {
        for (const quint32 tag : tagsOf(offer))
            m_offers[next[tag]++] = offer;
    }
}

std::span<const quint32> TagOffers::tagsOf(quint32 offer) const
{
    return std::span(m_codes).subspan(m_firstCode[offer], m_firstCode[offer + 1] - m_firstCode[offer]);
}

std::span<const quint32> TagOffers::offersWith(quint32 tag) const
{
    return std::span(m_offers).subspan(m_firstOffer[tag], m_firstOffer[tag + 1] - m_firstOffer[tag]);
}

} // namespace Runnerscope
