// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuetiers.h"
#include "models/domain/queuepoint.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace Runnerscope {

/// A facet in one file. 0 is All, and of a wait: a project that is not known.
using FacetNumber = qint64;

/// A point without its numbers: that somebody looked. Times in milliseconds since 1970.
struct QueueStretch
{
    qint64 at = 0;
    qint64 end = 0;
    qint64 covered = 0;
    CountCertainty certainty{};
    CountCertainty facetCertainty{};
    bool reconstructed = false;

    friend bool operator==(const QueueStretch &, const QueueStretch &) = default;
};

/// By time, ascending.
using Stretches = std::vector<QueueStretch>;

/// The numbers of a facet in a stretch.
struct QueueLevel
{
    DepthRange pending;
    DepthRange running;
    qint64 longestWait = -1; ///< milliseconds; below 0: none waits, or it is not known how long

    friend bool operator==(const QueueLevel &, const QueueLevel &) = default;
};

/// One for each stretch.
using QueueLevels = std::vector<QueueLevel>;

/// A sample as it stands in a file.
struct StoredSample
{
    QueueStretch look;
    QueueLevel all;
    std::vector<std::pair<FacetNumber, QueueLevel>> facets; ///< ascending, each once; those with jobs
};

QByteArray encodeSample(const StoredSample &sample);
/// False: these bytes are none.
bool decodeSample(const QByteArray &bytes, qint64 moment, StoredSample &sample);

/// \a begin is that of the block.
QByteArray encodeStretches(const Stretches &stretches, int tier, qint64 begin);
/// What cannot be read is left out.
Stretches decodeStretches(const QByteArray &bytes, int tier, qint64 begin);

/// Only changes. Empty when nothing ever waited or ran.
QByteArray encodeTrack(const Stretches &stretches, const QueueLevels &levels, int tier, qint64 begin);
/// The levels for \a stretches, which may be more than those it was encoded with: in later ones nothing was there.
QueueLevels decodeTrack(const QByteArray &bytes, const Stretches &stretches, int tier, qint64 begin);

} // namespace Runnerscope
