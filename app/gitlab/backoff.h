// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Runnerscope {

/// How long to wait after failures in a row: doubling from the first wait up to the longest, with up to a half taken
/// off at random, so that many programs do not come back at the same moment.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest);

    /// \a chance lies in 0 to 1.
    std::chrono::milliseconds failed(double chance);
    void succeeded() { m_failures = 0; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    int m_failures = 0;
};

} // namespace Runnerscope
