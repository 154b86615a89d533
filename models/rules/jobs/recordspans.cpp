// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/recordspans.h"

#include "models/rules/jobs/hosttally.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

std::chrono::milliseconds stepFor(std::chrono::milliseconds length)
{
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::milliseconds, 9> steps{1min, 5min, 15min, 1h, 6h, 24h, 168h, 720h, 2160h};
    const auto fits = [length](std::chrono::milliseconds step) { return length / step + 2 <= RecordTime::mostSpans; };
    const auto step = std::ranges::find_if(steps, fits);
    return step != steps.end() ? *step : std::chrono::milliseconds(length / (RecordTime::mostSpans - 2));
}

} // namespace

RecordTime::RecordTime(std::vector<JobPtr> finished) :
    m_finished(std::move(finished))
{
    if (m_finished.empty())
        return;
    const auto [first, last] = std::ranges::minmax(m_finished, {}, [](const JobPtr &job) { return *job->finishedAt; });
    m_step = stepFor(*last->finishedAt - *first->finishedAt);
    m_first = numberOf(*first->finishedAt);
    m_count = numberOf(*last->finishedAt) - m_first + 1;
}

RecordSpans RecordTime::spans(const std::function<bool(const Job &)> &counts) const
{
    std::vector<HostTally> tallies(static_cast<std::size_t>(m_count));
    for (const JobPtr &job : m_finished) {
        if (counts(*job))
            tallies[static_cast<std::size_t>(numberOf(*job->finishedAt) - m_first)].add(*job);
    }
    RecordSpans spans;
    qint64 number = m_first;
    for (const HostTally &tally : tallies) {
        const HostRecord record = tally.record();
        const Period period{ServerTime(number * m_step), ServerTime((number + 1) * m_step)};
        spans.push_back({period, record.finished, record.failed, record.waited, record.ran});
        ++number;
    }
    return spans;
}

} // namespace Runnerscope
