// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bytes.h"
#include "app/store/queuetrack.h"
#include "models/rules/queue/waitpercentiles.h"

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace Runnerscope {

/// The first number of what is encoded here.
inline constexpr quint64 waitBlockVersion = 1;
/// In one class of a facet, whatever damaged bytes say.
inline constexpr quint64 mostWaitsCounted = quint64(1) << 40U;

/// A JobWait as it stands in a file. Times in milliseconds since 1970.
struct StoredWait
{
    qint64 job = 0;
    qint64 startedAt = 0;
    qint64 waited = 0;
    FacetNumber project = 0;
    FacetNumber tagSet = 0; ///< 0: not known
    qint64 runner = 0; ///< 0: not known
    qint64 manager = 0;

    friend bool operator==(const StoredWait &, const StoredWait &) = default;
};

/// By job, ascending, each once.
using StoredWaits = std::vector<StoredWait>;

QByteArray encodeWaits(const StoredWaits &waits, qint64 begin);
/// Calls \a take(wait) for each. What cannot be read is left out.
template <typename Take>
void decodeWaits(const QByteArray &bytes, qint64 begin, Take take)
{
    constexpr quint64 longest = quint64(1) << 52U;
    ByteReader reader(bytes.constData(), bytes.size());
    if (reader.number() != waitBlockVersion)
        return;
    StoredWait wait;
    for (quint64 left = reader.number(); left > 0; --left) {
        wait.job = wrappingSum(wait.job, static_cast<qint64>(reader.number()));
        wait.startedAt = wrappingSum(begin, unzigzag(reader.number()));
        wait.waited = static_cast<qint64>(std::min(reader.number(), longest));
        wait.project = static_cast<FacetNumber>(reader.number());
        wait.tagSet = static_cast<FacetNumber>(reader.number());
        wait.runner = wrappingSum(wait.runner, unzigzag(reader.number()));
        wait.manager = wrappingSum(wait.manager, unzigzag(reader.number()));
        if (!reader.ok())
            break;
        take(std::as_const(wait));
    }
}
StoredWaits decodeWaits(const QByteArray &bytes, qint64 begin);

/// How many jobs of a project and of a tag set waited for how long: by waitClass(). Jobs without a project count for
/// project 0, and so all jobs count for some project.
using ClassCounts = std::map<int, qint64>;
using CountedWaits = std::map<FacetNumber, ClassCounts>;

void count(CountedWaits &counts, const StoredWaits &waits);

QByteArray encodeCounts(const CountedWaits &counts);
/// Adds those that \a bytes hold.
void addCounts(CountedWaits &counts, const QByteArray &bytes);
/// Calls \a take(facet, class, jobs) for every class of the facets that \a wants(facet). What cannot be read is left
/// out.
template <typename Wants, typename Take>
void decodeCounts(const QByteArray &bytes, Wants wants, Take take)
{
    ByteReader reader(bytes.constData(), bytes.size());
    if (reader.number() != waitBlockVersion)
        return;
    FacetNumber facet = 0;
    for (quint64 left = reader.number(); left > 0 && reader.ok(); --left) {
        facet = wrappingSum(facet, static_cast<qint64>(reader.number()));
        const QByteArrayView section = reader.view();
        if (!wants(facet))
            continue;
        ByteReader classes(section.data(), section.size());
        quint64 number = 0;
        while (!classes.atEnd()) {
            const quint64 head = classes.number();
            number = std::min<quint64>(number + (head >> 1U), waitClasses - 1);
            const quint64 jobs = head & 1U ? std::min(classes.number(), mostWaitsCounted) : 1;
            if (classes.ok() && jobs > 0)
                take(facet, static_cast<int>(number), static_cast<qint64>(jobs));
        }
    }
}

} // namespace Runnerscope
