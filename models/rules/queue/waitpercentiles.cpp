// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/waitpercentiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace Runnerscope {

namespace {

using std::chrono::milliseconds;

/// The first class ends here; each of the others is this much longer than the one before.
constexpr double firstClass = 1000;
constexpr double growth = (1 + waitRoundingShare) / (1 - waitRoundingShare);

/// The wait of the job at \a place, from 1, when all stand in a row.
milliseconds waitAt(const WaitCounts &waits, qint64 place)
{
    for (const auto &[wait, count] : waits) {
        place -= count;
        if (place <= 0)
            return wait;
    }
    return waits.back().wait;
}

} // namespace

int waitClass(milliseconds wait)
{
    const auto length = static_cast<double>(wait.count());
    if (length < firstClass)
        return 0;
    const double number = 1 + std::floor(std::log(length / firstClass) / std::log(growth));
    return static_cast<int>(std::min(number, waitClasses - 1.0));
}

milliseconds waitOfClass(int number)
{
    static const auto middles = [] {
        std::array<milliseconds, waitClasses> all{};
        all[0] = milliseconds(static_cast<qint64>(firstClass / 2));
        for (int i = 1; i < waitClasses; ++i) {
            const double begin = firstClass * std::pow(growth, i - 1);
            // As far from its begin as from its end, in shares of each.
            all[static_cast<std::size_t>(i)] = milliseconds(std::llround(begin * 2 * growth / (1 + growth)));
        }
        return all;
    }();
    return middles[static_cast<std::size_t>(std::clamp(number, 0, waitClasses - 1))];
}

WaitCounts countsOf(std::vector<milliseconds> waits)
{
    std::ranges::sort(waits);
    WaitCounts counts;
    counts.reserve(waits.size());
    for (const milliseconds wait : waits) {
        if (counts.empty() || counts.back().wait != wait)
            counts.push_back({wait, 0});
        ++counts.back().jobs;
    }
    return counts;
}

void addTo(WaitCounts &counts, const WaitCounts &more)
{
    if (counts.empty() || more.empty()) {
        counts.insert(counts.end(), more.begin(), more.end());
        return;
    }
    WaitCounts all;
    all.reserve(counts.size() + more.size());
    std::ranges::merge(counts, more, std::back_inserter(all), {}, &WaitCount::wait, &WaitCount::wait);
    counts.clear();
    for (const WaitCount &one : all) {
        if (counts.empty() || counts.back().wait != one.wait)
            counts.push_back(one);
        else
            counts.back().jobs += one.jobs;
    }
}

WaitPercentiles percentilesOf(const WaitCounts &waits)
{
    WaitPercentiles result;
    for (const auto &[wait, count] : waits)
        result.jobs += count;
    if (result.jobs == 0)
        return {};
    const auto percentile = [&](qint64 percent) {
        return waitAt(waits, std::max<qint64>(1, (result.jobs * percent + 99) / 100));
    };
    result.p50 = percentile(50);
    result.p90 = percentile(90);
    result.p95 = percentile(95);
    result.p99 = percentile(99);
    result.longest = waits.back().wait;
    return result;
}

} // namespace Runnerscope
