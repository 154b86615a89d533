// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/backoff.h"

#include <algorithm>
#include <cstdint>

namespace Runnerscope {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest) :
    m_first(first),
    m_longest(longest)
{
}

std::chrono::milliseconds Backoff::failed(double chance)
{
    constexpr int mostDoublings = 20;
    const auto wait = std::min(m_longest, m_first * (std::int64_t{1} << std::min(m_failures, mostDoublings)));
    ++m_failures;
    return std::chrono::round<std::chrono::milliseconds>(wait * (1.0 - std::clamp(chance, 0.0, 1.0) / 2));
}

} // namespace Runnerscope
