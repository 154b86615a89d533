// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/queuetrack.h"

#include <map>
#include <optional>
#include <vector>

namespace Runnerscope {

/// The rows of queue_sample, queue_look and queue_track. Writes within transactions of the caller. Gone before the file
/// is closed.
class QueueBlocks
{
public:
    explicit QueueBlocks(Database &database);

    /// Those that begin in [from, to), by moment.
    std::map<qint64, QByteArray> samples(qint64 from, qint64 to);
    bool putSample(qint64 moment, const QByteArray &sample);
    bool removeSamples(qint64 from, qint64 to);
    std::optional<qint64> firstSample();

    /// The blocks of a tier that touch [from, to), by their begin.
    std::map<qint64, Stretches> stretches(int tier, qint64 from, qint64 to);
    Stretches stretchesAt(int tier, qint64 begin);
    bool putStretches(int tier, qint64 begin, const Stretches &stretches);
    bool removeStretches(int tier, qint64 begin);
    std::optional<qint64> firstBlock(int tier);

    /// Empty: there is none.
    QByteArray track(int tier, qint64 begin, FacetNumber facet);
    /// An empty one is removed.
    bool putTrack(int tier, qint64 begin, FacetNumber facet, const QByteArray &track);
    /// Of the blocks that begin in [from, to).
    bool removeTracks(int tier, qint64 from, qint64 to, FacetNumber facet);
    std::vector<FacetNumber> facetsAt(int tier, qint64 begin);

private:
    bool bind(QSqlQuery &query, std::initializer_list<QVariant> values);
    std::optional<QVariant> first(QSqlQuery &query, std::initializer_list<QVariant> values);

    Database &m_database;
    QSqlQuery m_samples;
    QSqlQuery m_putSample;
    QSqlQuery m_removeSamples;
    QSqlQuery m_firstSample;
    QSqlQuery m_stretches;
    QSqlQuery m_stretchesAt;
    QSqlQuery m_putStretches;
    QSqlQuery m_removeStretches;
    QSqlQuery m_firstBlock;
    QSqlQuery m_track;
    QSqlQuery m_putTrack;
    QSqlQuery m_removeTrack;
    QSqlQuery m_removeTracks;
    QSqlQuery m_facetsAt;
};

} // namespace Runnerscope
