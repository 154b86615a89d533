// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetstore.h"

#include <utility>

namespace Runnerscope {

namespace {

/// Between two looks whether the log has been copied back.
constexpr std::chrono::milliseconds patience{20};

} // namespace

FleetStore::FleetStore(const QString &file, InstanceId instance, Access access) :
    m_instance(instance),
    m_access(access),
    m_file(file),
    m_copy(file),
    m_queue(m_file, m_copy, instance,
        {[this] {
             forgetFile();
             m_file.setAside();
         },
            [this] { return takeOver(); }})
{
    m_turn.setSingleShot(true);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { turn(); });
    m_file.open(access);
    readNotes();
}

FleetStore::~FleetStore()
{
    m_file.setTroubleListener(m_lastWordsListener);
    const auto deadline = ChunkBook::Clock::now() + lastWords;
    while (isKeeping() && ChunkBook::Clock::now() < deadline) {
        m_copy.waitForDone();
        turn();
    }
    m_queue.finish(deadline);
    m_copy.waitForDone();
    m_writer.reset(); // its queries, before the connection is closed
    m_queue.forgetFile();
}

void FleetStore::setTroubleListener(TroubleListener listener)
{
    m_file.setTroubleListener(std::move(listener));
}

FleetPtr FleetStore::load()
{
    while (m_writer && m_writer->isBusy())
        turn();
    if (!m_file.isReadable() && !m_file.open(Access::Read))
        return nullptr;
    return readFile() ? m_read.fleet : nullptr;
}

void FleetStore::readNotes()
{
    FleetState state;
    if (m_file.isReadable() && readFleetState(m_file.database(), m_instance, state))
        m_notes = state.notes;
}

bool FleetStore::readFile()
{
    m_writer.reset();
    if (const auto version = m_file.database().value(QStringLiteral("PRAGMA data_version")))
        m_dataVersion = version->toInt();
    FleetRead read = readFleet(m_file.database(), m_instance, m_read);
    switch (read.outcome) {
    case FleetRead::Outcome::Fleet:
    case FleetRead::Outcome::Nothing:
        m_read = std::move(read);
        if (!m_file.isWriter()) // who knows what it will write
            m_notes = m_read.state.notes;
        m_isRead = true;
        return true;
    case FleetRead::Outcome::Damaged:
        if (!m_file.isWriter())
            m_file.report(StoreTrouble::Kind::Unusable, QStringLiteral("the file is damaged"));
        forgetFile();
        m_file.setAside();
        return false;
    case FleetRead::Outcome::Newer:
        forgetFile();
        m_file.report(StoreTrouble::Kind::NewerProgram, {});
        m_file.open(Access::Read);
        return false;
    case FleetRead::Outcome::Failed:
        m_file.report(m_file.database().failure());
        return false;
    }
    return false;
}

void FleetStore::forgetFile()
{
    m_writer.reset();
    m_queue.forgetFile();
    m_copy.waitForDone();
    m_read = {};
    m_isRead = false;
}

void FleetStore::keep(const FleetPtr &fleet)
{
    if (!fleet || !takeOver())
        return;
    m_waiting = {fleet, m_notes};
    m_turn.start(0);
}

QByteArray FleetStore::note(const QString &key) const
{
    return m_notes.value(key);
}

void FleetStore::setNote(const QString &key, const QByteArray &value)
{
    m_notes.insert(key, value);
}

bool FleetStore::prepareWriter()
{
    if (m_writer)
        return true;
    if (!m_isRead && !readFile() && !readFile()) // the second time, of a new file
        return false;
    m_writer.emplace(m_file.database(), m_read.book, m_read.generation);
    m_read.fleet = nullptr; // the book knows what it needs
    return true;
}

void FleetStore::turn()
{
    if (!m_file.isWriter()) {
        m_waiting.reset();
        return;
    }
    if (!m_writer || !m_writer->isBusy()) {
        if (!m_waiting)
            return;
        if (m_copy.isBusy()) { // else the log would grow for as long as fleets come
            m_turn.start(patience);
            return;
        }
        if (!prepareWriter()) {
            m_waiting.reset();
            return;
        }
        m_writer->begin(m_waiting->fleet, m_waiting->notes);
        m_waiting.reset();
    } else if (!m_writer->writeSlice(slice)) {
        handleWriteFailure();
    } else if (!m_writer->isBusy()) {
        m_copy.start();
    }
    if (isKeeping())
        m_turn.start(0);
}

void FleetStore::handleWriteFailure()
{
    const SqlFailure failure = m_file.database().failure();
    Waiting interrupted{m_writer->fleet(), m_writer->notes()};
    forgetFile();
    if (failure.kind != SqlFailure::Kind::Damaged) {
        m_file.report(failure);
        return;
    }
    if (m_file.setAside() && !m_waiting)
        m_waiting = std::move(interrupted);
}

bool FleetStore::becomeWriter()
{
    if (m_file.isWriter())
        return true;
    forgetFile();
    m_dataVersion.reset();
    m_file.open(Access::Write);
    readNotes();
    return m_file.isWriter();
}

bool FleetStore::takeOver()
{
    if (m_file.isWriter())
        return true;
    if (m_access != Access::Write || !m_file.canTakeOver())
        return false;
    const QMap<QString, QByteArray> notes = m_notes;
    const bool isWriter = becomeWriter();
    m_notes.insert(notes);
    return isWriter;
}

bool FleetStore::changedByOthers()
{
    if (m_file.isWriter())
        return false;
    if (!m_file.isReadable())
        return m_file.open(Access::Read);
    const auto version = m_file.database().value(QStringLiteral("PRAGMA data_version"));
    if (!version || m_dataVersion == version->toInt())
        return false;
    const auto generation = m_file.database().value(QStringLiteral("SELECT generation FROM fleet"));
    if (generation && generation->toLongLong() == m_read.wholeGeneration)
        m_dataVersion = version->toInt(); // a part of a fleet that is not there to its end yet
    return generation && generation->toLongLong() != m_read.wholeGeneration;
}

RunnerHistory FleetStore::history(RunnerId id)
{
    return m_file.isReadable() ? readHistory(m_file.database(), id) : RunnerHistory();
}

} // namespace Runnerscope
