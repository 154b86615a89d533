// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuethinner.h"
#include "app/store/waitblocks.h"
#include "models/domain/jobwait.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <deque>
#include <optional>

namespace Runnerscope {

/// Writes the history of the queue, piece by piece, and thins it. After each slice the file is right. Gone before the
/// file is closed.
class QueueWriter
{
public:
    /// What waits to be written.
    struct Batch
    {
        std::deque<QueueSample> samples;
        std::vector<JobWait> waits;

        bool isEmpty() const { return samples.empty() && waits.empty(); }
    };

    explicit QueueWriter(Database &database);

    /// One transaction that takes about as long as \a budget; takes from \a batch what it has written. False: nothing
    /// was written; see the failure of the database.
    bool writeSlice(Batch &batch, std::chrono::milliseconds budget);
    /// Whether something is to be thinned.
    bool isBusy() const { return m_thinningDue; }

private:
    using Clock = std::chrono::steady_clock;

    /// An hour of which samples come.
    struct Hour
    {
        qint64 begin;
        Stretches looks; ///< in a block already
        bool closed; ///< thinned: too late
    };

    bool writeSample(const QueueSample &sample);
    bool isWanted(const QueueSample &sample);
    const Hour &hourOf(qint64 moment);
    bool notePeak(FacetNumber facet, qint64 running, qint64 moment);
    bool writeWaits(const std::vector<JobWait> &waits);
    std::optional<StoredWait> stored(const JobWait &wait);
    bool thinUntil(Clock::time_point deadline);
    bool notWritten();

    Database &m_database;
    QueueFacetBook m_facets;
    QueueBlocks m_blocks;
    WaitBlocks m_waits;
    QueueThinner m_thinner;
    QSqlQuery m_peak;
    QHash<FacetNumber, qint64> m_peaks; ///< no peak in the file is lower
    QSet<qint64> m_knownJobs; ///< whose wait is in the file: those that run are seen again with each look
    std::optional<Hour> m_hour;
    qint64 m_now = 0; ///< the moment of the last sample
    bool m_thinningDue = false;
};

} // namespace Runnerscope
