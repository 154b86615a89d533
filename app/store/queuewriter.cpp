// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuewriter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Runnerscope {

namespace {

qint64 millisecondsOf(ServerTime time)
{
    return time.time_since_epoch().count();
}

QueueLevel levelOf(const QueueDepth &depth, ServerTime moment)
{
    const auto number = [](qint64 jobs) { return std::max<qint64>(0, jobs); };
    QueueLevel level{{number(depth.pending), number(depth.pending)}, {number(depth.running), number(depth.running)}};
    if (depth.pending > 0 && depth.oldestQueuedAt)
        level.longestWait = std::max<qint64>(0, millisecondsOf(moment) - millisecondsOf(*depth.oldestQueuedAt));
    return level;
}

bool isObserved(const QueueSample &sample)
{
    return sample.source == QueueSample::Source::Observed;
}

QueueStretch lookOf(const QueueSample &sample)
{
    constexpr std::chrono::milliseconds shortest{100};
    constexpr std::chrono::hours longest{1}; // of a block
    const qint64 at = millisecondsOf(sample.moment);
    const auto interval = std::clamp<std::chrono::milliseconds>(sample.interval, shortest, longest);
    return {at, at + reachOf(interval).count(), 0, sample.certainty, sample.facetCertainty, !isObserved(sample)};
}

} // namespace

QueueWriter::QueueWriter(Database &database) :
    m_database(database),
    m_facets(database),
    m_blocks(database),
    m_waits(database),
    m_thinner(database, m_blocks, m_facets),
    m_peak(database.prepared(QStringLiteral("INSERT INTO queue_peak (facet, running, moment) VALUES (?, ?, ?) "
                                            "ON CONFLICT (facet) DO UPDATE SET running = excluded.running, "
                                            "moment = excluded.moment WHERE excluded.running > running")))
{
}

bool QueueWriter::notWritten()
{
    m_facets.forget();
    m_peaks.clear();
    m_hour.reset();
    m_thinner.abandon();
    return false;
}

bool QueueWriter::writeSlice(Batch &batch, std::chrono::milliseconds budget)
{
    const auto deadline = Clock::now() + budget;
    Transaction transaction(m_database, Transaction::For::Writing);
    if (!transaction.begun())
        return false;
    std::size_t written = 0;
    while (written < batch.samples.size() && (written == 0 || Clock::now() < deadline)) {
        if (!writeSample(batch.samples[written++]))
            return notWritten();
    }
    const bool isLast = written == batch.samples.size();
    if (isLast && !writeWaits(batch.waits))
        return notWritten();
    if (isLast && !thinUntil(deadline))
        return notWritten();
    if (!transaction.commit())
        return notWritten();
    batch.samples.erase(batch.samples.begin(), batch.samples.begin() + static_cast<std::ptrdiff_t>(written));
    if (!isLast)
        return true;
    constexpr qsizetype mostKnown = 200'000;
    if (m_knownJobs.size() > mostKnown)
        m_knownJobs.clear();
    for (const JobWait &wait : std::exchange(batch.waits, {}))
        m_knownJobs.insert(wait.job.number);
    return true;
}

const QueueWriter::Hour &QueueWriter::hourOf(qint64 moment)
{
    const qint64 begin = floorTo(moment, queueTiers[looksTier].block);
    if (m_hour && m_hour->begin == begin)
        return *m_hour;
    m_hour = {begin, m_blocks.stretchesAt(looksTier, begin), false};
    const qint64 end = begin + queueTiers[looksTier].block;
    for (int tier = looksTier + 1; m_hour->looks.empty() && tier < runnersTier; ++tier) {
        for (const auto &[start, stretches] : m_blocks.stretches(tier, begin, end))
            m_hour->closed |= std::ranges::any_of(
                stretches, [&](const QueueStretch &stretch) { return stretch.at < end && stretch.end > begin; });
    }
    return *m_hour;
}

