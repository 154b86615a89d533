// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/textdictionary.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace Runnerscope {

/// What the runners of a fleet offer to jobs: sets of tags, with or without jobs that have none. Runners of a fleet
/// share few of them, so that a question about tags is asked once of each.
class TagOffers
{
public:
    explicit TagOffers(const Fleet &fleet);

    std::size_t size() const { return m_takesUntagged.size(); }
    /// Of a row of the fleet.
    quint32 of(std::size_t row) const { return m_offerOfRow[row]; }
    bool takesUntagged(quint32 offer) const { return m_takesUntagged[offer] != 0; }
    /// Codes, ascending.
    std::span<const quint32> tagsOf(quint32 offer) const;
    /// Those with a tag, ascending. Of no tag: none.
    std::span<const quint32> offersWith(quint32 tag) const;

    const TextDictionary &tags() const { return m_tags; }
    /// How many runners have a tag.
    quint32 runnersWith(quint32 tag) const { return m_runnersWithTag[tag]; }

private:
    quint32 offerOf(const Runner &runner);
    void listOffersByTag();

    TextDictionary m_tags;
    std::unordered_map<std::u32string, quint32> m_numbers; ///< by codes, ascending, and a last one: takes untagged
    std::vector<quint32> m_codes;
    std::vector<quint32> m_firstCode{0}; ///< by offer
    std::vector<quint8> m_takesUntagged;
    std::vector<quint32> m_offerOfRow;
    std::vector<quint32> m_runnersWithTag;
    std::vector<quint32> m_offers;
    std::vector<quint32> m_firstOffer; ///< by tag
};

} // namespace Runnerscope
