// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace Runnerscope {

/// Random numbers that are the same on every machine: splitmix64, with its own mapping to ranges, since what the
/// standard library's distributions make of the same bits differs between implementations.
class DemoRandom
{
public:
    explicit constexpr DemoRandom(quint64 seed) :
        m_state(seed)
    {
    }

    constexpr quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// From 0 up to \a limit, which must be positive and is not reached.
    constexpr int below(int limit) { return static_cast<int>(((next() >> 32) * static_cast<quint64>(limit)) >> 32); }
    /// Both ends included; \a low where the range is empty.
    constexpr int between(int low, int high) { return low < high ? low + below(high - low + 1) : low; }
    constexpr bool chance(int perThousand) { return below(1000) < perThousand; }

    template <typename Range>
    constexpr const auto &pick(const Range &range)
    {
        return *std::next(std::begin(range), below(static_cast<int>(std::size(range))));
    }

private:
    quint64 m_state;
};

} // namespace Runnerscope
