// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"
#include "app/store/fleetread.h"
#include "app/store/fleetwriter.h"
#include "app/store/logcopy.h"
#include "app/store/queuestore.h"
#include "app/store/runnerhistory.h"
#include "app/store/storefile.h"

#include <QTimer>

namespace Runnerscope {

/// A FleetArchive in an SQLite file: the last fleet, and what has been seen of every runner before.
///
/// Several programs may open one file. The first one writes; the others read along, and one of them takes over when it
/// has something to keep and that one is gone.
/// A fleet is kept as it is: runners that it lacks go from the file, and into the history as gone. A service that reads
/// from anew therefore begins with what load() gave it.
///
/// What is kept is written by a timer of the thread, a few milliseconds at a time. At its end a store writes what
/// waits, but lets nobody wait longer than lastWords for it; what is dropped then leaves the file as right as before.
class FleetStore : public FleetArchive
{
public:
    using Access = StoreFile::Access;

    /// How long one turn of the event loop is held up, about.
    static constexpr std::chrono::milliseconds slice{10};
    static constexpr std::chrono::seconds lastWords{3};

    /// \a instance is that of the runners that are read.
    FleetStore(const QString &file, InstanceId instance, Access access = Access::Write);
    ~FleetStore() override;
    Q_DISABLE_COPY_MOVE(FleetStore)

    void setTroubleListener(TroubleListener listener) override;
    /// Hears, on the thread of the store, what goes wrong while it ends: who listened before is about to go, too.
    void setLastWordsListener(TroubleListener listener) { m_lastWordsListener = std::move(listener); }
    FleetPtr load() override;
    void keep(const FleetPtr &fleet) override;
    RunnerHistory history(RunnerId id) override;
    QByteArray note(const QString &key) const override;
    void setNote(const QString &key, const QByteArray &value) override;

    QueueStore *queue() override { return &m_queue; }

    bool isWriter() const { return m_file.isWriter(); }
    /// Begins to write if no other program does any more. The fleet should be loaded again then. Whether this is the
    /// writer now.
    bool becomeWriter();
    /// The same for a store that wanted to write from the beginning, at little cost; what was noted since stays.
    bool takeOver();
    /// Whether something of a fleet is still to be written.
    bool isKeeping() const { return m_waiting || (m_writer && m_writer->isBusy()); }

    /// For those who read along: whether another program has kept a fleet since the last load().
    bool changedByOthers();

private:
    struct Waiting
    {
        FleetPtr fleet;
        QMap<QString, QByteArray> notes;
    };

    bool readFile();
    void readNotes();
    bool prepareWriter();
    void turn();
    void handleWriteFailure();
    void forgetFile();

    InstanceId m_instance;
    Access m_access;
    StoreFile m_file;
    TroubleListener m_lastWordsListener;
    FleetRead m_read; ///< as it was read last; when this is the writer its book is that of the writer
    bool m_isRead = false;
    std::optional<int> m_dataVersion;
    QMap<QString, QByteArray> m_notes;
    std::optional<Waiting> m_waiting;
    std::optional<FleetWriter> m_writer;
    QTimer m_turn;
    LogCopy m_copy;
    QueueStore m_queue;
};

} // namespace Runnerscope
