// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/chunkbook.h"
#include "app/store/fleetcoding.h"
#include "app/store/historyrecorder.h"

#include <deque>

namespace Runnerscope {

/// Brings one fleet into the file, piece by piece; what each piece replaces goes into the history with it.
///
/// After each slice the file is right: every runner stands in it once, as it was really read, at the age of its row.
/// What belongs to all rows is written with the last slice. Gone before the file is closed.
class FleetWriter
{
public:
    FleetWriter(Database &database, ChunkBook &book, qint64 generation);

    /// Begins with \a fleet. Not while a fleet is being written.
    void begin(const FleetPtr &fleet, const QMap<QString, QByteArray> &notes);
    bool isBusy() const { return m_fleet != nullptr; }
    const FleetPtr &fleet() const { return m_fleet; }
    const QMap<QString, QByteArray> &notes() const { return m_notes; }

    /// One transaction that takes about as long as \a budget. False: nothing of it was written; see the failure of the
    /// database. The writer and the book are of no use then.
    bool writeSlice(std::chrono::milliseconds budget);

private:
    bool writeUnit(const ChunkBook::Unit &unit);
    bool writeFleetRow(bool isLast);
    bool hasNews(const ChunkBook::Unit &unit, std::span<const FleetRow> before) const;
    QByteArray encodedState(Coverage coverage) const;

    Database &m_database;
    ChunkBook &m_book;
    HistoryRecorder m_history;
    QSqlQuery m_removeChunks;
    QSqlQuery m_putChunk;
    QSqlQuery m_beginFleet;
    QSqlQuery m_putDirectory;
    QSqlQuery m_putState;
    qint64 m_generation; ///< of the last fleet that was written
    FleetPtr m_fleet;
    QMap<QString, QByteArray> m_notes;
    std::deque<ChunkBook::Unit> m_units;
    QByteArray m_state; ///< as it was written last
};

} // namespace Runnerscope
