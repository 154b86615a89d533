// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/suspecthosts.h"

#include <algorithm>
#include <cmath>

namespace Runnerscope {

namespace {

constexpr double rare = 0.01;

/// Logarithms of factorials, up to that of \a most.
class LogFactorials
{
public:
    explicit LogFactorials(int most) :
        m_logs(static_cast<std::size_t>(most) + 1, 0.0)
    {
        for (std::size_t n = 2; n < m_logs.size(); ++n)
            m_logs[n] = m_logs[n - 1] + std::log(static_cast<double>(n));
    }

    double choose(int n, int k) const { return at(n) - at(k) - at(n - k); }

private:
    double at(int n) const { return m_logs[static_cast<std::size_t>(n)]; }

    std::vector<double> m_logs;
};

FailureShare operator+(FailureShare a, FailureShare b)
{
    return {a.finished + b.finished, a.failed + b.failed};
}

} // namespace

double chanceOfAtLeast(int hits, int drawn, int marked, int all)
{
    const LogFactorials logs(all);
    const double ways = logs.choose(all, drawn);
    double chance = 0;
    for (int n = std::max(hits, drawn + marked - all); n <= std::min(drawn, marked); ++n)
        chance += std::exp(logs.choose(marked, n) + logs.choose(all - marked, drawn - n) - ways);
    return std::min(chance, 1.0);
}

/// The hosts were not chosen blindly: every choice of as many, and every number of them, had its chance.
std::size_t suspectHosts(const std::vector<FailureShare> &hosts)
{
    FailureShare all;
    for (const FailureShare &host : hosts)
        all = all + host;
    const auto count = static_cast<int>(hosts.size());
    const LogFactorials logs(count);
    std::size_t suspects = 0;
    double least = rare;
    FailureShare worse;
    for (int i = 1; i < count; ++i) {
        worse = worse + hosts[static_cast<std::size_t>(i - 1)];
        const FailureShare others{all.finished - worse.finished, all.failed - worse.failed};
        const bool twice = qint64(worse.failed) * others.finished >= 2 * qint64(others.failed) * worse.finished;
        const double choices = std::exp(logs.choose(count, i)) * (count - 1);
        const double chance = choices * chanceOfAtLeast(worse.failed, worse.finished, all.failed, all.finished);
        if (twice && chance < least) {
            least = chance;
            suspects = static_cast<std::size_t>(i);
        }
    }
    return suspects;
}

} // namespace Runnerscope
