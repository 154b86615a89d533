// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuetrack.h"

#include "app/store/bytes.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// The first number of everything that is encoded here.
constexpr quint64 version = 1;
/// No number of jobs or milliseconds is larger, whatever damaged bytes say.
constexpr quint64 largest = quint64(1) << 52U;

qint64 bounded(ByteReader &reader)
{
    return static_cast<qint64>(std::min(reader.number(), largest));
}

/// \a number, to which a difference is added.
qint64 changed(qint64 number, ByteReader &reader)
{
    constexpr auto most = static_cast<qint64>(largest);
    return std::clamp(number + std::clamp(unzigzag(reader.number()), -most, most), qint64(0), most);
}

quint64 flagsOf(const QueueStretch &stretch)
{
    const auto code = [](CountCertainty c) {
        return static_cast<quint64>(c.pending) | static_cast<quint64>(c.running) << 2U;
    };
    return code(stretch.certainty) | code(stretch.facetCertainty) << 4U | quint64(stretch.reconstructed) << 8U;
}

CountCertainty certaintyIn(quint64 flags)
{
    const auto one = [](quint64 code) { return static_cast<Certainty>(std::min<quint64>(code & 3U, 2)); };
    return {one(flags), one(flags >> 2U)};
}

void setFlags(QueueStretch &stretch, quint64 flags)
{
    stretch.certainty = certaintyIn(flags);
    stretch.facetCertainty = certaintyIn(flags >> 4U);
    stretch.reconstructed = flags >> 8U & 1U;
}

qint64 unitOf(int tier)
{
    return std::max<qint64>(1, queueTiers[static_cast<std::size_t>(tier)].width);
}

void writeLevel(ByteWriter &writer, const QueueLevel &level)
{
    writer.number(static_cast<quint64>(level.pending.high));
    writer.number(static_cast<quint64>(level.running.high));
    if (level.pending.high > 0)
        writer.number(static_cast<quint64>(level.longestWait + 1));
}

QueueLevel readLevel(ByteReader &reader)
{
    QueueLevel level;
    level.pending.low = level.pending.high = bounded(reader);
    level.running.low = level.running.high = bounded(reader);
    if (level.pending.high > 0)
        level.longestWait = bounded(reader) - 1;
    return level;
}

/// One change of a track, as it is written: of looks a wait is told by when it began, which changes seldom.
struct Step
{
    QueueLevel level;
    qint64 waitsSince = -1; ///< in the tier of looks; else -1

    friend bool operator==(const Step &, const Step &) = default;
};

Step stepAt(const QueueStretch &stretch, const QueueLevel &level, int tier)
{
    Step step{level};
    if (tier == looksTier) {
        step.waitsSince = level.longestWait < 0 ? -1 : stretch.at - level.longestWait;
        step.level.longestWait = -1;
    } else {
        step.level.longestWait = std::max<qint64>(level.longestWait, 0) / Duration::second * Duration::second;
    }
    return step;
}

void writeStep(ByteWriter &writer, const Step &step, const Step &before, qint64 at, int tier)
{
    writer.number(zigzag(step.level.pending.high - before.level.pending.high));
    writer.number(zigzag(step.level.running.high - before.level.running.high));
    if (tier == looksTier) {
        writer.number(step.waitsSince < 0              ? 0
                : step.waitsSince == before.waitsSince ? 1
                                                       : 2 + static_cast<quint64>(at - step.waitsSince));
        return;
    }
    writer.number(static_cast<quint64>(step.level.pending.high - step.level.pending.low));
    writer.number(static_cast<quint64>(step.level.running.high - step.level.running.low));
    writer.number(static_cast<quint64>(step.level.longestWait / Duration::second));
}

void readStep(ByteReader &reader, Step &step, qint64 at, int tier)
{
    QueueLevel &level = step.level;
    level.pending.high = changed(level.pending.high, reader);
    level.running.high = changed(level.running.high, reader);
    level.pending.low = level.pending.high;
    level.running.low = level.running.high;
    if (tier == looksTier) {
        const qint64 wait = bounded(reader);
        if (wait != 1)
            step.waitsSince = wait == 0 ? -1 : at - (wait - 2);
        return;
    }
    level.pending.low = std::max<qint64>(0, level.pending.high - bounded(reader));
    level.running.low = std::max<qint64>(0, level.running.high - bounded(reader));
    level.longestWait = std::min(bounded(reader), static_cast<qint64>(largest / 1000)) * Duration::second;
}

QueueLevel levelOf(const Step &step, qint64 at, int tier)
{
    QueueLevel level = step.level;
    if (tier == looksTier)
        level.longestWait = step.waitsSince < 0 ? -1 : std::max<qint64>(0, at - step.waitsSince);
    return level;
}

} // namespace

QByteArray encodeSample(const StoredSample &sample)
{
    ByteWriter writer;
    writer.number(version);
    writer.number(static_cast<quint64>(sample.look.end - sample.look.at));
    writer.number(flagsOf(sample.look));
    writeLevel(writer, sample.all);
    writer.number(sample.facets.size());
    FacetNumber last = 0;
    for (const auto &[facet, level] : sample.facets) {
        writer.number(static_cast<quint64>(facet - std::exchange(last, facet)));
        writeLevel(writer, level);
    }
    return writer.written();
}