/// Of a moment the first observed sample counts; a reconstructed one only where no other look is near.
bool QueueWriter::isWanted(const QueueSample &sample)
{
    const qint64 moment = millisecondsOf(sample.moment);
    const qint64 near = isObserved(sample) ? 1 : std::max<qint64>(1, sample.interval.count());
    const Hour &hour = hourOf(moment);
    if (hour.closed)
        return false;
    const auto excludes = [&](const QueueStretch &look) {
        return std::abs(look.at - moment) < near && !(isObserved(sample) && look.reconstructed);
    };
    if (std::ranges::any_of(hour.looks, excludes))
        return false;
    const auto samples = m_blocks.samples(moment - near + 1, moment + near);
    return std::ranges::none_of(samples, [&](const auto &entry) {
        StoredSample known;
        return decodeSample(entry.second, entry.first, known) && excludes(known.look);
    });
}

bool QueueWriter::writeSample(const QueueSample &sample)
{
    m_now = millisecondsOf(sample.moment);
    m_thinningDue = true;
    if (!isWanted(sample))
        return true;
    StoredSample stored{lookOf(sample), levelOf(sample.all, sample.moment), {}};
    for (const FacetDepth &facet : sample.facets) {
        const auto number = m_facets.add(facet.facet);
        if (!number)
            return false;
        if (*number != 0)
            stored.facets.emplace_back(*number, levelOf(facet.depth, sample.moment));
        if (!notePeak(*number, facet.depth.running, m_now))
            return false;
    }
    std::ranges::sort(stored.facets, {}, [](const auto &entry) { return entry.first; });
    m_thinner.abandonHour(floorTo(m_now, queueTiers[looksTier].block));
    return notePeak(0, sample.all.running, m_now) && m_blocks.putSample(m_now, encodeSample(stored));
}

bool QueueWriter::notePeak(FacetNumber facet, qint64 running, qint64 moment)
{
    if (running <= 0 || running <= m_peaks.value(facet))
        return true;
    m_peaks.insert(facet, running);
    m_peak.bindValue(0, facet);
    m_peak.bindValue(1, running);
    m_peak.bindValue(2, moment);
    return m_database.execute(m_peak);
}

/// Nothing: it could not be written.
std::optional<StoredWait> QueueWriter::stored(const JobWait &wait)
{
    StoredWait stored;
    stored.job = wait.job.number;
    stored.startedAt = millisecondsOf(wait.startedAt);
    stored.waited = std::max<qint64>(0, wait.waited().count());
    stored.runner = wait.runner ? wait.runner->number : 0;
    stored.manager = wait.manager;
    if (wait.project.isEmpty())
        return stored;
    const auto project = m_facets.add({FacetKind::Project, wait.project});
    const auto tagSet = m_facets.add({FacetKind::TagSet, wait.tagSet});
    if (!project || !tagSet)
        return std::nullopt;
    stored.project = *project;
    stored.tagSet = *tagSet;
    return stored;
}

bool QueueWriter::writeWaits(const std::vector<JobWait> &waits)
{
    std::map<qint64, StoredWaits> blocks;
    for (const JobWait &wait : waits) {
        if (m_knownJobs.contains(wait.job.number))
            continue;
        const auto one = stored(wait);
        if (!one)
            return false;
        blocks[floorTo(one->startedAt, waitTiers[0].block)].push_back(*one);
    }
    for (auto &[begin, block] : blocks) {
        std::ranges::sort(block, {}, &StoredWait::job);
        const auto sameJob = [](const StoredWait &a, const StoredWait &b) { return a.job == b.job; };
        block.erase(std::unique(block.begin(), block.end(), sameJob), block.end());
        if (!m_waits.add(begin, block))
            return false;
    }
    return true;
}

bool QueueWriter::thinUntil(Clock::time_point deadline)
{
    while (m_thinningDue && Clock::now() < deadline) {
        if (m_thinner.isBusy() || m_thinner.isDue(m_now)) {
            m_hour.reset();
            if (!m_thinner.step(m_now))
                return false;
        } else if (m_waits.isThinnable(m_now)) {
            if (!m_waits.thinOne(m_now))
                return false;
        } else {
            m_thinningDue = false;
        }
    }
    return true;
}

} // namespace Runnerscope
