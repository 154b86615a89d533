// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"
#include "app/fleet/queuearchive.h"
#include "app/gitlab/gitlabfleetservice.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace Runnerscope::Test {

/// What was to be kept of the queue. Outlives the archives that fill it.
struct KeptQueue
{
    std::vector<QueueSample> samples;
    std::vector<JobWait> waits;

    /// Makes archives that keep their queue in here, and no fleet.
    GitLabFleetService::MakeArchive archive();
};

class QueueOnly : public FleetArchive, public QueueArchive
{
public:
    explicit QueueOnly(KeptQueue &kept) :
        m_kept(kept)
    {
    }

    void setTroubleListener(TroubleListener) override { }
    FleetPtr load() override { return nullptr; }
    void keep(const FleetPtr &) override { }
    RunnerHistory history(RunnerId) override { return {}; }
    QByteArray note(const QString &) const override { return {}; }
    void setNote(const QString &, const QByteArray &) override { }
    QueueArchive *queue() override { return this; }

    void append(std::vector<QueueSample> samples, std::vector<JobWait> waits) override
    {
        std::ranges::move(samples, std::back_inserter(m_kept.samples));
        std::ranges::move(waits, std::back_inserter(m_kept.waits));
        std::ranges::stable_sort(m_kept.samples, {}, &QueueSample::moment);
    }
    /// One for each sample of the time, whatever the facet.
    QueuePoints samples(const QueueFacet &, Period period, std::size_t) override
    {
        QueuePoints points;
        for (const QueueSample &sample : m_kept.samples) {
            if (sample.moment < period.from || sample.moment >= period.to)
                continue;
            points.emplace_back();
            points.back().start = sample.moment;
            points.back().end = sample.moment + reachOf(sample.interval);
        }
        return points;
    }
    std::vector<WaitSlice> waits(const QueueFacet &, Period) override { return {}; }
    std::vector<FacetWaits> waitsBy(FacetKind, Period) override { return {}; }
    std::vector<JobWait> jobWaits(const QueueFacet &, Period) override { return {}; }
    std::optional<RunningPeak> mostRunning(const QueueFacet &) override { return std::nullopt; }

private:
    KeptQueue &m_kept;
};

inline GitLabFleetService::MakeArchive KeptQueue::archive()
{
    return [this](const QString &, const QString &) { return std::make_unique<QueueOnly>(*this); };
}

} // namespace Runnerscope::Test
