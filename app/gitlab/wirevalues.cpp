// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/wirevalues.h"

#include <charconv>

namespace Runnerscope {

namespace {

/// Above this many distinct texts a hostile or very odd server would only fill the memory.
constexpr std::size_t mostSharedTexts = 100'000;

} // namespace

std::optional<qint64> numberOfGlobalId(std::string_view globalId)
{
    const std::string_view digits = globalId.substr(globalId.rfind('/') + 1); // all of it when there is no slash
    qint64 number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isNumber = error == std::errc() && end == digits.data() + digits.size();
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

QString SharedTexts::of(JsonValue value)
{
    const std::string_view text = value.text();
    if (text.empty())
        return {};
    if (const auto known = m_texts.find(text); known != m_texts.end())
        return known->second;
    if (m_texts.size() >= mostSharedTexts)
        m_texts.clear();
    return m_texts.emplace(text, value.toString()).first->second;
}

} // namespace Runnerscope
