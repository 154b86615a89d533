// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/queuearchive.h"
#include "app/store/logcopy.h"
#include "app/store/queuewriter.h"
#include "app/store/storefile.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace Runnerscope {

/// The QueueArchive in the file of a FleetStore, which says what becomes of the file.
///
/// Who is not the writer keeps nothing: the one that is sees the same queue. When that one has gone, the next look
/// makes this the writer. What waits is written by a timer of the
/// thread, a few milliseconds at a time, and thinned likewise.
class QueueStore : public QueueArchive
{
public:
    /// How long one turn of the event loop is held up, about.
    static constexpr std::chrono::milliseconds slice{10};
    /// More samples than these do not wait for a disk that is full: the oldest are dropped.
    static constexpr std::size_t mostWaiting = 1'000;

    /// What becomes of the file, said by its owner.
    struct Owner
    {
        std::function<void()> damaged; ///< called when the file turns out to be so, after forgetFile()
        std::function<bool()> takeOver; ///< becomes the writer if no other program is any more; whether it is
    };

    /// All outlive this.
    QueueStore(StoreFile &file, LogCopy &copy, InstanceId instance, Owner owner);
    ~QueueStore() override;
    Q_DISABLE_COPY_MOVE(QueueStore)

    void append(std::vector<QueueSample> samples, std::vector<JobWait> waits) override;
    QueuePoints samples(const QueueFacet &facet, Period period, std::size_t mostPoints) override;
    std::vector<WaitSlice> waits(const QueueFacet &facet, Period period) override;
    std::vector<FacetWaits> waitsBy(FacetKind kind, Period period) override;
    std::vector<JobWait> jobWaits(const QueueFacet &facet, Period period) override;
    std::optional<RunningPeak> mostRunning(const QueueFacet &facet) override;

    /// Whether something is about to be written or thinned; not so while it waits for room on the disk.
    bool isKeeping() const { return m_turn.isActive(); }
    /// Writes what waits, if that can be done until \a deadline.
    void finish(std::chrono::steady_clock::time_point deadline);
    /// Lets go of the file, which is about to be closed.
    void forgetFile();

private:
    struct Reading;

    bool turn();
    void dropExcess();
    void handleWriteFailure();
    /// Calls \a read within a transaction, or not at all.
    template <typename Read>
    auto reading(Read read);

    StoreFile &m_file;
    LogCopy &m_copy;
    InstanceId m_instance;
    Owner m_owner;
    QueueWriter::Batch m_waiting;
    std::optional<QueueWriter> m_writer;
    std::unique_ptr<Reading> m_reading;
    QTimer m_turn;
};

} // namespace Runnerscope