bool decodeSample(const QByteArray &bytes, qint64 moment, StoredSample &sample)
{
    ByteReader reader(bytes.constData(), bytes.size());
    sample = {};
    if (reader.number() != version)
        return false;
    sample.look.at = moment;
    sample.look.end = moment + bounded(reader);
    setFlags(sample.look, reader.number());
    sample.all = readLevel(reader);
    FacetNumber facet = 0;
    for (quint64 left = reader.number(); left > 0 && reader.ok(); --left) {
        const qint64 step = bounded(reader);
        if (step == 0 || facet > static_cast<qint64>(largest)) // they ascend
            return false;
        facet += step;
        sample.facets.emplace_back(facet, readLevel(reader));
    }
    return reader.ok();
}

QByteArray encodeStretches(const Stretches &stretches, int tier, qint64 begin)
{
    ByteWriter writer;
    writer.number(version);
    writer.number(stretches.size());
    qint64 last = begin;
    quint64 flags = 0;
    qint64 length = 0; // of looks: until the end; else: what was covered
    for (const QueueStretch &stretch : stretches) {
        writer.number(static_cast<quint64>((stretch.at - std::exchange(last, stretch.at)) / unitOf(tier)));
        const quint64 nextFlags = flagsOf(stretch);
        const qint64 nextLength = tier == looksTier ? stretch.end - stretch.at : stretch.covered;
        if (nextFlags == std::exchange(flags, nextFlags) && nextLength == std::exchange(length, nextLength)) {
            writer.number(0);
            continue;
        }
        length = nextLength;
        writer.number(1 + nextFlags);
        writer.number(static_cast<quint64>(nextLength));
    }
    return writer.written();
}

Stretches decodeStretches(const QByteArray &bytes, int tier, qint64 begin)
{
    ByteReader reader(bytes.constData(), bytes.size());
    if (reader.number() != version)
        return {};
    const qint64 width = queueTiers[static_cast<std::size_t>(tier)].width;
    const qint64 blockEnd = begin + queueTiers[static_cast<std::size_t>(tier)].block;
    Stretches stretches;
    QueueStretch stretch;
    stretch.at = begin;
    qint64 length = 0;
    for (quint64 left = reader.number(); left > 0 && reader.ok(); --left) {
        const qint64 step = std::min(bounded(reader), blockEnd / unitOf(tier)) * unitOf(tier);
        stretch.at += step;
        if (const quint64 flags = reader.number(); flags > 0) {
            setFlags(stretch, flags - 1);
            length = bounded(reader);
        }
        if (!reader.ok() || stretch.at >= blockEnd || (step == 0 && !stretches.empty()))
            break;
        stretch.end = stretch.at + (tier == looksTier ? length : width);
        stretch.covered = tier == looksTier ? 0 : std::min(length, width);
        stretches.push_back(stretch);
    }
    return stretches;
}

QByteArray encodeTrack(const Stretches &stretches, const QueueLevels &levels, int tier, qint64 begin)
{
    ByteWriter changes;
    quint64 count = 0;
    Step before = stepAt({}, {}, tier);
    qint64 last = begin;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Step step = stepAt(stretches[i], levels[i], tier);
        if (step == before)
            continue;
        changes.number(static_cast<quint64>((stretches[i].at - std::exchange(last, stretches[i].at)) / unitOf(tier)));
        writeStep(changes, step, before, stretches[i].at, tier);
        before = step;
        ++count;
    }
    if (count == 0)
        return {};
    ByteWriter writer;
    writer.number(version);
    writer.number(static_cast<quint64>((stretches.back().at - begin) / unitOf(tier)));
    writer.number(count);
    return writer.written() + changes.written();
}

QueueLevels decodeTrack(const QByteArray &bytes, const Stretches &stretches, int tier, qint64 begin)
{
    QueueLevels levels(stretches.size());
    ByteReader reader(bytes.constData(), bytes.size());
    if (bytes.isEmpty() || reader.number() != version)
        return levels;
    const qint64 unit = unitOf(tier);
    const qint64 furthest = queueTiers[static_cast<std::size_t>(tier)].block / unit;
    const qint64 lastAt = begin + std::min(bounded(reader), furthest) * unit;
    Step step = stepAt({}, {}, tier);
    qint64 at = begin;
    std::size_t next = 0;
    const auto fillUntil = [&](qint64 end) {
        for (; next < stretches.size() && stretches[next].at < end; ++next)
            levels[next] = levelOf(step, stretches[next].at, tier);
    };
    for (quint64 left = reader.number(); left > 0 && reader.ok(); --left) {
        at += std::min(bounded(reader), furthest) * unit;
        fillUntil(at);
        readStep(reader, step, at, tier);
    }
    if (reader.ok())
        fillUntil(lastAt + 1);
    return levels;
}

} // namespace Runnerscope
