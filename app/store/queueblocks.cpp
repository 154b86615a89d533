// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queueblocks.h"

namespace Runnerscope {

QueueBlocks::QueueBlocks(Database &database) :
    m_database(database),
    m_samples(database.prepared(
        QStringLiteral("SELECT moment, sample FROM queue_sample WHERE moment >= ? AND moment < ? ORDER BY moment"))),
    m_putSample(
        database.prepared(QStringLiteral("INSERT OR REPLACE INTO queue_sample (moment, sample) VALUES (?, ?)"))),
    m_removeSamples(database.prepared(QStringLiteral("DELETE FROM queue_sample WHERE moment >= ? AND moment < ?"))),
    m_firstSample(database.prepared(QStringLiteral("SELECT min(moment) FROM queue_sample"))),
    m_stretches(database.prepared(
        QStringLiteral("SELECT start, looks FROM queue_look WHERE tier = ? AND start > ? AND start < ?"))),
    m_stretchesAt(database.prepared(QStringLiteral("SELECT looks FROM queue_look WHERE tier = ? AND start = ?"))),
    m_putStretches(
        database.prepared(QStringLiteral("INSERT OR REPLACE INTO queue_look (tier, start, looks) VALUES (?, ?, ?)"))),
    m_removeStretches(database.prepared(QStringLiteral("DELETE FROM queue_look WHERE tier = ? AND start = ?"))),
    m_firstBlock(database.prepared(QStringLiteral("SELECT min(start) FROM queue_look WHERE tier = ?"))),
    m_track(
        database.prepared(QStringLiteral("SELECT track FROM queue_track WHERE tier = ? AND start = ? AND facet = ?"))),
    m_putTrack(
        database.prepared(QStringLiteral("INSERT INTO queue_track (tier, start, facet, track) VALUES (?, ?, ?, ?) "
                                         "ON CONFLICT (tier, start, facet) DO UPDATE SET track = excluded.track"))),
    m_removeTrack(
        database.prepared(QStringLiteral("DELETE FROM queue_track WHERE tier = ? AND start = ? AND facet = ?"))),
    m_removeTracks(database.prepared(
        QStringLiteral("DELETE FROM queue_track WHERE tier = ? AND facet = ? AND start IN "
                       "(SELECT start FROM queue_look WHERE tier = ? AND start >= ? AND start < ?)"))),
    m_facetsAt(
        database.prepared(QStringLiteral("SELECT facet FROM queue_track WHERE tier = ? AND start = ? ORDER BY facet")))
{
}

bool QueueBlocks::bind(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    return m_database.execute(query);
}

std::optional<QVariant> QueueBlocks::first(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    std::optional<QVariant> value;
    if (bind(query, values) && query.next() && !query.isNull(0))
        value = query.value(0);
    query.finish();
    return value;
}

std::map<qint64, QByteArray> QueueBlocks::samples(qint64 from, qint64 to)
{
    std::map<qint64, QByteArray> found;
    if (!bind(m_samples, {from, to}))
        return found;
    while (m_samples.next())
        found.emplace_hint(found.end(), m_samples.value(0).toLongLong(), m_samples.value(1).toByteArray());
    m_samples.finish();
    return found;
}

bool QueueBlocks::putSample(qint64 moment, const QByteArray &sample)
{
    return bind(m_putSample, {moment, sample});
}

bool QueueBlocks::removeSamples(qint64 from, qint64 to)
{
    return bind(m_removeSamples, {from, to});
}

std::optional<qint64> QueueBlocks::firstSample()
{
    const auto moment = first(m_firstSample, {});
    return moment ? std::optional(moment->toLongLong()) : std::nullopt;
}

std::map<qint64, Stretches> QueueBlocks::stretches(int tier, qint64 from, qint64 to)
{
    std::map<qint64, Stretches> found;
    if (!bind(m_stretches, {tier, from - queueTiers[static_cast<std::size_t>(tier)].block, to}))
        return found;
    while (m_stretches.next()) {
        const qint64 begin = m_stretches.value(0).toLongLong();
        found.emplace(begin, decodeStretches(m_stretches.value(1).toByteArray(), tier, begin));
    }
    m_stretches.finish();
    return found;
}

Stretches QueueBlocks::stretchesAt(int tier, qint64 begin)
{
    const auto bytes = first(m_stretchesAt, {tier, begin});
    return bytes ? decodeStretches(bytes->toByteArray(), tier, begin) : Stretches();
}

bool QueueBlocks::putStretches(int tier, qint64 begin, const Stretches &stretches)
{
    return bind(m_putStretches, {tier, begin, encodeStretches(stretches, tier, begin)});
}

bool QueueBlocks::removeStretches(int tier, qint64 begin)
{
    return bind(m_removeStretches, {tier, begin});
}

std::optional<qint64> QueueBlocks::firstBlock(int tier)
{
    const auto begin = first(m_firstBlock, {tier});
    return begin ? std::optional(begin->toLongLong()) : std::nullopt;
}

QByteArray QueueBlocks::track(int tier, qint64 begin, FacetNumber facet)
{
    const auto bytes = first(m_track, {tier, begin, facet});
    return bytes ? bytes->toByteArray() : QByteArray();
}

bool QueueBlocks::putTrack(int tier, qint64 begin, FacetNumber facet, const QByteArray &track)
{
    return track.isEmpty() ? bind(m_removeTrack, {tier, begin, facet}) : bind(m_putTrack, {tier, begin, facet, track});
}

bool QueueBlocks::removeTracks(int tier, qint64 from, qint64 to, FacetNumber facet)
{
    return bind(m_removeTracks, {tier, facet, tier, from, to});
}

std::vector<FacetNumber> QueueBlocks::facetsAt(int tier, qint64 begin)
{
    std::vector<FacetNumber> facets;
    if (!bind(m_facetsAt, {tier, begin}))
        return facets;
    while (m_facetsAt.next())
        facets.push_back(m_facetsAt.value(0).toLongLong());
    m_facetsAt.finish();
    return facets;
}

} // namespace Runnerscope
