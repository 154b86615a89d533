// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/foldedtexts.h"

namespace Runnerscope {

/// The searchable texts of a whole fleet: of runners, their owners, creators and all of their managers.
class SearchText
{
public:
    SearchText() = default;
    explicit SearchText(const Fleet &fleet);

    /// Text of the row with this index into Fleet::rows.
    std::string_view row(std::size_t index) const { return m_texts.entry(index); }
    const FoldedTexts &texts() const { return m_texts; }

private:
    FoldedTexts m_texts;
};

} // namespace Runnerscope
