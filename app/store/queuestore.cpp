// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuestore.h"

#include "app/store/queueread.h"
#include "app/store/waitread.h"
#include "models/rules/queue/queuethinning.h"

#include <iterator>
#include <utility>

namespace Runnerscope {

/// The queries with which the file is read.
struct QueueStore::Reading
{
    explicit Reading(Database &database) :
        facets(database),
        blocks(database),
        waits(database)
    {
    }

    QueueFacetBook facets;
    QueueBlocks blocks;
    WaitBlocks waits;
};

QueueStore::QueueStore(StoreFile &file, LogCopy &copy, InstanceId instance, Owner owner) :
    m_file(file),
    m_copy(copy),
    m_instance(instance),
    m_owner(std::move(owner))
{
    m_turn.setSingleShot(true);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { turn(); });
}

QueueStore::~QueueStore() = default;

void QueueStore::append(std::vector<QueueSample> samples, std::vector<JobWait> waits)
{
    if (!m_file.isWriter() && !m_owner.takeOver())
        return;
    m_waiting.samples.insert(
        m_waiting.samples.end(), std::make_move_iterator(samples.begin()), std::make_move_iterator(samples.end()));
    m_waiting.waits.insert(
        m_waiting.waits.end(), std::make_move_iterator(waits.begin()), std::make_move_iterator(waits.end()));
    dropExcess();
    m_turn.start(0);
}

void QueueStore::dropExcess()
{
    constexpr std::size_t mostWaits = 200'000;
    while (m_waiting.samples.size() > mostWaiting)
        m_waiting.samples.pop_front();
    if (m_waiting.waits.size() > mostWaits)
        m_waiting.waits.erase(m_waiting.waits.begin(), m_waiting.waits.end() - mostWaits);
}

void QueueStore::finish(std::chrono::steady_clock::time_point deadline)
{
    while (!m_waiting.isEmpty() && std::chrono::steady_clock::now() < deadline && turn()) { }
}

/// False: it could not be written.
bool QueueStore::turn()
{
    if (!m_file.isWriter()) {
        m_waiting = {};
        return true;
    }
    if (!m_writer)
        m_writer.emplace(m_file.database());
    if (!m_writer->writeSlice(m_waiting, slice)) {
        handleWriteFailure();
        return false;
    }
    m_copy.start();
    if (!m_waiting.isEmpty() || m_writer->isBusy())
        m_turn.start(0);
    return true;
}

/// What was not written is tried again with the next sample.
void QueueStore::handleWriteFailure()
{
    const SqlFailure failure = m_file.database().failure();
    if (failure.kind != SqlFailure::Kind::Damaged) {
        m_file.report(failure);
        return;
    }
    forgetFile();
    m_owner.damaged();
    m_turn.start(0); // into the new one
}

void QueueStore::forgetFile()
{
    m_writer.reset();
    m_reading.reset();
}

template <typename Read>
auto QueueStore::reading(Read read)
{
    using Result = decltype(read(std::declval<Reading &>()));
    if (!m_file.isReadable() && !m_file.open(StoreFile::Access::Read))
        return Result{};
    if (!m_reading)
        m_reading = std::make_unique<Reading>(m_file.database());
    const Transaction moment(m_file.database(), Transaction::For::Reading);
    return moment.begun() ? read(*m_reading) : Result{};
}

QueuePoints QueueStore::samples(const QueueFacet &facet, Period period, std::size_t mostPoints)
{
    return reading([&](Reading &read) {
        return thinned(readPoints(read.blocks, read.facets, facet, period), period, mostPoints);
    });
}

std::vector<WaitSlice> QueueStore::waits(const QueueFacet &facet, Period period)
{
    return reading([&](Reading &read) { return WaitRead(read.waits, read.facets).slices(facet, period); });
}

std::vector<FacetWaits> QueueStore::waitsBy(FacetKind kind, Period period)
{
    return reading([&](Reading &read) { return WaitRead(read.waits, read.facets).byFacet(kind, period); });
}

std::vector<JobWait> QueueStore::jobWaits(const QueueFacet &facet, Period period)
{
    return reading([&](Reading &read) { return WaitRead(read.waits, read.facets).single(facet, period, m_instance); });
}

std::optional<RunningPeak> QueueStore::mostRunning(const QueueFacet &facet)
{
    return reading([&](Reading &read) { return readPeak(m_file.database(), read.facets, facet); });
}

} // namespace Runnerscope
