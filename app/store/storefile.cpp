// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storefile.h"

#include "app/store/storelocation.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

const QString lockSuffix = QStringLiteral(".lock");

QString newNameBeside(const QString &file)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = QStringLiteral("%1.damaged-%2").arg(file, time);
    QString free = name;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = QStringLiteral("%1-%2").arg(name).arg(number);
    return free;
}

QString lockOwner(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program))
        return {};
    return QStringLiteral("%1, process %2 on %3").arg(program).arg(process).arg(host);
}

} // namespace

StoreFile::StoreFile(QString file, std::vector<Migration> migrations) :
    m_file(std::move(file)),
    m_migrations(std::move(migrations))
{
}

StoreFile::~StoreFile()
{
    m_database.close(); // before the lock goes
}

bool StoreFile::open(Access access)
{
    m_database.close();
    m_lock.reset();
    m_isWriter = false;
    m_isReadable = false;
    if (!Database::hasDriver()) {
        report(StoreTrouble::Kind::Unusable, QStringLiteral("Qt has no driver for SQLite"));
        return false;
    }
    m_isWriter = access == Access::Write && openForWriting();
    m_isReadable = m_isWriter || openForReading();
    if (!m_isReadable)
        m_database.close();
    return m_isReadable;
}

bool StoreFile::canTakeOver() const
{
    if (!m_heldByOther)
        return false;
    QLockFile lock(m_file + lockSuffix);
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

bool StoreFile::takeLock()
{
    m_heldByOther = false;
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!makePrivateFolder(folder))
        return giveUpWriting(StoreTrouble::Kind::ReadOnly, QDir::toNativeSeparators(folder));
    m_lock = std::make_unique<QLockFile>(m_file + lockSuffix);
    m_lock->setStaleLockTime(0); // only the lock of a dead process is taken over, however old one is
    if (m_lock->tryLock(0))
        return true;
    m_heldByOther = m_lock->error() == QLockFile::LockFailedError;
    return m_heldByOther ? giveUpWriting(StoreTrouble::Kind::OtherWriter, lockOwner(*m_lock))
                         : giveUpWriting(StoreTrouble::Kind::ReadOnly, QDir::toNativeSeparators(folder));
}

bool StoreFile::giveUpWriting(StoreTrouble::Kind kind, const QString &detail)
{
    m_database.close();
    m_lock.reset();
    report(kind, detail);
    return false;
}

bool StoreFile::openForWriting()
{
    if (!takeLock())
        return false;
    if (!makePrivateFile(m_file) || !QFileInfo(m_file).isWritable())
        return giveUpWriting(StoreTrouble::Kind::ReadOnly, {});
    if (!m_database.open(m_file, Database::Access::Write))
        return giveUpWriting(StoreTrouble::Kind::Unusable, m_database.failure().text);
    switch (makeFit()) {
    case Fitness::Good:
        return true;
    case Fitness::SetAside:
        m_isWriter = true;
        return setAside();
    case Fitness::Newer:
        return giveUpWriting(StoreTrouble::Kind::NewerProgram, {});
    case Fitness::Failed:
        break;
    }
    report(m_database.failure());
    m_database.close();
    m_lock.reset();
    return false;
}

StoreFile::Fitness StoreFile::makeFit()
{
    const auto failed = [this] {
        return m_database.failure().kind == SqlFailure::Kind::Damaged ? Fitness::SetAside : Fitness::Failed;
    };
    const SchemaState state = schemaState(m_database, static_cast<int>(m_migrations.size()));
    if (state == SchemaState::Unreadable)
        return failed();
    if (state == SchemaState::Newer)
        return Fitness::Newer;
    if (state == SchemaState::Foreign)
        return Fitness::SetAside;
    // Checkpoints are made apart from the thread of the service, which they would hold up.
    for (const auto &setting : {QStringLiteral("page_size = 8192"), QStringLiteral("journal_mode = WAL"),
             QStringLiteral("synchronous = NORMAL"), QStringLiteral("wal_autocheckpoint = 0"),
             QStringLiteral("journal_size_limit = 4194304")}) {
        if (!m_database.run(QStringLiteral("PRAGMA ") + setting))
            return failed();
    }
    if (state == SchemaState::Older && !migrate(m_database, m_migrations))
        return failed();
    return Fitness::Good;
}

bool StoreFile::openForReading()
{
    if (!QFileInfo(m_file).isFile())
        return false;
    const auto readable = [this](Database::Access access) {
        return m_database.open(m_file, access)
            && m_database.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    };
    if (!readable(Database::Access::Read) && !readable(Database::Access::ReadUnlocked)) {
        report(StoreTrouble::Kind::Unusable, m_database.failure().text);
        return false;
    }
    switch (schemaState(m_database, static_cast<int>(m_migrations.size()))) {
    case SchemaState::Newer:
        report(StoreTrouble::Kind::NewerProgram, {});
        return true;
    case SchemaState::Current:
        return true;
    case SchemaState::Older: // its writer will bring it up to date, or has just made it
        return false;
    case SchemaState::Foreign:
    case SchemaState::Unreadable:
        break;
    }
    report(StoreTrouble::Kind::Unusable, m_database.failure().text);
    return false;
}

bool StoreFile::setAside()
{
    m_database.close();
    m_isReadable = false;
    if (!std::exchange(m_isWriter, false))
        return false;
    const QString aside = newNameBeside(m_file);
    if (!QFile::rename(m_file, aside))
        return giveUpWriting(StoreTrouble::Kind::Unusable, {});
    for (const auto &companion : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(m_file + companion, aside + companion);
    report(StoreTrouble::Kind::DamagedSetAside, QDir::toNativeSeparators(aside));
    if (!makePrivateFile(m_file) || !m_database.open(m_file, Database::Access::Write) || makeFit() != Fitness::Good)
        return giveUpWriting(StoreTrouble::Kind::Unusable, m_database.failure().text);
    m_isWriter = true;
    m_isReadable = true;
    return true;
}

void StoreFile::report(const SqlFailure &failure)
{
    switch (failure.kind) {
    case SqlFailure::Kind::Busy: // passes by itself
        return;
    case SqlFailure::Kind::Full:
        return report(StoreTrouble::Kind::DiskFull, failure.text);
    case SqlFailure::Kind::ReadOnly:
        return report(StoreTrouble::Kind::ReadOnly, failure.text);
    case SqlFailure::Kind::Damaged:
    case SqlFailure::Kind::Other:
        return report(StoreTrouble::Kind::Unusable, failure.text);
    }
}

void StoreFile::report(StoreTrouble::Kind kind, const QString &detail)
{
    const bool repeats = std::ranges::any_of(m_told, [kind](const StoreTrouble &told) { return told.kind == kind; });
    if (repeats && kind != StoreTrouble::Kind::DamagedSetAside)
        return;
    m_told.push_back({kind, QDir::toNativeSeparators(m_file), detail});
    if (m_listener)
        m_listener(m_told.back());
}

void StoreFile::setTroubleListener(TroubleListener listener)
{
    const bool first = !m_listener;
    m_listener = std::move(listener);
    if (!first || !m_listener)
        return;
    const std::vector<StoreTrouble> waiting = m_told; // a listener may cause more
    for (const StoreTrouble &trouble : waiting)
        m_listener(trouble);
}

} // namespace Runnerscope
