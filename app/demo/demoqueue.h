// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demojobplan.h"
#include "app/fleet/queuearchive.h"

#include <QHash>

namespace Runnerscope {

/// The history of the demo's queue: of the jobs that demoJobs() would have shown at any moment of the last days, had
/// somebody looked; at times nobody did. Keeps nothing that is appended.
class DemoQueue : public QueueArchive
{
public:
    static constexpr std::chrono::days length{8};

    DemoQueue(quint64 seed, ServerTime start);

    /// The demo's clock has come to \a now. What came before stays as the fleet of then made it.
    void follow(const Fleet &fleet, ServerTime now);

    void append(std::vector<QueueSample>, std::vector<JobWait>) override { }
    QueuePoints samples(const QueueFacet &facet, Period period, std::size_t mostPoints) override;
    std::vector<WaitSlice> waits(const QueueFacet &facet, Period period) override;
    std::vector<FacetWaits> waitsBy(FacetKind kind, Period period) override;
    std::vector<JobWait> jobWaits(const QueueFacet &, Period) override { return {}; }
    std::optional<RunningPeak> mostRunning(const QueueFacet &facet) override;

private:
    /// A job from when it came to when it went.
    struct Stay
    {
        ServerTime queuedAt;
        ServerTime startedAt;
        ServerTime endsAt;
        int project;
        int tagSet;
        qint64 runner;
    };
    /// Texts that are known by their numbers.
    struct Names
    {
        int numberOf(const QString &name);
        QStringList all;
        QHash<QString, int> numbers;
    };
    enum class Look { Observed, Reconstructed, Nobody };

    class Wanted;
    struct Counts;

    void add(const DemoJobPlan &plan);
    void forgetOld();
    Look lookAt(ServerTime time) const;
    Counts countsOf(
        const QueueFacet &facet, ServerTime first, std::chrono::milliseconds step, std::size_t moments) const;
    std::vector<QueueFacet> facetsOf(const Stay &stay, FacetKind kind) const;
    template <typename Take>
    void forEachStart(Period period, Take take) const;

    quint64 m_seed;
    ServerTime m_start; ///< of the demo: since then somebody looks
    ServerTime m_from{}; ///< nothing is known of earlier times
    ServerTime m_now{};
    qint64 m_next = 0; ///< number of the next job that passes
    ServerTime m_nextStuck{};
    std::vector<Stay> m_passing; ///< by queuedAt
    std::vector<Stay> m_stuck; ///< likewise
    Names m_projects;
    Names m_tagSets;
};

} // namespace Runnerscope
