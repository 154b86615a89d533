// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitblock.h"

#include "app/store/bytes.h"
#include "models/rules/queue/waitpercentiles.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr quint64 version = waitBlockVersion;

} // namespace

QByteArray encodeWaits(const StoredWaits &waits, qint64 begin)
{
    ByteWriter writer;
    writer.number(version);
    writer.number(waits.size());
    StoredWait last;
    for (const StoredWait &wait : waits) {
        writer.number(static_cast<quint64>(wrappingDifference(wait.job, last.job)));
        writer.number(zigzag(wrappingDifference(wait.startedAt, begin)));
        writer.number(static_cast<quint64>(wait.waited));
        writer.number(static_cast<quint64>(wait.project));
        writer.number(static_cast<quint64>(wait.tagSet));
        writer.number(zigzag(wrappingDifference(wait.runner, last.runner)));
        writer.number(zigzag(wrappingDifference(wait.manager, last.manager)));
        last = wait;
    }
    return writer.written();
}

StoredWaits decodeWaits(const QByteArray &bytes, qint64 begin)
{
    StoredWaits waits;
    decodeWaits(bytes, begin, [&waits](const StoredWait &wait) { waits.push_back(wait); });
    return waits;
}

void count(CountedWaits &counts, const StoredWaits &waits)
{
    for (const StoredWait &wait : waits) {
        const int number = waitClass(std::chrono::milliseconds(wait.waited));
        ++counts[wait.project][number];
        if (wait.tagSet != 0)
            ++counts[wait.tagSet][number];
    }
}

QByteArray encodeCounts(const CountedWaits &counts)
{
    ByteWriter writer;
    writer.number(version);
    writer.number(counts.size());
    FacetNumber last = 0;
    for (const auto &[facet, classes] : counts) {
        writer.number(static_cast<quint64>(wrappingDifference(facet, std::exchange(last, facet))));
        ByteWriter section;
        int lastClass = 0;
        for (const auto &[number, jobs] : classes) {
            // Most are one job.
            section.number(
                static_cast<quint64>(number - std::exchange(lastClass, number)) << 1U | (jobs > 1 ? 1U : 0U));
            if (jobs > 1)
                section.number(static_cast<quint64>(jobs));
        }
        writer.bytes(section.written());
    }
    return writer.written();
}

void addCounts(CountedWaits &counts, const QByteArray &bytes)
{
    ClassCounts *classes = nullptr;
    const auto wants = [&](FacetNumber facet) {
        classes = &counts[facet];
        return true;
    };
    decodeCounts(bytes, wants, [&](FacetNumber, int waitClass, qint64 jobs) { (*classes)[waitClass] += jobs; });
}

} // namespace Runnerscope
